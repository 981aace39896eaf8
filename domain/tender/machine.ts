/**
 * How a sale is paid when it is paid in parts: cash, cards, any number of each (rules of the counter, §4).
 *
 * A part is cash, or one charge with the cancels of it. What is paid and what is left are never stored: they are read off the parts.
 *   taken      approved and not given back; a cancel that is under way or unknown gave nothing back yet
 *   in doubt   asked for, and not known to have ended: it may be taken
 *   surplus    approved when nobody counted on it any more; either kept for what is still due, or cancelled
 * Taken and in doubt never exceed what is due, so no part of a sale is charged twice, nor paid in cash while it may have been charged.
 * One trade at a time: while one is open or a surplus stands, no card is asked. Cash may still be taken for what nothing else may cover.
 *
 * The tax of each part is fixed when the part is begun, out of what the others left, so the parts add up to the sale to the won.
 */
import type { CancelIntent, ChargeIntent, Trade, TradeCommand, TradeEvent, TradeRefusal, TradeRules } from '../card-payment/machine.ts';
import { cancelOf, isOpen, newTrade, recoverTrade, stepTrade } from '../card-payment/machine.ts';
import type { InstallmentRefusal, InstallmentSettings } from '../card-payment/installments.ts';
import { installmentRefusal } from '../card-payment/installments.ts';
import type { TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, shareOfTax, sumTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import { isWon, MAX_RECEIVED_WON, sumWon } from '../won.ts';

export type CashPart = {
  readonly kind: 'cash';
  readonly partId: string;
  readonly amounts: TaxBreakdown;
  readonly receivedWon: number;
  readonly changeWon: number;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  /** Given back before the sale was over; null while it is held. */
  readonly returnedAt: string | null;
};

export type CardPart = {
  readonly kind: 'card';
  readonly partId: string;
  readonly charge: Trade<ChargeIntent>;
  readonly cancels: readonly Trade<CancelIntent>[];
  /** A charge that surfaced and was kept for what was still due. */
  readonly kept: boolean;
};

export type Part = CashPart | CardPart;
export type Tender = { readonly due: TaxBreakdown; readonly parts: readonly Part[] };

/** Of each kind. Attempts that came to nothing are parts too; when the cards are used up, cash still pays. */
export const MAX_PARTS = 20;
export const MAX_CANCELS = 5;

export type TenderEvent =
  | { readonly type: 'cash-taken'; readonly partId: string; readonly amountWon: number; readonly receivedWon: number; readonly takenAt: string }
  | { readonly type: 'cash-returned'; readonly partId: string; readonly at: string }
  | { readonly type: 'charge-intended'; readonly partId: string; readonly tradeNumber: string; readonly amountWon: number; readonly installmentMonths: number }
  | { readonly type: 'cancel-intended'; readonly partId: string; readonly tradeNumber: string }
  | { readonly type: 'charge-kept'; readonly partId: string }
  /** What became of one trade, named by its number. */
  | { readonly type: 'traded'; readonly tradeNumber: string; readonly event: TradeEvent };

export type TenderRefusal =
  | TradeRefusal
  | InstallmentRefusal
  | 'tender.amount-not-won'
  | 'tender.more-than-left'
  | 'tender.may-be-charged'
  | 'tender.locked-unknown'
  | 'tender.trade-under-way'
  | 'tender.surplus-first'
  | 'tender.too-many-parts'
  | 'tender.nothing-to-cancel'
  | 'tender.cannot-be-kept'
  | 'tender.too-many-cancels'
  | 'cash.received-less-than-due'
  | 'cash.amount-not-won'
  | 'sale.not-in-this-stage';

export type TenderCommand = { readonly kind: 'trade'; readonly tradeNumber: string; readonly command: TradeCommand } | { readonly kind: 'open-drawer' } | { readonly kind: 'nothing' };

export type TenderStep =
  | { readonly ok: true; readonly tender: Tender; readonly command: TenderCommand }
  | { readonly ok: false; readonly tender: Tender; readonly refusal: TenderRefusal };

export type TenderRules = { readonly installments: InstallmentSettings; readonly trade: TradeRules };

export type PartStanding = 'taken' | 'under-way' | 'unknown' | 'cancelling' | 'cancel-unknown' | 'surplus' | 'none' | 'returned';

export function newTender(due: TaxBreakdown): Tender {
  return { due, parts: [] };
}

export function standingOf(part: Part): PartStanding {
  if (part.kind === 'cash') return part.returnedAt === null ? 'taken' : 'returned';
  const { name } = part.charge.state;
  if (name === 'intended' || name === 'asked') return 'under-way';
  if (name === 'unknown' || name === 'inquiring') return 'unknown';
  if (name !== 'approved' && name !== 'surfaced') return 'none';
  const names = part.cancels.map((cancel) => cancel.state.name);
  if (names.some((each) => each === 'approved' || each === 'surfaced')) return 'returned';
  if (names.some((each) => each === 'unknown' || each === 'inquiring')) return 'cancel-unknown';
  if (names.some((each) => each === 'intended' || each === 'asked')) return 'cancelling';
  return name === 'surfaced' && !part.kept ? 'surplus' : 'taken';
}

/** Money of the customer that counts for this sale. A cancel that is not known to have ended gave nothing back yet; a surplus is held too, and counts for nothing. */
export function isTaken(part: Part): boolean {
  const standing = standingOf(part);
  return standing === 'taken' || ((standing === 'cancelling' || standing === 'cancel-unknown') && !isSurplus(part));
}

function isInDoubt(part: Part): boolean {
  const standing = standingOf(part);
  return standing === 'under-way' || standing === 'unknown';
}

function isSurplus(part: Part): boolean {
  return part.kind === 'card' && part.charge.state.name === 'surfaced' && !part.kept && standingOf(part) !== 'returned';
}

export function amountsOf(part: Part): TaxBreakdown {
  return part.kind === 'cash' ? part.amounts : part.charge.intent.amounts;
}

export function takenWon(tender: Tender): number {
  return sumWon(tender.parts.filter(isTaken).map((part) => amountsOf(part).totalWon));
}

export function inDoubtWon(tender: Tender): number {
  return sumWon(tender.parts.filter(isInDoubt).map((part) => amountsOf(part).totalWon));
}

/** Held beyond what counts: each of these is kept or cancelled before the sale can be over. */
export function surplusWon(tender: Tender): number {
  return sumWon(tender.parts.filter(isSurplus).map((part) => amountsOf(part).totalWon));
}

/** What may be asked for now: due, less what is taken and what may be. */
export function leftWon(tender: Tender): number {
  return left(tender).totalWon;
}

export function isPaid(tender: Tender): boolean {
  return takenWon(tender) === tender.due.totalWon && openTrade(tender) === null && surplusWon(tender) === 0;
}

/** Nothing of the customer's is held, and nothing may be: the sale can go back to the basket. */
export function isUntouched(tender: Tender): boolean {
  return takenWon(tender) === 0 && openTrade(tender) === null && surplusWon(tender) === 0;
}

/** The cash receipt is for the cash alone; null where no cash is held. */
export function cashAmounts(tender: Tender): TaxBreakdown | null {
  const cash = tender.parts.filter((part) => part.kind === 'cash' && isTaken(part)).map(amountsOf);
  return cash.length === 0 ? null : sumTax(cash);
}

/** Why nothing may be asked of the terminal now; null when it may. */
export function lockOf(tender: Tender): (TenderRefusal & ('tender.locked-unknown' | 'tender.trade-under-way' | 'tender.surplus-first')) | null {
  const open = openTrade(tender);
  if (open !== null) return open.state.name === 'unknown' || open.state.name === 'inquiring' ? 'tender.locked-unknown' : 'tender.trade-under-way';
  return surplusWon(tender) > 0 ? 'tender.surplus-first' : null;
}

/** The one trade that has not ended. */
export function openTrade(tender: Tender): Trade | null {
  return tradesOf(tender).find((trade) => isOpen(trade.state)) ?? null;
}

export function tradesOf(tender: Pick<Tender, 'parts'>): readonly Trade[] {
  return tender.parts.flatMap((part) => (part.kind === 'card' ? [part.charge, ...part.cancels] : []));
}

/** Total: an event that does not fit is refused with a code and changes nothing. */
export function stepTender(tender: Tender, event: TenderEvent, rules: TenderRules): TenderStep {
  switch (event.type) {
    case 'cash-taken':
      return takeCash(tender, event);
    case 'cash-returned':
      return returnCash(tender, event);
    case 'charge-intended':
      return intendCharge(tender, event, rules);
    case 'cancel-intended':
      return intendCancel(tender, event);
    case 'charge-kept':
      return keepCharge(tender, event.partId);
    case 'traded':
      return trade(tender, event, rules);
    default:
      return unreachable(event);
  }
}

/** After a restart: what the one open trade needs. Cash is in the drawer or it is not; nothing opens by itself. */
export function recoverTender(tender: Tender, rules: TenderRules): TenderEvent | TenderCommand {
  const open = openTrade(tender);
  if (open === null) return NOTHING;
  const { tradeNumber } = open.intent;
  const recovered = recoverTrade(open, rules.trade);
  return typeof recovered === 'string' ? { kind: 'trade', tradeNumber, command: recovered } : { type: 'traded', tradeNumber, event: recovered };
}

const NOTHING: TenderCommand = { kind: 'nothing' };

function refuse(tender: Tender, refusal: TenderRefusal): TenderStep {
  return { ok: false, tender, refusal };
}

function takeCash(tender: Tender, event: TenderEvent & { type: 'cash-taken' }): TenderStep {
  const refusal = beginRefusal(tender, event, 'cash');
  if (refusal !== null) return refuse(tender, refusal);
  if (!isWon(event.receivedWon) || event.receivedWon < 0 || event.receivedWon > MAX_RECEIVED_WON) return refuse(tender, 'cash.amount-not-won');
  if (event.receivedWon < event.amountWon) return refuse(tender, 'cash.received-less-than-due');
  const part: CashPart = {
    kind: 'cash',
    partId: event.partId,
    amounts: shareOfTax(left(tender), event.amountWon),
    receivedWon: event.receivedWon,
    changeWon: event.receivedWon - event.amountWon,
    takenAt: event.takenAt,
    returnedAt: null,
  };
  return { ok: true, tender: { ...tender, parts: [...tender.parts, part] }, command: { kind: 'open-drawer' } };
}

function returnCash(tender: Tender, event: TenderEvent & { type: 'cash-returned' }): TenderStep {
  const part = tender.parts.find((each) => each.partId === event.partId);
  if (part?.kind !== 'cash' || part.returnedAt !== null) return refuse(tender, 'sale.not-in-this-stage');
  return { ok: true, tender: withPart(tender, { ...part, returnedAt: event.at }), command: { kind: 'open-drawer' } };
}

function intendCharge(tender: Tender, event: TenderEvent & { type: 'charge-intended' }, rules: TenderRules): TenderStep {
  const refusal = lockOf(tender) ?? beginRefusal(tender, event, 'card') ?? installmentRefusal(rules.installments, event.amountWon, event.installmentMonths);
  if (refusal !== null) return refuse(tender, refusal);
  if (hasTrade(tender, event.tradeNumber)) return refuse(tender, 'sale.not-in-this-stage');
  const charge = newTrade({ kind: 'charge', tradeNumber: event.tradeNumber, amounts: shareOfTax(left(tender), event.amountWon), installmentMonths: event.installmentMonths } as const);
  const part: CardPart = { kind: 'card', partId: event.partId, charge, cancels: [], kept: false };
  return { ok: true, tender: { ...tender, parts: [...tender.parts, part] }, command: { kind: 'trade', tradeNumber: event.tradeNumber, command: 'authorise' } };
}

/** An approval that is not wanted, or that surfaced, is cancelled and not forgotten. One cancel at a time, and none after one is unknown. */
function intendCancel(tender: Tender, event: TenderEvent & { type: 'cancel-intended' }): TenderStep {
  const part = tender.parts.find((each) => each.partId === event.partId);
  const lock = lockOf(tender);
  if (lock !== null && lock !== 'tender.surplus-first') return refuse(tender, lock);
  if (part?.kind !== 'card' || hasTrade(tender, event.tradeNumber)) return refuse(tender, 'sale.not-in-this-stage');
  const standing = standingOf(part);
  const intent = standing === 'taken' || standing === 'surplus' ? cancelOf(part.charge, event.tradeNumber) : null;
  if (intent === null) return refuse(tender, 'tender.nothing-to-cancel');
  if (part.cancels.length >= MAX_CANCELS) return refuse(tender, 'tender.too-many-cancels');
  const cancels = [...part.cancels, newTrade(intent)];
  return { ok: true, tender: withPart(tender, { ...part, cancels }), command: { kind: 'trade', tradeNumber: event.tradeNumber, command: 'cancel' } };
}

/** Its tax was fixed when it was asked: it counts only where that still fits what the other parts left. */
function keepCharge(tender: Tender, partId: string): TenderStep {
  const part = tender.parts.find((each) => each.partId === partId);
  if (part?.kind !== 'card' || standingOf(part) !== 'surplus') return refuse(tender, 'sale.not-in-this-stage');
  if (!isWithin(amountsOf(part), left(tender))) return refuse(tender, 'tender.cannot-be-kept');
  return { ok: true, tender: withPart(tender, { ...part, kept: true }), command: NOTHING };
}

function trade(tender: Tender, event: TenderEvent & { type: 'traded' }, rules: TenderRules): TenderStep {
  for (const part of tender.parts) {
    if (part.kind !== 'card') continue;
    const at = [part.charge, ...part.cancels].find((each) => each.intent.tradeNumber === event.tradeNumber);
    if (at === undefined) continue;
    const step = stepTrade(at, event.event, rules.trade);
    if (!step.ok) return refuse(tender, step.refusal);
    const { state } = step.trade;
    const changed: CardPart =
      at === part.charge ? { ...part, charge: { ...part.charge, state } } : { ...part, cancels: part.cancels.map((cancel) => (cancel === at ? { ...cancel, state } : cancel)) };
    return { ok: true, tender: withPart(tender, changed), command: { kind: 'trade', tradeNumber: event.tradeNumber, command: step.command } };
  }
  return refuse(tender, 'sale.not-in-this-stage');
}

/** What a new part of this amount is refused for; null: it may be begun. */
function beginRefusal(tender: Tender, begun: { readonly partId: string; readonly amountWon: number }, kind: Part['kind']): TenderRefusal | null {
  const { partId, amountWon } = begun;
  if (!isWon(amountWon) || amountWon <= 0) return 'tender.amount-not-won';
  if (surplusWon(tender) > 0) return 'tender.surplus-first';
  if (amountWon > leftWon(tender)) return amountWon > leftWon(tender) + inDoubtWon(tender) ? 'tender.more-than-left' : 'tender.may-be-charged';
  if (tender.parts.filter((part) => part.kind === kind).length >= MAX_PARTS) return 'tender.too-many-parts';
  return tender.parts.some((part) => part.partId === partId) ? 'sale.not-in-this-stage' : null;
}

function hasTrade(tender: Tender, tradeNumber: string): boolean {
  return tradesOf(tender).some((each) => each.intent.tradeNumber === tradeNumber);
}

function withPart(tender: Tender, part: Part): Tender {
  return { ...tender, parts: tender.parts.map((each) => (each.partId === part.partId ? part : each)) };
}

/** What no part covers, by tax. Never negative: a part is cut from this, whole or in proportion. */
function left(tender: Tender): TaxBreakdown {
  return tender.parts.filter((part) => isTaken(part) || isInDoubt(part)).reduce((rest, part) => minusTax(rest, amountsOf(part)), tender.due);
}
