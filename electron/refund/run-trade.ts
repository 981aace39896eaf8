/**
 * What a refund asks of the card terminal. As for a sale: `asking` is durable before the first byte leaves, its answer before anything
 * else is done; what the journal cannot take is kept until it can. What a result brings besides is in the same append: a slip nobody has
 * to sign any more, one somebody has to, a signature the terminal took.
 */
import type { Trade, TradeEvent } from '../../domain/card-payment/machine.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { CardReturn } from '../../domain/refund/card-return.ts';
import { isCancelled } from '../../domain/refund/card-return.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { tradesOf } from '../../domain/refund/stage.ts';
import { signatureNeed } from '../../domain/signature/rule.ts';
import type { CardPart } from '../../domain/tender/machine.ts';
import { standingOf } from '../../domain/tender/machine.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { signatureRule } from '../signature/settings.ts';
import type { RefundRun, TradeRows } from './dispatch.ts';
import { dispatch, find, onRefund } from './dispatch.ts';

/** Once: only a trade that was `intended` takes `asking`, and without it nothing is sent. In the terminal's turn: a cash receipt may be there. */
export async function tradeAtTerminal(run: RefundRun, refundId: string, tradeNumber: string): Promise<void> {
  await run.trades.inTurn(async () => {
    const trade = await asked(run, refundId, tradeNumber, { type: 'asking' });
    if (trade !== null) await told(run, refundId, tradeNumber, await run.trades.send(trade));
  });
}

export async function inquireAtTerminal(run: RefundRun, refundId: string, tradeNumber: string): Promise<void> {
  await run.trades.inTurn(async () => {
    const trade = await asked(run, refundId, tradeNumber, { type: 'inquiring' });
    if (trade !== null) await told(run, refundId, tradeNumber, await run.trades.inquire(trade));
  });
}

async function asked(run: RefundRun, refundId: string, tradeNumber: string, event: TradeEvent): Promise<Trade | null> {
  const result = await told(run, refundId, tradeNumber, event);
  const refund = result.ok ? await find(run, refundId) : null;
  return refund === null ? null : tradeIn(refund, tradeNumber);
}

export function tradeIn(refund: Refund, tradeNumber: string): Trade | null {
  return refund.returns.flatMap(tradesOf).find((trade) => trade.intent.tradeNumber === tradeNumber) ?? null;
}

async function told(run: RefundRun, refundId: string, tradeNumber: string, event: TradeEvent): Promise<Result<null>> {
  const result = await onRefund(run, refundId, (refund) => dispatch(run, refund, { type: 'traded', tradeNumber, event }, { actor: null }));
  if (!result.ok && (event.type === 'answered' || event.type === 'inquiry-answered')) run.unwritten.set(tradeNumber, { refundId, event });
  return result;
}

/** What belongs into the append of a trade's result. */
export function tradeRows(run: RefundRun, before: Refund, after: Refund, tradeNumber: string): TradeRows {
  const ret = after.returns.find((each): each is CardReturn => each.kind === 'card' && tradesOf(each).some((trade) => trade.intent.tradeNumber === tradeNumber));
  const was = before.returns.find((each): each is CardReturn => each.kind === 'card' && each.intent.returnId === ret?.intent.returnId);
  if (ret === undefined || was === undefined) return { rows: [], durable: () => undefined };
  const gone = isCancelled(ret) && !isCancelled(was) ? run.handwritten.chargeGone(ret.intent.payment.charge.tradeNumber) : null;
  const goneAgain = cancelledAgain(run, was, ret);
  const charged = newCharge(was, ret);
  const picture = charged === null ? [] : pictureRows(run, after, charged);
  const slip = charged === null ? null : slipToSign(run, after, ret, charged);
  return {
    rows: [...(gone?.rows ?? []), ...(goneAgain?.rows ?? []), ...picture, ...(slip?.rows ?? [])],
    durable: () => {
      if (picture.length > 0) run.trades.forgetPicture(tradeNumber);
      for (const change of [gone, goneAgain, slip]) change?.durable();
    },
  };
}

function partsOf(ret: CardReturn): readonly CardPart[] {
  return (ret.rest?.tender.parts ?? []).flatMap((part) => (part.kind === 'card' ? [part] : []));
}

/** A charge that has just been taken for what the customer keeps. */
function newCharge(before: CardReturn, after: CardReturn): CardPart | null {
  const had = new Set(partsOf(before).filter((part) => standingOf(part) === 'taken').map((part) => part.partId));
  return partsOf(after).find((part) => standingOf(part) === 'taken' && !had.has(part.partId)) ?? null;
}

/** A charge of the rest that was itself taken back: nobody has to sign for it. */
function cancelledAgain(run: RefundRun, before: CardReturn, after: CardReturn): TradeRows | null {
  const back = partsOf(after).find((part) => standingOf(part) === 'returned' && partsOf(before).some((was) => was.partId === part.partId && standingOf(was) !== 'returned'));
  return back === undefined ? null : run.handwritten.chargeGone(back.charge.intent.tradeNumber);
}

/** The terminal's own picture stays with the trades until the append that keeps it is durable. */
function pictureRows(run: RefundRun, refund: Refund, part: CardPart): JournalEntry[] {
  const bmpHex = approvalOf(part.charge.state)?.signedAtTerminal === true ? run.trades.picture(part.charge.intent.tradeNumber) : null;
  const record = bmpHex === null ? null : run.signatures.keepTerminalPicture(bmpHex, part.partId);
  return record === null ? [] : [entry(run.counter, { kind: 'signature.kept', payload: record }, refund.intent.saleId, null)];
}

/** In the middle of a refund nobody is asked for a signature on the display: what the terminal did not take is signed on paper. */
function slipToSign(run: RefundRun, refund: Refund, ret: CardReturn, part: CardPart): TradeRows | null {
  const { counter, handwritten } = run;
  const need = signatureNeed(signatureRule(counter.settings.signature), part.charge.intent.amounts.totalWon, approvalOf(part.charge.state)?.signedAtTerminal ?? null);
  if ((need !== 'pad' && need !== 'handwritten') || ret.rest === null) return null;
  const { saleId, saleNumber } = refund.intent;
  return handwritten.open({ saleId, saleNumber, tender: ret.rest.tender }, part, { slipId: counter.ids.next('hs'), jobId: counter.ids.next('p') });
}
