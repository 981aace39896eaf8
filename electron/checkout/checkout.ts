/**
 * Runs the sale on the screen: event → step → append → the one command the new state asks for.
 *
 * Everything that changes the sale goes through `dispatch`, one at a time. The step and every intent it entails (the drawer's job,
 * the receipt, the slips) are durable in ONE append before anything outside is touched; outcomes come back as later events.
 */
import { NEW_CASH_RECEIPT } from '../../domain/cash-receipt/machine.ts';
import type { CheckoutCommand, CheckoutEvent, CheckoutRefusal, CheckoutRules, CheckoutState, CheckoutStep } from '../../domain/checkout/machine.ts';
import { recoverCheckout, startSale, stepCheckout } from '../../domain/checkout/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { CashReceiptIntent, JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Settled } from '../cash-receipt/outcomes.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Prints } from '../slips/prints.ts';

export type Checkout = {
  readonly scan: (code: string, quantity: number) => Promise<Result<null>>;
  readonly addProduct: (productId: string, quantity: number) => Promise<Result<null>>;
  readonly setQuantity: (saleId: string, lineId: string, quantity: number) => Promise<Result<null>>;
  readonly cancelLine: (saleId: string, lineId: string) => Promise<Result<null>>;
  readonly undoCancelLine: (saleId: string) => Promise<Result<null>>;
  readonly abandon: (saleId: string) => Promise<Result<null>>;
  readonly tenderCash: (saleId: string, dueWon: number, receivedWon: number) => Promise<Result<null>>;
  readonly requestReceipt: (saleId: string, intent: CashReceiptIntent) => Promise<Result<null>>;
  readonly declineReceipt: (saleId: string) => Promise<Result<null>>;
  readonly postponeReceipt: (saleId: string) => Promise<Result<null>>;
  readonly leaveWaiting: (saleId: string) => Promise<Result<null>>;
  readonly answerSlip: (saleId: string, wants: boolean, by: 'customer' | 'cashier') => Promise<Result<null>>;
  readonly next: (saleId: string) => Promise<Result<null>>;
  /** Puts the sale the journal left open back on the screen and goes on with it. */
  readonly recover: (state: CheckoutState) => Promise<void>;
};

export function createCheckout(counter: Counter, receipts: Receipts, prints: Prints): Checkout {
  const { memory } = counter;
  const rules: CheckoutRules = { slip: counter.settings.slip, cashReceipt: counter.settings.cashReceipt };
  const exclusive = oneAtATime();

  /** Refuses what is meant for another sale than the one on the screen: a late key must not land on the next customer. */
  function onThisSale(saleId: string, job: (sale: CheckoutState) => Promise<Result<null>>): Promise<Result<null>> {
    return exclusive(async () => (memory.sale?.saleId === saleId ? job(memory.sale) : refuse('sale.unknown')));
  }

  async function dispatch(sale: CheckoutState, event: CheckoutEvent, extra: Extra = {}): Promise<Result<null>> {
    const step = stepCheckout(sale, event, rules);
    if (!step.ok) return refuse(failureOfRefusal(step.refusal));
    return commit(step, event, extra);
  }

  async function commit(step: CheckoutStep & { ok: true }, event: CheckoutEvent, extra: Extra): Promise<Result<null>> {
    const { state, command } = step;
    const actor = extra.actor === undefined ? memory.signedIn : extra.actor;
    const own = entry(
      counter,
      { kind: `sale.${event.type}`, payload: { event, after: state.stage === 'basket' ? null : state } },
      state.saleId,
      actor,
    );
    const durable = await append(counter, [...(extra.before ?? []), own, ...(extra.after ?? []), ...intentsOf(state, command)]);
    if (!durable.ok) return durable;
    extra.durable?.();
    memory.sale = state;
    if (state.stage !== 'basket') {
      memory.undo = null;
      memory.lastLineId = null;
    }
    if (state.stage === 'done') memory.lastSale = lastSaleOf(state);
    perform(state, command);
    counter.changed();
    return DONE;
  }

  /** The rows that must be durable together with the step that asks for the act. */
  function intentsOf(state: CheckoutState, command: CheckoutCommand): JournalEntry[] {
    switch (command.kind) {
      case 'open-drawer':
        return [entry(counter, { kind: 'print.queued', payload: { jobId: command.jobId, job: { kind: 'drawer' }, reason: 'drawer' } }, state.saleId)];
      case 'print-slip':
        return command.jobIds.map((jobId, index) => prints.slipIntent(state, jobId, index + 1));
      case 'issue-cash-receipt':
      case 'answer-slip-by-rule':
      case 'await-person':
      case 'nothing':
        return [];
      default:
        return unreachable(command);
    }
  }

  function perform(state: CheckoutState, command: CheckoutCommand): void {
    switch (command.kind) {
      case 'open-drawer':
        void prints.run(command.jobId);
        return;
      case 'print-slip':
        for (const jobId of command.jobIds) void prints.run(jobId);
        return;
      case 'issue-cash-receipt':
        void receipts.drive(command.cashReceiptId).then((settled) => settle(state.saleId, command.cashReceiptId, settled));
        return;
      case 'answer-slip-by-rule':
        void answerByRule(state.saleId, command.copies);
        return;
      case 'await-person':
      case 'nothing':
        return;
      default:
        unreachable(command);
    }
  }

  function settle(saleId: string, cashReceiptId: string, outcome: Settled): Promise<Result<null>> {
    return onThisSale(saleId, (sale) => dispatch(sale, { type: 'receipt-settled', cashReceiptId, outcome }, { actor: null }));
  }

  function answerByRule(saleId: string, copies: number): Promise<Result<null>> {
    const jobIds = newJobs(copies);
    return onThisSale(saleId, (sale) => dispatch(sale, { type: 'slip-answered', wants: copies > 0, by: 'rule', jobIds }, { actor: null }));
  }

  function newJobs(copies: number): string[] {
    return Array.from({ length: copies }, () => counter.ids.next('p'));
  }

  function add(find: () => Product | undefined, quantity: number): Promise<Result<null>> {
    return exclusive(async () => {
      const ready = mayBegin();
      if (!ready.ok) return ready;
      const product = find();
      if (product === undefined) return refuse('sale.product-unknown');
      const event: CheckoutEvent = { type: 'line-added', product, quantity, lineId: counter.ids.next('l') };
      const current = memory.sale;
      const result = current?.stage === 'basket' ? await dispatch(current, event) : await begin(event);
      if (result.ok) touched(product.productId);
      return result;
    });
  }

  /** The first line of a sale starts it: number and line are one append, so a number is never taken by an empty basket. */
  async function begin(event: CheckoutEvent): Promise<Result<null>> {
    const { shift, nextSaleNumber } = memory;
    if (shift === null) return refuse('shift.not-open');
    const sale = startSale(counter.ids.next('s'), nextSaleNumber);
    const step = stepCheckout(sale, event, rules);
    if (!step.ok) return refuse(failureOfRefusal(step.refusal));
    const started = entry(counter, { kind: 'sale.started', payload: { saleNumber: nextSaleNumber, shiftId: shift.shiftId } }, sale.saleId);
    const result = await commit(step, event, { before: [started] });
    if (!result.ok) return result;
    memory.nextSaleNumber = nextSaleNumber + 1;
    memory.draft = null;
    receipts.forgetSettled(sale.saleId);
    prints.forgetSettled(sale.saleId);
    return DONE;
  }

  function mayBegin(): Result<null> {
    if (memory.signedIn === null) return refuse('people.not-signed-in');
    if (memory.shift === null) return refuse('shift.not-open');
    const stage = memory.sale?.stage;
    if (stage === undefined || stage === 'basket' || stage === 'done' || stage === 'abandoned') return DONE;
    return refuse('sale.not-in-this-stage');
  }

  function touched(productId: string): void {
    memory.undo = null;
    memory.lastLineId = memory.sale?.stage === 'basket' ? (memory.sale.cart.lines.findLast((line) => line.productId === productId)?.lineId ?? null) : null;
    counter.changed();
  }

  return {
    scan: (code, quantity) => add(() => counter.products.find((product) => product.barcode === code), quantity),
    addProduct: (productId, quantity) => add(() => counter.products.find((product) => product.productId === productId), quantity),
    setQuantity: (saleId, lineId, quantity) =>
      onThisSale(saleId, async (sale) => {
        const result = await dispatch(sale, { type: 'quantity-set', lineId, quantity });
        if (result.ok) memory.lastLineId = lineId;
        return result;
      }),
    cancelLine: (saleId, lineId) =>
      onThisSale(saleId, async (sale) => {
        const index = sale.stage === 'basket' ? sale.cart.lines.findIndex((line) => line.lineId === lineId) : -1;
        const line = sale.stage === 'basket' ? sale.cart.lines[index] : undefined;
        const result = await dispatch(sale, { type: 'line-cancelled', lineId });
        if (result.ok && line !== undefined) memory.undo = { line, index };
        return result;
      }),
    undoCancelLine: (saleId) =>
      onThisSale(saleId, async (sale) => {
        const { undo } = memory;
        if (undo === null) return refuse('sale.nothing-to-undo');
        const result = await dispatch(sale, { type: 'line-restored', line: undo.line, index: undo.index });
        if (result.ok) memory.undo = null;
        return result;
      }),
    abandon: (saleId) =>
      onThisSale(saleId, async (sale) => {
        const result = await dispatch(sale, { type: 'abandoned' });
        if (result.ok) memory.sale = null;
        return result;
      }),
    tenderCash: (saleId, dueWon, receivedWon) =>
      onThisSale(saleId, (sale) =>
        dispatch(sale, { type: 'tendered', dueWon, receivedWon, paidAt: counter.now().toISOString(), drawerJobId: counter.ids.next('p') }),
      ),
    requestReceipt: (saleId, intent) =>
      onThisSale(saleId, async (sale) => {
        const created = entry(counter, { kind: 'cash-receipt.created', payload: intent }, saleId);
        const durable = () => receipts.remember([{ ...intent, saleId, saleNumber: sale.saleNumber, state: NEW_CASH_RECEIPT, createdAt: created.at, updatedAt: created.at }]);
        return dispatch(sale, { type: 'receipt-requested', cashReceiptId: intent.cashReceiptId }, { after: [created], durable });
      }),
    declineReceipt: (saleId) => onThisSale(saleId, (sale) => dispatch(sale, { type: 'receipt-declined' })),
    postponeReceipt: (saleId) => onThisSale(saleId, (sale) => dispatch(sale, { type: 'receipt-postponed' })),
    leaveWaiting: (saleId) =>
      onThisSale(saleId, async (sale) => {
        if (sale.stage !== 'receipt-issuing') return refuse('sale.not-in-this-stage');
        return dispatch(sale, { type: 'receipt-settled', cashReceiptId: sale.cashReceiptId, outcome: 'unknown' });
      }),
    answerSlip: (saleId, wants, by) =>
      onThisSale(saleId, (sale) => {
        const copies = wants ? counter.settings.slip.copies : 0;
        return dispatch(sale, { type: 'slip-answered', wants, by, jobIds: newJobs(copies) }, by === 'customer' ? { actor: null } : {});
      }),
    next: (saleId) =>
      onThisSale(saleId, async (sale) => {
        if (sale.stage !== 'done' && sale.stage !== 'abandoned') return refuse('sale.not-in-this-stage');
        memory.sale = null;
        memory.draft = null;
        counter.changed();
        return DONE;
      }),
    recover: async (state) => {
      memory.sale = state;
      perform(state, recoverCheckout(state, rules));
    },
  };
}

type Product = Counter['products'][number];
/** Rows that belong into the same append; whose act it is when it is not the cashier's; what to note once they are durable. */
type Extra = { readonly before?: readonly JournalEntry[]; readonly after?: readonly JournalEntry[]; readonly actor?: Actor | null; readonly durable?: () => void };

function lastSaleOf(state: CheckoutState & { stage: 'done' }) {
  const { saleId, saleNumber, payment } = state;
  return { saleId, saleNumber, totalWon: payment.totals.breakdown.totalWon, changeWon: payment.changeWon };
}

export function failureOfRefusal(refusal: CheckoutRefusal): FailureCode {
  switch (refusal) {
    case 'cart-empty':
      return 'sale.cart-empty';
    case 'received-less-than-due':
      return 'cash.received-less-than-due';
    case 'amount-not-won':
      return 'cash.amount-not-won';
    case 'due-has-changed':
      return 'cash.due-has-changed';
    case 'self-issue-required':
      return 'cash-receipt.self-issue-required';
    case 'line-unknown':
      return 'sale.line-unknown';
    case 'not-in-this-stage':
    case 'another-receipt':
    case 'slip-copies-differ':
      return 'sale.not-in-this-stage';
    case 'quantity-out-of-range':
      return 'sale.quantity-out-of-range';
    case 'cart-full':
      return 'sale.cart-full';
    case 'amount-too-large':
      return 'sale.amount-too-large';
    case 'discount-out-of-range':
      return 'sale.discount-out-of-range';
    default:
      return unreachable(refusal);
  }
}

