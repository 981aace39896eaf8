/** Stands in for main in the gallery: shows one view, answers reads, and follows the number being typed. Sells nothing. */
import { z } from 'zod';
import type { Bridge, PushFrame } from '../../contract/envelope.ts';
import { callFrame } from '../../contract/envelope.ts';
import type { CallName } from '../../contract/calls.ts';
import { calls, isCallName } from '../../contract/calls.ts';
import type { ProgramView } from '../../contract/program.ts';
import type { CounterView, ReceiptDraft } from '../../contract/views.ts';
import { parseIdentifier } from '../../domain/cash-receipt/identifier.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { createIndex, searchProducts } from '../../domain/catalogue/search.ts';
import { pageMs } from '../ui/now.ts';
import { custodyAnswer, custodyRefusal } from './custody-samples.ts';
import { devicesAnswer } from './device-samples.ts';
import { drawSlip } from './draw-slip.ts';
import { managerAnswer, saleAnswer } from './manager-samples.ts';
import { reprintRefusal } from './print-samples.ts';
import { practiceAnswer } from './practice-samples.ts';
import { peopleAnswer, peopleRefusal } from './people-samples.ts';
import { programAnswer } from './program-samples.ts';
import { draft, PRODUCTS } from './samples.ts';

const saveCall = calls['setup.save'].req;
const oneSale = calls['history.sale'].req;
const draftCall = calls['receipt.draft'].req;
const searchCall = calls['catalogue.search'].req;
const againCall = calls['slip.printAgain'].req;
const handOverCall = calls['receipt.handOver'].req;

export type FakeBridge = Bridge & {
  /** Every call so far, newest last. */
  readonly asked: readonly { readonly call: string; readonly req: unknown }[];
  readonly push: (view: CounterView) => void;
  /** Answers nothing for this long: main is frozen. */
  readonly freeze: (ms: number) => void;
};

export function createFakeBridge(first: CounterView | null, firstProgram: ProgramView): FakeBridge {
  let view = first;
  let program = firstProgram;
  let frozenUntilMs = 0;
  const listeners: ((raw: string) => void)[] = [];
  const asked: { call: string; req: unknown }[] = [];
  const tell = (frame: PushFrame) => listeners.forEach((listener) => listener(JSON.stringify(frame)));
  const push = (next: CounterView) => {
    view = { ...next, revision: (view?.revision ?? 0) + 1 };
    tell({ ev: 'counter.changed', data: view });
  };
  const pushProgram = (change: Partial<ProgramView>) => {
    program = { ...program, ...change, revision: program.revision + 1 };
    tell({ ev: 'program.changed', data: program });
  };
  const putDraft = (next: ReceiptDraft | null) => {
    if (view !== null) push({ ...view, draft: next });
  };
  const answer = async (call: string, req: unknown): Promise<unknown> => {
    switch (call) {
      case 'counter.view':
        return view ?? new Promise(() => undefined);
      case 'setup.save':
        pushProgram({ draft: saveCall.parse(req).draft });
        return null;
      case 'catalogue.list':
        return PRODUCTS;
      case 'catalogue.search':
        return found(searchCall.parse(req));
      case 'catalogue.categories':
        return [...new Set(PRODUCTS.map(({ category }) => category))];
      case 'receipt.draft':
        putDraft(typed(draftCall.parse(req)));
        return null;
      case 'receipt.handOver':
        putDraft(draft({ ...handOverCall.parse(req), typedBy: 'customer' }));
        return null;
      case 'receipt.readBack':
        if (view !== null && view.draft !== null) putDraft({ ...view.draft, stage: 'read-back' });
        return null;
      case 'receipt.dropDraft':
        putDraft(null);
        return null;
      default:
        return (isCallName(call) ? ((view === null ? undefined : (custodyAnswer(call, req, view.status.cards) ?? devicesAnswer(call, view.status))) ?? ofSale(call, req, view) ?? managerAnswer(call, req, view?.catalogue.import ?? null) ?? peopleAnswer(call) ?? programAnswer(call, view) ?? practiceAnswer(call)) : undefined) ?? null;
    }
  };
  return {
    window: 'cashier',
    asked,
    push,
    freeze: (ms) => {
      frozenUntilMs = pageMs() + ms;
    },
    onPush: (listener) => listeners.push(listener),
    invoke: async (raw) => {
      const { id, call, req } = callFrame.parse(JSON.parse(raw));
      asked.push({ call, req });
      const wait = frozenUntilMs - pageMs();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const checked = isCallName(call) ? calls[call].req.safeParse(req) : z.never().safeParse(req);
      if (!checked.success) return JSON.stringify({ id, ok: false, code: 'bridge.bad-request', detail: z.prettifyError(checked.error).slice(0, 500) });
      const refused = refusalOf(call, req, view);
      if (refused !== null) return JSON.stringify({ id, ok: false, ...refused });
      return JSON.stringify({ id, ok: true, res: await answer(call, req) });
    },
  };
}

/** The few calls that are refused here. */
function refusalOf(call: string, req: unknown, view: CounterView | null): { readonly code: FailureCode; readonly detail: string } | null {
  const code = codeOf(call, req, view);
  if (code !== null) return { code, detail: '' };
  return isCallName(call) ? peopleRefusal(call, req) : null;
}

function codeOf(call: string, req: unknown, view: CounterView | null): FailureCode | null {
  if (call === 'slip.printAgain') return reprintRefusal(againCall.parse(req));
  if (call === 'sale.scan' && z.object({ code: z.string() }).parse(req).code.startsWith('99')) return 'sale.product-unknown';
  return view !== null && isCallName(call) ? custodyRefusal(call, req, view) : null;
}

/** One sale in full, and its slip; undefined for every other call. */
function ofSale(call: CallName, req: unknown, view: CounterView | null) {
  if (call !== 'history.sale' && call !== 'slip.picture') return undefined;
  const sale = saleAnswer(oneSale.parse(req).saleId, view?.sale ?? null);
  if (call === 'history.sale') return sale;
  const standing = sale.cashReceipts.findLast(({ state }) => state !== 'failed' && state !== 'rejected');
  return { pngBase64: drawSlip({ ...sale, cashReceipt: standing ?? null }) };
}

function found({ query, limit, offset }: z.output<typeof searchCall>) {
  const { products, total } = searchProducts(createIndex(PRODUCTS), query, limit, offset);
  return { products, total };
}

function typed(req: z.output<typeof draftCall>): ReceiptDraft {
  const result = parseIdentifier(req.purpose, req.form, req.digits, { acceptResidentNumber: false });
  return draft({ ...req, refusal: result.ok ? null : `identifier.${result.refusal}` });
}
