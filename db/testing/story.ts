/**
 * A shop's days, told by the domain's own machines: each act gives the entries of one append and keeps the states they lead to.
 * Tests hold what the journal answers against these states. Which act comes next is the caller's number, so a story can be
 * drawn by fast-check, shrunk and told again.
 */
import { stepCashReceipt, NEW_CASH_RECEIPT, type CashReceiptEvent, type CashReceiptState, type Issue } from '../../domain/cash-receipt/machine.ts';
import { startSale, stepCheckout, type CheckoutEvent, type CheckoutRules, type CheckoutState, type Payment } from '../../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../../domain/checkout/rules.ts';
import type { EntryBody, CashReceiptIntent, JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { stepPrintJob, type PrintJobEvent, type PrintJobState } from '../../domain/print-job.ts';
import { totalsOf } from '../../domain/cart.ts';
import { sumWon } from '../../domain/won.ts';

export const ACTOR: Actor = { userId: 'user-1', name: '김', role: 'cashier' };
export const RULES: CheckoutRules = DEFAULT_CHECKOUT_RULES;
const FIRST_DAY_MS = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

export type ToldSale = { readonly saleId: string; readonly shiftId: string; readonly businessDay: string; state: CheckoutState; payment: Payment | null; readonly events: CheckoutEvent[] };
export type ToldReceipt = { readonly intent: CashReceiptIntent; readonly saleId: string; state: CashReceiptState };
export type ToldPrint = { readonly intent: PrintIntent; readonly saleId: string | null; readonly shiftId: string | null; state: PrintJobState };
export type ToldShift = { readonly shiftId: string; readonly businessDay: string; readonly floatWon: number; zNumber: number | null };

export type Story = {
  readonly sales: ToldSale[];
  readonly receipts: ToldReceipt[];
  readonly prints: ToldPrint[];
  readonly shifts: ToldShift[];
  readonly failures: { businessDay: string; code: string }[];
  readonly entries: JournalEntry[];
  /** Chooses one of the acts possible now; returns the entries of its append. */
  readonly next: (choice: number) => readonly JournalEntry[];
};

type Act = () => readonly JournalEntry[];

type Told = Omit<Story, 'next'>;

export function tellStory(): Story {
  const story: Told = { sales: [], receipts: [], prints: [], shifts: [], failures: [], entries: [] };
  return {
    ...story,
    next(choice) {
      const shift = openShift(story);
      const acts = [
        ...(shift === undefined ? openingActs(story) : shiftActs(story, shift)),
        ...(shift === undefined ? [] : story.sales.flatMap((sale) => saleActs(story, sale))),
        ...story.receipts.flatMap((receipt) => receiptActs(story, receipt)),
        ...story.prints.flatMap((job) => printActs(story, job)),
      ];
      const rows = acts[choice % acts.length]?.() ?? [];
      story.entries.push(...rows);
      return rows;
    },
  };
}

function openShift(story: Told): ToldShift | undefined {
  return story.shifts.find((shift) => shift.zNumber === null);
}

function businessDay(story: Told): string {
  return dayOf(Math.max(0, story.shifts.length - 1));
}

function dayOf(shiftIndex: number): string {
  return new Date(FIRST_DAY_MS + shiftIndex * DAY_MS).toISOString().slice(0, 10);
}

function entry(story: Told, body: EntryBody, saleId: string | null = null): JournalEntry {
  const at = new Date(FIRST_DAY_MS + story.entries.length * 1_000).toISOString();
  return { ...body, at, businessDay: businessDay(story), actor: ACTOR, saleId };
}

function openingActs(story: Told): Act[] {
  const open = () => {
    const shift = { shiftId: `shift-${story.shifts.length + 1}`, businessDay: dayOf(story.shifts.length), floatWon: 100_000 };
    const opened = entry(story, { kind: 'shift.opened', payload: { shiftId: shift.shiftId, floatWon: shift.floatWon } });
    story.shifts.push({ ...shift, zNumber: null });
    return [{ ...opened, businessDay: shift.businessDay }];
  };
  return [open];
}

function shiftActs(story: Told, shift: ToldShift): Act[] {
  const open = story.sales.filter((sale) => sale.state.stage !== 'done' && sale.state.stage !== 'abandoned');
  const acts: Act[] = [() => fail(story, 'printer.paper-end'), () => fail(story, 'cash-receipt.network')];
  if (open.length < 3) acts.push(() => start(story, shift));
  if (open.length === 0) acts.push(() => close(story, shift));
  return acts;
}

function fail(story: Told, code: 'printer.paper-end' | 'cash-receipt.network'): readonly JournalEntry[] {
  story.failures.push({ businessDay: businessDay(story), code });
  return [entry(story, { kind: 'failure.recorded', payload: { code, detail: 'as scripted' } })];
}

function start(story: Told, shift: ToldShift): readonly JournalEntry[] {
  const saleNumber = story.sales.length + 1;
  const saleId = `sale-${saleNumber}`;
  story.sales.push({ saleId, shiftId: shift.shiftId, businessDay: businessDay(story), state: startSale(saleId, saleNumber), payment: null, events: [] });
  return [entry(story, { kind: 'sale.started', payload: { saleNumber, shiftId: shift.shiftId } }, saleId)];
}

function close(story: Told, shift: ToldShift): readonly JournalEntry[] {
  const zNumber = story.shifts.length;
  shift.zNumber = zNumber;
  const paid = story.sales.filter((sale) => sale.shiftId === shift.shiftId && sale.payment !== null);
  const cashSalesWon = sumWon(paid.map((sale) => sale.payment?.totals.breakdown.totalWon ?? 0));
  const expectedWon = shift.floatWon + cashSalesWon;
  const openCases = { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
  const amounts = { floatWon: shift.floatWon, cashSalesWon, saleCount: paid.length, expectedWon, countedWon: expectedWon, differenceWon: 0 };
  return [entry(story, { kind: 'shift.closed', payload: { shiftId: shift.shiftId, zNumber, ...amounts, counted: [], openCases } })];
}

/** Null when the machine refuses the event. */
function checkout(story: Told, sale: ToldSale, event: CheckoutEvent): Act | null {
  const step = stepCheckout(sale.state, event, RULES);
  if (!step.ok) return null;
  return () => {
    const { state, command } = step;
    sale.state = state;
    sale.events.push(event);
    if ('payment' in state) sale.payment = state.payment;
    const after = state.stage === 'basket' ? null : state;
    const rows = [entry(story, { kind: `sale.${event.type}`, payload: { event, after } }, sale.saleId)];
    if (command.kind === 'open-drawer') rows.push(print(story, { jobId: command.jobId, job: { kind: 'drawer' }, reason: 'drawer' }, sale.saleId));
    if (command.kind === 'issue-cash-receipt') rows.push(...receipt(story, sale, command.cashReceiptId));
    if (command.kind === 'print-slip') for (const jobId of command.jobIds) rows.push(print(story, slip(jobId, 'original'), sale.saleId));
    return rows;
  };
}

function slip(jobId: string, reason: PrintIntent['reason']): PrintIntent {
  const document = { kind: 'sale', practice: true, blocks: [{ kind: 'text', text: '감사합니다' }] } as const;
  return { jobId, job: { kind: 'slip', document, copyKind: 'customer', copyNumber: 1 }, reason };
}

function print(story: Told, intent: PrintIntent, saleId: string | null): JournalEntry {
  story.prints.push({ intent, saleId, shiftId: openShift(story)?.shiftId ?? null, state: { name: 'queued' } });
  return entry(story, { kind: 'print.queued', payload: intent }, saleId);
}

function receipt(story: Told, sale: ToldSale, cashReceiptId: string): readonly JournalEntry[] {
  const amounts = sale.payment?.totals.breakdown;
  if (amounts === undefined) throw new Error('a receipt for what was not paid');
  const about = { purpose: 'income-deduction', form: 'phone', identifierSealed: 'v1.sealed', identifierMasked: '010-****-5678' } as const;
  const intent: CashReceiptIntent = { cashReceiptId, mgtKey: `key-${cashReceiptId}`, ...about, amounts, paidAt: sale.payment?.paidAt ?? '', deadlineAt: null };
  story.receipts.push({ intent, saleId: sale.saleId, state: NEW_CASH_RECEIPT });
  return [entry(story, { kind: 'cash-receipt.created', payload: intent }, sale.saleId)];
}

function saleActs(story: Told, sale: ToldSale): Act[] {
  const { state } = sale;
  const id = `${sale.saleId}-${sale.events.length}`;
  const product = { productId: 'p-1', barcode: '8801234567893', name: '우유', priceWon: 2_800, taxClass: 'taxable', category: '유제품' } as const;
  const exempt = { ...product, productId: 'p-2', name: '쌀', priceWon: 33_333, taxClass: 'exempt' } as const;
  const dueWon = state.stage === 'basket' ? totalsOf(state.cart).breakdown.totalWon : 0;
  const lineId = state.stage === 'basket' ? (state.cart.lines[0]?.lineId ?? 'none') : 'none';
  const paidAt = new Date(FIRST_DAY_MS + story.entries.length * 1_000).toISOString();
  const receiptState = story.receipts.findLast((told) => told.saleId === sale.saleId)?.state.name;
  const cashReceiptId = state.stage === 'receipt-issuing' ? state.cashReceiptId : `receipt-${id}`;
  const events: CheckoutEvent[] = [
    { type: 'line-added', product, quantity: 2, lineId: `line-${id}` },
    { type: 'line-added', product: exempt, quantity: 1, lineId: `line-${id}` },
    { type: 'quantity-set', lineId, quantity: 7 },
    { type: 'line-cancelled', lineId },
    { type: 'line-discounted', lineId, discountWon: 100 },
    { type: 'sale-discounted', discountWon: dueWon % 1_000 },
    { type: 'tendered', dueWon, receivedWon: dueWon + 700, paidAt, drawerJobId: `drawer-${id}` },
    { type: 'tendered', dueWon, receivedWon: dueWon, paidAt, drawerJobId: `drawer-${id}` },
    { type: 'receipt-declined' },
    { type: 'receipt-postponed' },
    { type: 'receipt-requested', cashReceiptId },
    { type: 'receipt-settled', cashReceiptId, outcome: receiptState === 'issued' ? 'issued' : receiptState === 'failed' ? 'failed' : 'queued' },
    { type: 'slip-answered', wants: true, by: 'customer', jobIds: [`slip-${id}`] },
    { type: 'slip-answered', wants: false, by: 'cashier', jobIds: [] },
    { type: 'line-noted', lineId, note: '썰어서' },
    { type: 'held', heldAt: paidAt },
    { type: 'recalled' },
    { type: 'abandoned' },
  ];
  return events.map((event) => checkout(story, sale, event)).filter((act) => act !== null);
}

function receiptActs(story: Told, told: ToldReceipt): Act[] {
  const issue: Issue = { approvalNumber: 'TB0000178', tradeDate: '20260105', tradeDt: '20260105120000' };
  const refusal = { failure: 'cash-receipt.system', gatewayCode: -99_999_999, message: '점검' } as const;
  const events: CashReceiptEvent[] = [
    { type: 'sending', tradeDt: null },
    { type: 'issued', ...issue },
    { type: 'refused', refusal },
    { type: 'unreachable', why: 'no route' },
    { type: 'put-off', cause: 'system', message: '점검' },
    { type: 'unclear', why: 'time-out', refusal: null },
    { type: 'found', ...issue },
    { type: 'absent' },
    { type: 'nts-confirmed' },
    { type: 'nts-rejected', ntsCode: '5100', ntsMessage: '거절' },
    { type: 'cancelled', cancelApprovalNumber: 'TB0000179', cancelledWon: 1, whole: true },
  ];
  return events.flatMap((event): Act[] => {
    const step = stepCashReceipt(told.state, event);
    if (!step.ok) return [];
    return [
      () => {
        told.state = step.state;
        const payload = { cashReceiptId: told.intent.cashReceiptId, event, after: step.state };
        return [entry(story, { kind: `cash-receipt.${event.type}`, payload }, told.saleId)];
      },
    ];
  });
}

function printActs(story: Told, told: ToldPrint): Act[] {
  const events: PrintJobEvent[] = [
    { type: 'sent' },
    { type: 'confirmed' },
    { type: 'unknown', why: 'no status' },
    { type: 'failed', cause: 'paper-end', detail: 'status bytes' },
    { type: 'settled', how: 'came-out' },
    { type: 'settled', how: 'written' },
  ];
  const acts = events.flatMap((event): Act[] => {
    const step = stepPrintJob(told.state, event);
    if (!step.ok) return [];
    return [
      () => {
        told.state = step.state;
        return [entry(story, { kind: `print.${event.type}`, payload: { jobId: told.intent.jobId, event, after: step.state } }, told.saleId)];
      },
    ];
  });
  const canPrintAgain = (told.state.name === 'failed' || told.state.name === 'unknown') && told.intent.job.kind === 'slip';
  if (canPrintAgain) acts.push(() => [print(story, slip(`again-${story.prints.length}`, 'again'), told.saleId)]);
  return acts;
}
