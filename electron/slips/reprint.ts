/**
 * Another slip of a sale that is over (rules of the counter, §6). Of the last one any cashier prints it, with one key. Of any other it needs
 * the right to, or somebody who has it; and the customer is asked for one thing she knows of the purchase. What is printed is what was
 * printed before, to the letter, under a mark; who, why and by whose leave is in the same append.
 */
import type { CallPayload } from '../../contract/calls.ts';
import type { PrintJobRecord } from '../../db/journal.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { lastDigits } from '../../domain/card-payment/card-number.ts';
import { slipRuleOf } from '../../domain/checkout/machine.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import { chargesOf } from '../../domain/checkout/payment.ts';
import type { JournalEntry, PrintIntent, PrintReason } from '../../domain/journal-entry.ts';
import { mayBeOut } from '../../domain/print-job.ts';
import { factHolds } from '../../domain/slip/customer-fact.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { CopyKind } from '../../domain/slip/policy.ts';
import { markedCopy } from '../../domain/slip/receipt.ts';
import { asPrinted, paperOf } from '../../domain/slip/reprint.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Approvals } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { NONE } from '../settings.ts';
import type { ReceiptsOfSale } from './copies.ts';
import type { PaidSale } from './documents.ts';
import { slipsOfSale } from './documents.ts';
import type { Prints } from './prints.ts';

export type ReprintRequest = CallPayload<'slip.printAgain'>;
export type ReprintWork = { readonly counter: Counter; readonly prints: Pick<Prints, 'again'>; readonly receipts: ReceiptsOfSale; readonly approvals: Pick<Approvals, 'check'> };

/** `sale`: over, as the journal has it; its receipts are known by now. */
export function reprint(work: ReprintWork, sale: PaidSale, request: ReprintRequest): Promise<Result<null>> {
  const { counter } = work;
  if (request.printer === 'second' && counter.settings.backupPrinter.address === NONE) return Promise.resolve(refuse('printer.no-second'));
  return work.prints.again(sale.saleId, async (before) => {
    // The slip for a pen is followed by itself, that of a refund is another paper: neither is a copy of the sale's.
    const slips = before.filter(({ job, reason }) => job.kind === 'slip' && reason !== 'handwritten' && reason !== 'refund');
    const allowed = (await isFree(counter, sale.saleId, slips)) ? ok(FREE) : await ask(work, sale, request);
    if (!allowed.ok) return allowed;
    const { rows, about } = allowed.value;
    const copyNumber = Math.max(0, ...slips.map(({ job, state }) => (job.kind === 'slip' && mayBeOut(state) ? job.copyNumber : 0))) + 1;
    const copyKind = copyKindOf(counter, sale, slips);
    const mark = { copyNumber, at: counter.now().toISOString(), by: counter.memory.signedIn?.name ?? '' };
    const intents = documentsOf(work, sale, slips, copyKind).map((document): PrintIntent => ({
      jobId: counter.ids.next('p'),
      job: { kind: 'slip', document: copyNumber === 1 ? document : markedCopy(document, mark), copyKind, copyNumber },
      reason: reasonOf(slips, request),
      ...(request.printer === 'second' ? { printer: 'second' } : {}),
      ...about,
    }));
    return ok({ intents, rows });
  });
}

type Allowed = { readonly rows: readonly JournalEntry[]; readonly about: Pick<PrintIntent, 'approver' | 'asked'> };

const FREE: Allowed = { rows: [], about: {} };

/** The last sale, whoever sold it; and a slip of which certainly nothing came out, for its customer still has none. */
async function isFree(counter: Counter, saleId: string, slips: readonly PrintJobRecord[]): Promise<boolean> {
  if (slips.length > 0 && !slips.some(({ state }) => mayBeOut(state))) return true;
  return saleId === (counter.memory.lastSale?.saleId ?? (await newestSale(counter)));
}

async function newestSale({ journal }: Counter): Promise<string | null> {
  const page = await journal.findSales({ words: [], days: null, minutes: null, tender: null, cashierId: null, only: null }, { limit: 1 });
  return page.found[0]?.sale.saleId ?? null;
}

/** First the customer, then the right: an approval is not spent on a question that was answered wrongly. */
async function ask({ counter, approvals }: ReprintWork, sale: PaidSale, { fact, approvalId }: ReprintRequest): Promise<Result<Allowed>> {
  const { totalWon } = sale.payment.totals.breakdown;
  if (fact === null) return refuse('slip.fact-needed');
  if (!factHolds(fact.kind, fact.said, { totalWon, paidAt: sale.payment.paidAt, cardTails: cardTailsOf(sale.payment), productNames: sale.payment.cart.lines.map(({ name }) => name) })) {
    const durable = await append(counter, [entry(counter, { kind: 'slip.fact-differed', payload: { fact: fact.kind } }, sale.saleId)]);
    return durable.ok ? refuse('slip.fact-differs', fact.kind) : durable;
  }
  const allowed = await approvals.check({ act: 'reprint-older', saleId: sale.saleId, amountWon: totalWon, reason: null }, approvalId);
  if (!allowed.ok) return allowed;
  const { rows, approver } = allowed.value;
  return ok({ rows, about: { asked: fact.kind, ...(approver === null ? {} : { approver }) } });
}

/** Every paper of a copy, each as it was printed before; what never was, as it is now. */
function documentsOf({ counter, receipts }: ReprintWork, sale: PaidSale, slips: readonly PrintJobRecord[], copyKind: CopyKind): readonly SlipDocument[] {
  return slipsOfSale(counter, sale, receipts.ofSale(sale.saleId), copyKind, 1).map((now) => {
    const stored = slips.findLast(({ job }) => job.kind === 'slip' && paperOf(job.document) === paperOf(now));
    return stored?.job.kind === 'slip' ? asPrinted(stored.job.document, now) : now;
  });
}

/** As before; the first time, what the customer's slip of this sale is called in this shop. */
function copyKindOf({ settings }: Counter, { payment }: PaidSale, slips: readonly PrintJobRecord[]): CopyKind {
  const last = slips.at(-1);
  if (last?.job.kind === 'slip') return last.job.copyKind;
  const rule = slipRuleOf(settings, payment);
  return rule.rule === 'none' ? 'customer' : rule.copyKind;
}

function reasonOf(slips: readonly PrintJobRecord[], { reason, printer }: ReprintRequest): PrintReason {
  if (slips.length === 0) return 'original';
  return printer === 'second' ? 'other-printer' : reason;
}

/** The ends of the cards it was paid with, as far as they are known. */
function cardTailsOf(payment: Payment): readonly string[] {
  return chargesOf(payment).flatMap(({ charge }) => {
    const approval = approvalOf(charge.state);
    return approval === null ? [] : [lastDigits(approval.maskedNumber)];
  });
}
