/**
 * What one sale takes: from the views main pushes, the presses so far and the page's clock. Pure. A sale this window did not see from its
 * first line (it was loaded again, the basket was on hold) is not measured: half a count is worse than none.
 */
import type { MeterSample } from '../../../contract/meter.ts';
import { MAX_COUNTED, MAX_TIMED_MS } from '../../../contract/limits.ts';
import type { SaleView } from '../../../contract/views.ts';

type Mark = { readonly presses: number; readonly atMs: number };

type Running = {
  readonly saleId: string;
  readonly began: Mark;
  readonly quantity: number;
  /** Presses when the last item came in. */
  readonly atLastItem: number;
  readonly paid: Mark | null;
  /** When the cash receipt was asked about, and when its issue was asked for. */
  readonly question: Mark | null;
  readonly requested: Mark | null;
  readonly issued: Mark | null;
};

export type SaleMeter = {
  readonly running: Running | null;
  /** A scan main has not answered yet: the item came with it, whatever was pressed since. */
  readonly scannedAt: number | null;
  /** Nothing is measured before this window has seen the counter at rest once, or a sale begin. */
  readonly fresh: boolean;
};

export const NEW_METER: SaleMeter = { running: null, scannedAt: null, fresh: true };

export function scanned(meter: SaleMeter, presses: number): SaleMeter {
  return { ...meter, scannedAt: presses };
}

export type Metered = { readonly meter: SaleMeter; /** A sale that is over: to be kept. */ readonly sample: MeterSample | null };

export function seeSale(meter: SaleMeter, sale: SaleView, now: Mark): Metered {
  const { running } = meter;
  if (running !== null && running.paid !== null && (sale.stage === 'idle' || sale.saleId !== running.saleId)) {
    return { meter: seeSale({ ...meter, running: null }, sale, now).meter, sample: sampleOf(running) };
  }
  if (sale.stage === 'idle') return { meter: { ...NEW_METER, scannedAt: meter.scannedAt, fresh: false }, sample: null };
  if (sale.stage === 'basket') return { meter: seeBasket(meter, sale, now), sample: null };
  if (running === null || running.saleId !== sale.saleId) return { meter: { ...meter, running: null, scannedAt: null, fresh: false }, sample: null };
  const after = seePaid(running, sale, now);
  if (sale.stage !== 'done') return { meter: { ...meter, running: after, scannedAt: null }, sample: null };
  return { meter: { ...meter, running: null, scannedAt: null }, sample: sampleOf(after) };
}

function seeBasket(meter: SaleMeter, sale: SaleView & { stage: 'basket' }, now: Mark): SaleMeter {
  const { running, scannedAt, fresh } = meter;
  // Not one the window was loaded in the middle of, nor a basket that came back from being on hold. A burst of scans is one view.
  const begins = !fresh && sale.quantity > 0 && (sale.lines.length === 1 || scannedAt !== null);
  if (running === null || running.saleId !== sale.saleId) {
    if (!begins) return { running: null, scannedAt: null, fresh: false };
    const atLastItem = scannedAt ?? now.presses;
    return { running: { saleId: sale.saleId, began: { ...now, presses: atLastItem }, quantity: sale.quantity, atLastItem, paid: null, question: null, requested: null, issued: null }, scannedAt: null, fresh: false };
  }
  if (sale.quantity === running.quantity) return meter;
  const atLastItem = sale.quantity > running.quantity ? (scannedAt ?? now.presses) : running.atLastItem;
  return { ...meter, scannedAt: null, running: { ...running, quantity: sale.quantity, atLastItem } };
}

function seePaid(running: Running, sale: Exclude<SaleView, { stage: 'idle' | 'basket' }>, now: Mark): Running {
  const question = running.question ?? (sale.stage === 'receipt-choice' ? now : null);
  const requested = running.requested ?? (sale.stage === 'receipt-issuing' ? now : null);
  const state = 'cashReceipt' in sale ? sale.cashReceipt?.state : undefined;
  const isIssued = state === 'issued' || state === 'confirmed';
  return { ...running, paid: running.paid ?? now, question, requested, issued: running.issued ?? (isIssued ? now : null) };
}

/** Null where a number is beyond what a person at work can mean. */
function sampleOf({ saleId, began, atLastItem, paid, question, requested, issued }: Running): MeterSample | null {
  if (paid === null) return null;
  const paidAfterMs = Math.round(paid.atMs - began.atMs);
  const untilPaid = paid.presses - began.presses;
  if (paidAfterMs > MAX_TIMED_MS || paidAfterMs < 0 || untilPaid > MAX_COUNTED) return null;
  const sample = { saleId, sinceLastItem: paid.presses - atLastItem, untilPaid, paidAfterMs };
  if (question === null || issued === null) return { ...sample, receipt: null };
  const issuedAfterMs = Math.round(issued.atMs - question.atMs);
  const presses = (requested ?? issued).presses - question.presses;
  return { ...sample, receipt: issuedAfterMs > MAX_TIMED_MS || presses > MAX_COUNTED ? null : { presses, issuedAfterMs } };
}
