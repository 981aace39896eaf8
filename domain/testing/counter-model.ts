/**
 * A counter in a test tube: the machines of this folder carried through by the smallest runner that keeps their rules, and everything
 * outside of it: a journal that keeps what was appended, a gateway that may have committed or not, a printer, a drawer. Power fails
 * at any point between an append, an act and its answer; the next life has the journal and nothing else.
 */
import type { Product } from '../cart.ts';
import type { CashReceiptEvent, CashReceiptState } from '../cash-receipt/machine.ts';
import { NEW_CASH_RECEIPT, recoverCashReceipt, stepCashReceipt } from '../cash-receipt/machine.ts';
import type { CheckoutCommand, CheckoutEvent, CheckoutRules, CheckoutState } from '../checkout/machine.ts';
import { recoverCheckout, startSale, stepCheckout } from '../checkout/machine.ts';
import type { PrintJobEvent, PrintJobState } from '../print-job.ts';
import { recoverPrintJob, stepPrintJob } from '../print-job.ts';

/** What happens to one request to the gateway. `late`: the answer is lost and the commit comes after the next inquiry or send began. */
export type Fate = 'answered' | 'never-left' | 'lost-before' | 'lost-after' | 'late' | 'refused' | 'refused-perhaps-there' | 'power-before' | 'power-after' | 'power-late';
export const FATES = ['answered', 'never-left', 'lost-before', 'lost-after', 'late', 'refused', 'refused-perhaps-there', 'power-before', 'power-after', 'power-late'] as const satisfies readonly Fate[];

export type Script = {
  readonly rules: CheckoutRules;
  /** Points passed before each power cut; afterwards the power stays. */
  readonly cuts: readonly number[];
  readonly fates: readonly Fate[];
  /** Whether each inquiry gets an answer; afterwards all do. */
  readonly inquiries: readonly boolean[];
  readonly choice: 'request' | 'decline' | 'postpone';
  /** The cashier stops waiting for the gateway once it is unknown. */
  readonly leaves: boolean;
  readonly wantsSlip: boolean;
  /** How often the basket is put aside and recalled before it is paid. */
  readonly holds: number;
};

/** How the counter is carried through; the tests below also try wrong ways, to see that the model notices. */
export type Ways = {
  readonly receipt: (state: CashReceiptState) => 'send' | 'inquire' | 'rest';
  readonly print: typeof recoverPrintJob;
  readonly sentIsDurableFirst: boolean;
};
export const RIGHT: Ways = {
  receipt: (state) => {
    const command = recoverCashReceipt(state);
    return command === 'send' || command === 'inquire' ? command : 'rest';
  },
  print: recoverPrintJob,
  sentIsDurableFirst: true,
};

type Row =
  | { readonly kind: 'sale'; readonly event: CheckoutEvent }
  | { readonly kind: 'receipt-created'; readonly id: string; readonly mgtKey: string }
  | { readonly kind: 'receipt'; readonly id: string; readonly event: CashReceiptEvent }
  | { readonly kind: 'print-queued'; readonly id: string; readonly what: 'slip' | 'drawer' }
  | { readonly kind: 'print'; readonly id: string; readonly event: PrintJobEvent };

const BREAD: Product = { productId: 'bread', barcode: '8800000000011', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' };

class PowerCut extends Error {}

const REFUSAL = { failure: 'cash-receipt.customer-data', gatewayCode: -14001004, message: '식별번호 오류' } as const;
const issueOf = (approvalNumber: string) => ({ approvalNumber, tradeDate: '20260302', tradeDt: '20260302140409' });

/** Holds at most one document per key, whatever happened to the answers. */
function createGateway(script: Script) {
  const documents = new Map<string, string>();
  const underWay = new Set<string>();
  const wire: { readonly act: 'sent' | 'asked'; readonly mgtKey: string }[] = [];
  let nextFate = 0;
  let nextInquiry = 0;

  function commit(mgtKey: string): string {
    const approval = documents.get(mgtKey) ?? `TB${String(documents.size + 1).padStart(7, '0')}`;
    documents.set(mgtKey, approval);
    underWay.delete(mgtKey);
    return approval;
  }

  function issue(mgtKey: string): CashReceiptEvent {
    const fate = script.fates[nextFate] ?? 'answered';
    nextFate += 1;
    if (fate === 'never-left') return { type: 'unreachable', why: 'connection-refused' };
    wire.push({ act: 'sent', mgtKey });
    // The gateway takes requests with one key in turn: what was under way is there before this one is looked at.
    if (underWay.has(mgtKey)) commit(mgtKey);
    if (fate === 'power-before') throw new PowerCut();
    if (fate === 'refused') return { type: 'refused', refusal: REFUSAL };
    if (fate === 'refused-perhaps-there' || documents.has(mgtKey)) return { type: 'unclear', why: 'refused', refusal: REFUSAL };
    if (fate === 'lost-before') return { type: 'unclear', why: 'reply-timeout', refusal: null };
    if (fate === 'late' || fate === 'power-late') underWay.add(mgtKey);
    if (fate === 'late') return { type: 'unclear', why: 'reply-timeout', refusal: null };
    if (fate === 'power-late') throw new PowerCut();
    const approval = commit(mgtKey);
    if (fate === 'power-after') throw new PowerCut();
    return fate === 'lost-after' ? { type: 'unclear', why: 'reply-timeout', refusal: null } : { type: 'issued', ...issueOf(approval) };
  }

  function inquire(mgtKey: string): CashReceiptEvent | null {
    const answers = script.inquiries[nextInquiry] ?? true;
    nextInquiry += 1;
    if (!answers) return null;
    wire.push({ act: 'asked', mgtKey });
    const approval = documents.get(mgtKey);
    return approval === undefined ? { type: 'absent' } : { type: 'found', ...issueOf(approval) };
  }

  return { documents, wire, issue, inquire };
}

function createWorld(script: Script) {
  const journal: Row[] = [];
  const outOfPrinter: string[] = [];
  const drawerOpened: string[] = [];
  const faults: string[] = [];
  let nextCut = 0;
  let pointsLeft = script.cuts[0] ?? Number.POSITIVE_INFINITY;
  let points = 0;
  let ids = 0;

  function point(): void {
    points += 1;
    if (pointsLeft > 0) {
      pointsLeft -= 1;
      return;
    }
    nextCut += 1;
    pointsLeft = script.cuts[nextCut] ?? Number.POSITIVE_INFINITY;
    throw new PowerCut();
  }

  return {
    ...createGateway(script),
    journal,
    outOfPrinter,
    drawerOpened,
    faults,
    point,
    passed: () => points,
    print: (id: string, what: 'slip' | 'drawer') => (what === 'slip' ? outOfPrinter : drawerOpened).push(id),
    newId: (prefix: string) => `${prefix}${(ids += 1)}`,
    append: (rows: readonly Row[]) => {
      point();
      journal.push(...rows);
      point();
    },
  };
}
export type World = ReturnType<typeof createWorld>;

/** All a new life knows. A durable row that the machines refuse is a fault of the runner. */
export function read(world: World, rules: CheckoutRules) {
  let sale: CheckoutState = startSale('s1', 412);
  const receipts = new Map<string, { mgtKey: string; state: CashReceiptState }>();
  const jobs = new Map<string, { what: 'slip' | 'drawer'; state: PrintJobState }>();
  for (const row of world.journal) {
    if (row.kind === 'sale') {
      const step = stepCheckout(sale, row.event, rules);
      if (!step.ok) world.faults.push(`sale ${row.event.type}: ${step.refusal}`);
      sale = step.state;
    } else if (row.kind === 'receipt-created') receipts.set(row.id, { mgtKey: row.mgtKey, state: NEW_CASH_RECEIPT });
    else if (row.kind === 'print-queued') jobs.set(row.id, { what: row.what, state: { name: 'queued' } });
    else if (row.kind === 'receipt') {
      const receipt = receipts.get(row.id);
      const step = receipt === undefined ? null : stepCashReceipt(receipt.state, row.event);
      if (receipt === undefined || step === null || !step.ok) world.faults.push(`receipt ${row.event.type}`);
      else receipt.state = step.state;
    } else {
      const job = jobs.get(row.id);
      const step = job === undefined ? null : stepPrintJob(job.state, row.event);
      if (job === undefined || step === null || !step.ok) world.faults.push(`print ${row.event.type}`);
      else job.state = step.state;
    }
  }
  return { sale, receipts, jobs };
}

function newJobs(world: World, copies: number): string[] {
  return Array.from({ length: copies }, () => world.newId('p'));
}

/** Rings up one thing, puts it aside as often as the script says, and pays. */
function atTheBasket(world: World, script: Script, sale: CheckoutState & { stage: 'basket' | 'held' }): CheckoutEvent {
  if (sale.stage === 'held') return { type: 'recalled' };
  if (sale.cart.lines.length === 0) return { type: 'line-added', product: BREAD, quantity: 1, lineId: world.newId('l') };
  const heldSoFar = world.journal.filter((row) => row.kind === 'sale' && row.event.type === 'held').length;
  if (heldSoFar < script.holds) return { type: 'held', heldAt: '2026-03-02T05:03:00.000Z' };
  return { type: 'tendered', dueWon: 4_200, receivedWon: 5_000, paidAt: '2026-03-02T05:04:09.000Z', drawerJobId: world.newId('p') };
}

type Life = { readonly world: World; readonly known: ReturnType<typeof read>; readonly ways: Ways };

function send({ world, known, ways }: Life, id: string): void {
  const job = known.jobs.get(id);
  if (job === undefined) return;
  const sent: Row = { kind: 'print', id, event: { type: 'sent' } };
  if (ways.sentIsDurableFirst) world.append([sent]);
  world.print(id, job.what);
  world.point();
  world.append([...(ways.sentIsDurableFirst ? [] : [sent]), { kind: 'print', id, event: { type: 'confirmed' } }]);
  job.state = { name: 'confirmed' };
}

function record({ world, known }: Life, id: string, event: CashReceiptEvent): void {
  const receipt = known.receipts.get(id);
  const step = receipt === undefined ? null : stepCashReceipt(receipt.state, event);
  if (receipt === undefined || step === null || !step.ok) throw new Error(`a receipt refused ${event.type}`);
  world.append([{ kind: 'receipt', id, event }]);
  receipt.state = step.state;
}

function drive(life: Life, id: string): CashReceiptState {
  const { world, known, ways } = life;
  const receipt = known.receipts.get(id);
  if (receipt === undefined) throw new Error('a receipt its sale names has no record');
  for (let turn = 0; turn < 6; turn += 1) {
    const what = ways.receipt(receipt.state);
    if (what === 'rest') break;
    if (what === 'send') {
      if (receipt.state.name === 'queued') record(life, id, { type: 'sending', tradeDt: null });
      world.point();
      record(life, id, world.issue(receipt.mgtKey));
      if (receipt.state.name === 'queued') break;
    } else {
      world.point();
      const answer = world.inquire(receipt.mgtKey);
      world.point();
      if (answer === null) break;
      record(life, id, answer);
    }
  }
  return receipt.state;
}

function intentsOf(command: CheckoutCommand): Row[] {
  if (command.kind === 'open-drawer') return [{ kind: 'print-queued', id: command.jobId, what: 'drawer' }];
  return command.kind === 'print-slip' ? command.jobIds.map((id) => ({ kind: 'print-queued', id, what: 'slip' })) : [];
}

/** One life of the counter, from power-on until the sale is over and everything that waits has been tried. */
function live(world: World, script: Script, ways: Ways): void {
  const { rules } = script;
  const known = read(world, rules);
  const life: Life = { world, known, ways };

  /** The event and the intents of its command are one append; then the command is carried out. */
  function dispatch(event: CheckoutEvent, beside: readonly Row[] = []): void {
    const step = stepCheckout(known.sale, event, rules);
    if (!step.ok) throw new Error(`the sale refused ${event.type}: ${step.refusal}`);
    const intents = intentsOf(step.command);
    world.append([{ kind: 'sale', event }, ...beside, ...intents]);
    known.sale = step.state;
    for (const row of [...beside, ...intents]) {
      if (row.kind === 'print-queued') known.jobs.set(row.id, { what: row.what, state: { name: 'queued' } });
      if (row.kind === 'receipt-created') known.receipts.set(row.id, { mgtKey: row.mgtKey, state: NEW_CASH_RECEIPT });
    }
    perform(step.command);
  }

  function perform(command: CheckoutCommand): void {
    switch (command.kind) {
      case 'open-drawer':
        return send(life, command.jobId);
      case 'print-slip':
        return command.jobIds.forEach((id) => send(life, id));
      case 'issue-cash-receipt':
        return settle(command.cashReceiptId, drive(life, command.cashReceiptId));
      case 'answer-slip-by-rule':
        return dispatch({ type: 'slip-answered', wants: command.copies > 0, by: 'rule', jobIds: newJobs(world, command.copies) });
      case 'await-person':
      case 'nothing':
        return;
      // Cards have a model of their own (checkout/tendering.test.ts).
      default:
        throw new Error(`not in this model: ${command.kind}`);
    }
  }

  function settle(cashReceiptId: string, state: CashReceiptState): void {
    const outcome = state.name === 'issued' ? 'issued' : state.name === 'queued' ? 'queued' : state.name === 'failed' ? 'failed' : 'unknown';
    if (outcome === 'unknown' && !script.leaves) return;
    dispatch({ type: 'receipt-settled', cashReceiptId, outcome });
  }

  /** The person does the next thing the screen asks for. */
  function nextAct(): void {
    const { sale } = known;
    switch (sale.stage) {
      case 'basket':
      case 'held':
        return dispatch(atTheBasket(world, script, sale));
      case 'receipt-choice': {
        if (script.choice === 'postpone') return dispatch({ type: 'receipt-postponed' });
        if (script.choice === 'decline' || known.receipts.size >= 3) return dispatch({ type: 'receipt-declined' });
        const id = world.newId('c');
        return dispatch({ type: 'receipt-requested', cashReceiptId: id }, [{ kind: 'receipt-created', id, mgtKey: `key-${id}` }]);
      }
      case 'receipt-issuing':
        return settle(sale.cashReceiptId, drive(life, sale.cashReceiptId));
      case 'slip-question':
        return dispatch({ type: 'slip-answered', wants: script.wantsSlip, by: 'customer', jobIds: newJobs(world, script.wantsSlip ? rules.slip.copies : 0) });
      case 'done':
      case 'abandoned':
        return;
      default:
        throw new Error(`not in this model: ${sale.stage}`);
    }
  }

  for (const [id, job] of known.jobs) {
    const what = ways.print(job.state, job.what);
    if (what === 'send') send(life, id);
    else if (what !== 'nothing') world.append([{ kind: 'print', id, event: what }]);
  }
  perform(recoverCheckout(known.sale, rules));
  for (let turn = 0; turn < 60 && known.sale.stage !== 'done'; turn += 1) nextAct();
  for (let round = 0; round < 12; round += 1) for (const id of known.receipts.keys()) drive(life, id);
}

export function play(script: Script, ways: Ways = RIGHT): World {
  const world = createWorld(script);
  for (let life = 0; life < 60; life += 1) {
    try {
      live(world, script, ways);
      return world;
    } catch (problem) {
      if (!(problem instanceof PowerCut)) throw problem;
    }
  }
  throw new Error('the power never stayed');
}
