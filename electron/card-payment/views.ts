/** A sale in parts and what is open about cards, for the windows. Decides nothing. */
import type { CardOfferView, HandwrittenView, PartView, StrayView, TenderingView, UnknownTradeView } from '../../contract/cards.ts';
import type { CustomerView, PaymentView } from '../../contract/views.ts';
import type { HandwrittenRecord, StrayRecord } from '../../db/journal.ts';
import type { CardApproval } from '../../domain/card-payment/approval.ts';
import type { Trade } from '../../domain/card-payment/machine.ts';
import { approvalOf, isOpen, MAX_INQUIRIES, tradeWon } from '../../domain/card-payment/machine.ts';
import { troubleOf } from '../../domain/card-payment/trouble.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import { chargesOf, signatureOf } from '../../domain/checkout/payment.ts';
import type { PartSignature, Tendered, TenderingState } from '../../domain/checkout/state.ts';
import { mayWait } from '../../domain/checkout/tendering.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { ageDays, troubleOfSlip } from '../../domain/handwritten-slip/machine.ts';
import { troubleOfSignature } from '../../domain/signature/trouble.ts';
import type { CardPart, Part, Tender } from '../../domain/tender/machine.ts';
import { amountsOf, inDoubtWon, isTaken, isUntouched, leftWon, lockOf, openTrade, standingOf, surplusWon, takenWon, tradesOf } from '../../domain/tender/machine.ts';
import type { Settings } from '../settings.ts';
import type { LiveTrade, Trades } from './trades.ts';

export type TenderingSource = { readonly settings: Settings; readonly trades: Pick<Trades, 'capabilities' | 'live'> };

export function tenderingView(from: TenderingSource, sale: TenderingState): TenderingView {
  const { tender, totals } = sale;
  const live = liveOf(from.trades.live(), tender);
  const unknown = live === null ? unknownView(from, sale) : null;
  return {
    totalWon: tender.due.totalWon,
    takenWon: takenWon(tender),
    inDoubtWon: inDoubtWon(tender),
    surplusWon: surplusWon(tender),
    leftWon: leftWon(tender),
    quantity: totals.quantity,
    parts: tender.parts.map((part) => partView(part, sale)),
    lock: lockOf(tender),
    live,
    waiting: waitingOf(live, tender),
    unknown,
    signing: signingOf(sale),
    canLeave: isUntouched(tender) && live === null,
    canPutAside: mayWait(sale) && live === null,
  };
}

/** What the terminal is at, as far as this sale waits for it: its own trade, or a cash receipt of another sale before it. */
function liveOf(live: LiveTrade | null, tender: Tender): LiveTrade | null {
  return live !== null && isReceipts(live) && openTrade(tender) === null ? null : live;
}

/** Its own trade while the terminal is at another's: it is not asked yet, and can be taken back. */
function waitingOf(live: LiveTrade | null, tender: Tender): string | null {
  const open = openTrade(tender);
  return live !== null && open?.state.name === 'intended' && open.intent.tradeNumber !== live.tradeNumber ? open.intent.tradeNumber : null;
}

function isReceipts({ act }: LiveTrade): boolean {
  return act === 'receipt' || act === 'receipt-cancel';
}

export function cardOfferView({ settings, trades }: TenderingSource): CardOfferView {
  const { capabilities } = trades;
  return {
    terminal: settings.terminal.family !== 'none',
    maxTotalWon: capabilities.limits.maxTotalWon,
    installmentsFromWon: settings.card.installmentsFromWon,
    maxMonths: Math.min(settings.card.maxMonths, capabilities.installments.maxMonths),
    managerFromWon: settings.card.managerFromWon,
    stages: capabilities.stages,
  };
}

export function cardsOfPayment(payment: Payment): PaymentView['cards'] {
  return chargesOf(payment).map((part) => {
    const { issuer, maskedNumber, approvalNumber } = said(approvalOf(part.charge.state));
    const signature = payment.tendered === undefined ? null : signatureOf(payment.tendered, part.partId);
    const { amounts, installmentMonths } = part.charge.intent;
    return { partId: part.partId, amountWon: amounts.totalWon, installmentMonths, issuer, maskedNumber, approvalNumber, handwritten: signature?.state.name === 'handwritten', unsigned: unsignedWhy(signature) };
  });
}

/** What the customer is asked for, and nothing of what went before. */
export function customerTendering({ trades }: TenderingSource, { tender }: TenderingState): CustomerView['screen'] {
  const open = openTrade(tender);
  const chargingWon = open?.intent.kind === 'charge' ? tradeWon(open.intent) : null;
  return { kind: 'tendering', totalWon: tender.due.totalWon, takenWon: takenWon(tender), leftWon: leftWon(tender), chargingWon, wait: waitOf(open, trades.live()) };
}

function waitOf(open: Trade | null, live: LiveTrade | null): (CustomerView['screen'] & { kind: 'tendering' })['wait'] {
  if (open === null) return 'none';
  if (live === null || live.act === 'inquiry') return 'checking';
  if (live.act === 'cancel') return 'cancel';
  if (live.act === 'receipt' || live.act === 'receipt-cancel') return 'none';
  return live.stage === 'approving' || live.stage === 'confirming' ? 'approval' : 'card';
}

export function partView(part: Part, tendered: Pick<Tendered, 'signatures'>): PartView {
  const common = { partId: part.partId, kind: part.kind, standing: standingOf(part), amountWon: amountsOf(part).totalWon };
  if (part.kind === 'cash') return { ...common, receivedWon: part.receivedWon, changeWon: part.changeWon, installmentMonths: 0, card: null, trouble: null, message: '', signature: 'not-needed', unsigned: null };
  const newest = newestTrade(part);
  const approval = approvalOf(part.charge.state);
  const signature = signatureOf(tendered, part.partId);
  return {
    ...common,
    receivedWon: 0,
    changeWon: 0,
    installmentMonths: part.charge.intent.installmentMonths,
    card: approval === null ? null : said(approval),
    trouble: troubleOf(newest),
    message: newest.state.name === 'declined' ? newest.state.message : '',
    signature: signature?.state.name ?? 'not-needed',
    unsigned: common.standing === 'taken' ? unsignedWhy(signature) : null,
  };
}

function unsignedWhy(signature: PartSignature | null): FailureCode | null {
  return signature === null ? null : troubleOfSignature(signature.state);
}

/** Its cancel where there is one: what she waits for now. */
function newestTrade(part: CardPart): Trade {
  return part.cancels.at(-1) ?? part.charge;
}

function said(approval: CardApproval | null) {
  const { approvalNumber = '', maskedNumber = '', issuer = '', tradedAt = '' } = approval ?? {};
  return { approvalNumber, maskedNumber, issuer, tradedAt };
}

function unknownView(from: TenderingSource, { tender }: TenderingState): UnknownTradeView | null {
  const open = openTrade(tender);
  const part = tender.parts.find((each) => open !== null && tradesOf({ parts: [each] }).includes(open));
  return open === null ? null : unknownTradeView(from, open, part?.partId ?? '');
}

/** Null for a trade whose fate is known, or is just being asked for. */
export function unknownTradeView({ settings, trades }: TenderingSource, { intent, state }: Trade, partId: string): UnknownTradeView | null {
  if (state.name !== 'unknown') return null;
  const { claimed, inquiries } = state;
  return {
    tradeNumber: intent.tradeNumber,
    partId,
    act: intent.kind,
    amountWon: tradeWon(intent),
    reason: state.reason,
    detail: state.detail,
    inquiries,
    canInquire: trades.capabilities.inquiry === 'try' && inquiries < MAX_INQUIRIES,
    lastInquiry: state.lastInquiry,
    claimed: claimed === null ? null : { ...said(claimed), totalWon: claimed.totalWon },
    needsManager: tradeWon(intent) >= settings.card.managerFromWon,
  };
}

function signingOf({ tender, signatures }: TenderingState): TenderingView['signing'] {
  for (const { partId, state } of signatures) {
    const part = tender.parts.find((each) => each.partId === partId);
    if (state.name === 'asking' && part !== undefined && isTaken(part)) return { partId, amountWon: amountsOf(part).totalWon, attempt: state.attempt };
  }
  return null;
}

export function handwrittenView({ slipId, saleId, saleNumber, chargedWon, approval, state, openedAt }: HandwrittenRecord, nowIso: string): HandwrittenView {
  return {
    slipId,
    saleId,
    saleNumber,
    chargedWon,
    card: said(approval),
    state: state.name,
    trouble: troubleOfSlip(state),
    prints: 'prints' in state ? state.prints : 0,
    openedAt,
    ageDays: ageDays({ since: openedAt }, nowIso),
    how: 'how' in state ? state.how : null,
    collectedBy: 'collectedBy' in state ? state.collectedBy.name : '',
    collectedAt: 'collectedAt' in state ? state.collectedAt : null,
    batch: state.name === 'handed-over' ? state.batch : '',
    handedOn: state.name === 'handed-over' ? state.handedOn : '',
    writtenOffBy: state.name === 'written-off' ? state.by.name : '',
    reason: state.name === 'written-off' ? state.reason : '',
  };
}

/** `saleNumber`: of the sale it names, where that is known. */
export function strayView({ strayId, saleId, tradeNumber, amountWon, state, openedAt }: StrayRecord, saleNumber: number | null): StrayView {
  const [part] = state.tender?.parts ?? [];
  const cancel = part?.kind === 'card' ? (part.cancels.at(-1) ?? null) : null;
  const says = state.said.outcome === 'declined' || state.said.outcome === 'stopped' ? 'not-approved' : 'approved';
  const standing = cancel === null ? null : !isOpen(cancel.state) ? 'not-done' : cancel.state.name === 'unknown' ? 'unknown' : 'under-way';
  const canCancel = part !== undefined && (standing === null || standing === 'not-done');
  return { strayId, kind: state.said.kind, saleId, saleNumber, tradeNumber, amountWon, ...said(state.said.approval), says, openedAt, cancel: standing, trouble: cancel === null ? null : troubleOf(cancel), canCancel };
}
