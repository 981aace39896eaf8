/**
 * A cashier without a screen: makes the same calls as the windows, looks at the same views, and does what each view asks for.
 * She starts from whatever the counter shows her, so that she can go on after any crash. The windows believe what they are told: it is she who
 * holds every answer and every view against the contract, to the last field.
 */
import { type CallAnswer, type CallName, type CallRequest, calls as contract, type WindowKind } from '../../contract/calls.ts';
import { pushFrame } from '../../contract/envelope.ts';
import type { CounterView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { ORIGIN } from '../shell/origin.ts';
import type { App } from '../shell-port.ts';
import { sameJson } from './same-json.ts';

const PATIENCE_MS = 30_000;
/** What is no part of the view tells her nothing: she looks for it by herself. */
const LOOK_AT_LATEST_MS = 25;
export const PHONE = '01012345678';

export type Answer<N extends CallName> = { readonly ok: true; readonly res: CallAnswer<N> } | { readonly ok: false; readonly code: string; readonly detail: string };

export type Cashier = {
  readonly ask: <N extends CallName>(call: N, req: CallRequest<N>, window?: WindowKind) => Promise<Answer<N>>;
  /** The call must be granted. */
  readonly must: <N extends CallName>(call: N, req: CallRequest<N>, window?: WindowKind) => Promise<CallAnswer<N>>;
  readonly look: () => Promise<CounterView>;
  /** Until there may be something else to see than when she last asked: her window was told of a change, or a moment has passed. */
  readonly news: () => Promise<void>;
  readonly until: (what: string, seen: (view: CounterView) => boolean) => Promise<CounterView>;
  readonly begin: () => Promise<void>;
  /** Sells two goods for cash, with a cash receipt and a slip, from wherever the counter stands now. */
  readonly sellOnce: () => Promise<void>;
};

/** What she has in her hands: the calls, and the screen. */
type Hands = Pick<Cashier, 'ask' | 'must' | 'look' | 'news' | 'until'>;

/** `trusting`: as a window, for the bench, where looking would be measured too, and for the short storms, whose processes live too briefly for it. */
export function createCashier(app: App, { trusting = false } = {}): Cashier {
  const hands = handsOn(app, trusting);
  return { ...hands, begin: () => begin(hands), sellOnce: () => sellOnce(hands) };
}

function handsOn(app: App, trusting: boolean): Hands {
  let calls = 0;
  let misshapen: string | null = null;
  /** Of each call the text of the last answer that was held against the contract: whoever waits is told the same again and again, and a view that was pushed is what she sees when she looks. */
  const held = new Map<CallName, string>();
  const isNew = (call: CallName, text: string): boolean => {
    const before = held.get(call);
    held.set(call, text);
    return text !== before;
  };
  let told = 0;
  let toldWhenAsked = 0;
  let wake = (): void => {};
  app.onPush((window, raw) => {
    const isView = raw.startsWith('{"ev":"counter.changed"');
    if (!trusting && (!isView || isNew('counter.view', after('"data":', raw)))) misshapen ??= faultOf('a push', pushFrame, JSON.parse(raw));
    if (window !== 'cashier') return;
    told += 1;
    wake();
  });

  async function ask<N extends CallName>(call: N, req: CallRequest<N>, window: WindowKind = 'cashier'): Promise<Answer<N>> {
    calls += 1;
    toldWhenAsked = told;
    const raw = await app.handle(JSON.stringify({ id: calls, call, req }), { origin: ORIGIN, isMainFrame: true, window });
    const answer: Answer<N> = JSON.parse(raw);
    if (answer.ok && !trusting && isNew(call, after('"res":', raw))) misshapen ??= faultOf(`the answer to ${call}`, contract[call].res, answer.res);
    if (misshapen !== null) throw new Error(misshapen);
    return answer;
  }

  async function must<N extends CallName>(call: N, req: CallRequest<N>, window: WindowKind = 'cashier'): Promise<CallAnswer<N>> {
    const answer = await ask(call, req, window);
    if (!answer.ok) throw new Error(`${call} was refused: ${answer.code} ${answer.detail}`);
    return answer.res;
  }

  const look = () => must('counter.view', {});

  async function news(): Promise<void> {
    if (told !== toldWhenAsked) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, LOOK_AT_LATEST_MS);
    wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  async function until(what: string, seen: (view: CounterView) => boolean): Promise<CounterView> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const view = await look();
      if (seen(view)) return view;
      if (performance.now() > deadline) throw new Error(`waited in vain for ${what}; the counter shows ${JSON.stringify(view.sale)}`);
      await news();
    }
  }

  return { ask, must, look, news, until };
}

/** What a frame carries, as text: everything behind the field's name. */
function after(field: string, raw: string): string {
  return raw.slice(raw.indexOf(field) + field.length);
}

/** Null when it is what the contract says: nothing less, and nothing beside it. */
function faultOf(what: string, schema: { safeParse: (value: unknown) => { success: true; data: unknown } | { success: false; error: Error } }, value: unknown): string | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return `${what} is not what the contract says: ${parsed.error.message}`;
  return sameJson(parsed.data, value) ? null : `${what} holds more than the contract says: ${JSON.stringify(value)}`;
}

async function begin({ must, look }: Hands): Promise<void> {
  const view = await look();
  if (view.signedIn === null) await must('people.signIn', { userId: 'practice-cashier', pin: '1234' });
  if (view.shift === null) await must('shift.open', { floatWon: 100_000 });
}

async function sellOnce(hands: Hands): Promise<void> {
  const products = await hands.must('catalogue.list', {});
  for (;;) {
    const { sale } = await hands.look();
    if (sale.stage === 'idle' && (await sold(hands))) return;
    await doWhatItAsks(hands, sale, products);
  }
}

async function doWhatItAsks({ must, until }: Hands, sale: CounterView['sale'], products: CallAnswer<'catalogue.list'>): Promise<void> {
  switch (sale.stage) {
    case 'idle':
      await must('sale.scan', { code: products[0]?.barcode ?? '' });
      return;
    case 'basket':
      if (sale.lines.length < 2) await must('sale.scan', { code: products[1]?.barcode ?? '' });
      else await must('sale.tenderCash', { saleId: sale.saleId, dueWon: sale.breakdown.totalWon, receivedWon: 50_000 });
      return;
    case 'tendering':
      throw new Error('this cashier takes cash alone');
    case 'receipt-choice': {
      const number = { saleId: sale.saleId, purpose: 'income-deduction', form: 'phone', digits: PHONE } as const;
      await must('receipt.draft', number);
      await must('receipt.readBack', { saleId: sale.saleId });
      await must('receipt.issue', number);
      return;
    }
    case 'receipt-issuing':
      await until('the cash receipt', (view) => view.sale.stage !== 'receipt-issuing');
      return;
    case 'slip-question':
      await must('slip.answer', { saleId: sale.saleId, wants: true });
      return;
    case 'done':
      await must('sale.next', { saleId: sale.saleId });
      return;
    default:
      unreachable(sale);
  }
}

/** Whether today's sale is whole: receipt issued, paper confirmed. Prints again where the paper is in doubt, as the status line asks. */
async function sold({ ask, must, news }: Hands): Promise<boolean> {
  const { sales } = await must('history.today', { beforeSaleNumber: null, limit: 10 });
  const [row] = sales;
  if (row === undefined) return false;
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { cashReceipts, prints } = await must('history.sale', { saleId: row.saleId });
    const slips = prints.filter((print) => print.kind === 'slip');
    const settled = prints.every((print) => print.state !== 'queued' && print.state !== 'sent');
    const printed = slips.some((print) => print.state === 'confirmed');
    if (settled && !printed) await ask('slip.printAgain', { saleId: row.saleId });
    if (settled && printed && cashReceipts.some((receipt) => receipt.state === 'issued')) return true;
    await news();
  }
  throw new Error('the sale was never whole');
}
