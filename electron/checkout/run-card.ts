/**
 * Carries out what a sale asks of the card terminal and of the signature pad. Each act is bracketed by the journal: `asking` is durable
 * before the first byte leaves, its answer before anything else is done. What the journal could not take is kept and taken up again.
 */
import type { TradeOutcome } from '../../domain/card-payment/approval.ts';
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { partsOf, tradeIn } from '../../domain/checkout/parts.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import type { TenderingEvent, TenderingState } from '../../domain/checkout/state.ts';
import type { LateResult } from '../card-payment/trades.ts';
import { entry } from '../counter.ts';
import type { SlipChange } from '../handwritten/handwritten.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { CardActs, CardCommand, CheckoutRun, Extra } from './run-checkout.ts';
import { dispatch, onThisSale } from './run-checkout.ts';

async function carryOut(run: CheckoutRun, saleId: string, command: CardCommand): Promise<void> {
  switch (command.kind) {
    case 'trade':
      return command.act === 'inquire' ? inquire(run, saleId, command.tradeNumber) : trade(run, saleId, command.tradeNumber);
    case 'restart-trade':
      return void (await told(run, saleId, command.tradeNumber, { type: 'restarted' }));
    case 'ask-signature':
      return askSignature(run, saleId, command.partId);
    case 'open-handwritten':
      return void (await openHandwritten(run, saleId, command.partId));
  }
}

export const CARD_ACTS: CardActs = { carryOut, told };

/** Once: only a trade that was `intended` takes `asking`, and without it nothing is sent. In the terminal's turn: a cash receipt may be there. */
async function trade(run: CheckoutRun, saleId: string, tradeNumber: string): Promise<void> {
  await run.trades.inTurn(async () => {
    const asked = await told(run, saleId, tradeNumber, { type: 'asking' });
    const found = asked.ok ? tradeOf(run, saleId, tradeNumber) : null;
    if (found !== null) await told(run, saleId, tradeNumber, await run.trades.send(found));
  });
}

async function inquire(run: CheckoutRun, saleId: string, tradeNumber: string): Promise<void> {
  await run.trades.inTurn(async () => {
    const asked = await told(run, saleId, tradeNumber, { type: 'inquiring' });
    const found = asked.ok ? tradeOf(run, saleId, tradeNumber) : null;
    if (found !== null) await told(run, saleId, tradeNumber, await run.trades.inquire(found));
  });
}

function tradeOf(run: CheckoutRun, saleId: string, tradeNumber: string) {
  const { sale } = run.counter.memory;
  return sale?.saleId === saleId ? (tradeIn(partsOf(sale), tradeNumber)?.trade ?? null) : null;
}

/**
 * What became of a trade, as an event of its sale. An answer that the journal cannot take waits in `unwritten`; one that the sale cannot
 * take is no news, or a contradiction a person has to see: whoever judges results nobody waits for tells which.
 */
async function told(run: CheckoutRun, saleId: string, tradeNumber: string, event: TradeEvent): Promise<Result<null>> {
  const result = await onThisSale(run, saleId, (sale) => tell(run, sale, tradeNumber, event));
  const isAnswer = event.type === 'answered' || event.type === 'inquiry-answered';
  const waitsForRoom = isAnswer && !result.ok && result.code.startsWith('journal.');
  if (waitsForRoom) run.unwritten.set(tradeNumber, event);
  else run.unwritten.delete(tradeNumber);
  const outcome = outcomeIn(event);
  if (outcome !== null && !result.ok && !waitsForRoom) run.untaken({ tradeNumber, outcome });
  return result;
}

function outcomeIn(event: TradeEvent): TradeOutcome | null {
  if (event.type === 'answered') return event.outcome;
  return event.type === 'inquiry-answered' && event.answer.state === 'found' ? event.answer.outcome : null;
}

/** With everything that follows from it in the same append: the terminal's picture of a signature, the slip nobody has to sign any more. */
export function tell(run: CheckoutRun, sale: CheckoutState, tradeNumber: string, event: TradeEvent, by: Pick<Extra, 'before' | 'actor'> = { actor: null }): Promise<Result<null>> {
  const { counter } = run;
  const happened = { type: 'traded', tradeNumber, event, at: counter.now().toISOString() } as const;
  const done: (() => void)[] = [];
  const rows = (after: CheckoutState) => {
    const picture = signaturePicture(run, after, happened);
    const slip = cancelledSlip(run, after, happened);
    done.push(picture.durable, slip.durable);
    return [...picture.rows, ...slip.rows];
  };
  return dispatch(run, sale, happened, { ...by, rows, durable: () => done.forEach((act) => act()) });
}

/** A result that names a trade of the sale on the screen, or of one put aside; null: none of them has it open for news. */
export async function tellSale(run: CheckoutRun, { tradeNumber, outcome }: LateResult): Promise<Result<null> | null> {
  const { memory } = run.counter;
  if (outcome.state !== 'approved' && outcome.state !== 'declined' && outcome.state !== 'stopped') return null;
  const event: TradeEvent = { type: 'late-result', outcome };
  return run.exclusive(async () => {
    const sale = [memory.sale, ...memory.held].find((each) => each !== null && TAKES_NEWS.has(each.stage) && tradeIn(partsOf(each), tradeNumber) !== null);
    return sale === null || sale === undefined ? null : tell(run, sale, tradeNumber, event);
  });
}

const TAKES_NEWS: ReadonlySet<CheckoutState['stage']> = new Set<CheckoutState['stage']>(['basket', 'held', 'tendering']);

const NOTHING: SlipChange = { rows: [], durable: () => undefined };

/** The terminal's own picture of the signature is kept in the append that says the charge is approved; it is let go when that is durable. */
function signaturePicture(run: CheckoutRun, after: CheckoutState, { tradeNumber }: TenderingEvent & { type: 'traded' }): SlipChange {
  const found = tradeIn(partsOf(after), tradeNumber);
  const isSigned = found !== null && approvalOf(found.trade.state)?.signedAtTerminal === true;
  const bmpHex = isSigned ? run.trades.picture(tradeNumber) : null;
  const record = bmpHex === null || found === null ? null : run.signatures.keepTerminalPicture(bmpHex, found.part.partId);
  if (record === null) return NOTHING;
  return { rows: [entry(run.counter, { kind: 'signature.kept', payload: record }, after.saleId, null)], durable: () => run.trades.forgetPicture(tradeNumber) };
}

/** The cancel of a charge is proven: nobody has to sign for it any more. */
function cancelledSlip(run: CheckoutRun, after: CheckoutState, { tradeNumber }: TenderingEvent & { type: 'traded' }): SlipChange {
  const found = tradeIn(partsOf(after), tradeNumber);
  const isCancel = found !== null && found.trade.intent.kind === 'cancel' && approvalOf(found.trade.state) !== null;
  return isCancel ? run.handwritten.chargeCancelled(after.saleId, found.part.partId) : NOTHING;
}

async function askSignature(run: CheckoutRun, saleId: string, partId: string): Promise<void> {
  const { sale } = run.counter.memory;
  if (sale?.saleId !== saleId || sale.stage !== 'tendering') return;
  const signature = sale.signatures.find((each) => each.partId === partId);
  if (signature?.state.name !== 'asking') return;
  const answer = await run.signatures.ask({ saleId, partId, amountWon: chargedWon(sale, partId), attempt: signature.state.attempt });
  // The counter is closing; after the next start she is asked again.
  if (answer === null) return;
  const { event, record } = answer;
  const rows = record === null ? [] : [entry(run.counter, { kind: 'signature.kept', payload: record }, saleId, null)];
  await onThisSale(run, saleId, (now) => dispatch(run, now, { type: 'signature-taken', partId, event, at: run.counter.now().toISOString() }, { after: rows, actor: event.type === 'given-up' ? run.counter.memory.signedIn : null }));
}

function chargedWon(sale: TenderingState, partId: string): number {
  const part = sale.tender.parts.find((each) => each.partId === partId);
  return part?.kind === 'card' ? part.charge.intent.amounts.totalWon : 0;
}

/** The slip's record, its print job and the sale's step are one append: no approval is without its paper, or the trace of it. */
async function openHandwritten(run: CheckoutRun, saleId: string, partId: string): Promise<Result<null>> {
  const { counter, handwritten } = run;
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'tendering') return refuse('sale.not-in-this-stage');
    const part = sale.tender.parts.find((each) => each.partId === partId);
    if (part?.kind !== 'card') return refuse('sale.not-in-this-stage');
    const slipId = counter.ids.next('hs');
    const jobId = counter.ids.next('p');
    const opened = handwritten.open(sale, part, { slipId, jobId });
    return dispatch(run, sale, { type: 'handwritten-opened', partId, slipId, jobId, at: counter.now().toISOString() }, { after: opened.rows, actor: null, durable: opened.durable });
  });
}
