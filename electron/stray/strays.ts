/**
 * Results of the card terminal that nobody waited for. One that names a trade of the sale on the screen, or of one put aside, is an event
 * of that sale; every other is an open case of its own until a cancel is proven or a manager answers for it. None is dropped.
 */
import type { StrayRecord } from '../../db/journal.ts';
import type { EvidenceSource, TradeOutcome } from '../../domain/card-payment/approval.ts';
import type { ChargeIntent, Trade, TradeEvent } from '../../domain/card-payment/machine.ts';
import { approvalOf, isOpen, stepTrade, tradeWon } from '../../domain/card-payment/machine.ts';
import type { StrayEvent, StrayState } from '../../domain/stray-charge/machine.ts';
import { openStray, recoverStray, stepStray } from '../../domain/stray-charge/machine.ts';
import type { TenderCommand, TenderRules } from '../../domain/tender/machine.ts';
import { tradesOf } from '../../domain/tender/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { UnaskedResult } from '../../native/terminal/port.ts';
import type { LateResult, Trades } from '../card-payment/trades.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Actor } from '../../domain/people.ts';
import type { AllowFor } from '../people/approvals.ts';
import { withTheRight } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';

export const STRAYS_LIMIT = 200;
/** Results that could not be written yet; a terminal that sends more than this between two rounds is broken. */
const MAX_WAITING = 100;

export type Strays = {
  readonly hear: (result: UnaskedResult) => void;
  /** A result its own sale could not take. */
  readonly keep: (late: LateResult) => void;
  /** Oldest first. */
  readonly open: () => readonly StrayRecord[];
  readonly cancel: (strayId: string) => Promise<Result<null>>;
  /** `allow` is asked last: what cannot be done spends no approval. */
  readonly settle: (strayId: string, found: Found, allow: AllowFor<StrayRecord>) => Promise<Result<null>>;
  readonly recover: () => Promise<void>;
  /** Tries again what could not be written. */
  readonly resume: () => void;
};

/** Where she read it, and what was done about it. */
type Found = { readonly source: EvidenceSource; readonly note: string };

/** `tellSale`: the event of the sale that has this trade, on the screen or aside; null: none of them has it. */
export type TellSale = (late: LateResult) => Promise<Result<null> | null>;

type StrayWork = { readonly counter: Counter; readonly trades: Trades; readonly rules: TenderRules; readonly strays: Map<string, StrayRecord>; readonly waiting: LateResult[]; readonly exclusive: OneAtATime };

export function createStrays(counter: Counter, trades: Trades, rules: TenderRules, tellSale: TellSale): Strays {
  const work: StrayWork = { counter, trades, rules, strays: new Map(), waiting: [], exclusive: oneAtATime() };
  const { strays, waiting, exclusive } = work;
  const hear = (late: LateResult) => counter.background(exclusive(() => take(work, late, tellSale)));
  return {
    hear: (result) => hear(trades.lateEvent(result)),
    keep: hear,
    open: () => [...strays.values()].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1)),
    cancel: (strayId) => exclusive(() => change(work, strayId, { type: 'cancel-intended', tradeNumber: newTradeNumber(counter, 0) })),
    settle: (strayId, found, allow) => exclusive(() => settle(work, strayId, found, allow)),
    recover: async () => {
      for (const stray of await counter.journal.openStrayCharges({ limit: STRAYS_LIMIT })) strays.set(stray.strayId, stray);
      for (const { strayId, state } of strays.values()) {
        const found = recoverStray(state, rules);
        if ('type' in found) await exclusive(() => change(work, strayId, found));
        else perform(work, strayId, found);
      }
    },
    resume: () => waiting.splice(0).forEach(hear),
  };
}

function remember({ counter, strays }: StrayWork, stray: StrayRecord): void {
  if (stray.state.name === 'open') strays.set(stray.strayId, stray);
  else strays.delete(stray.strayId);
  counter.changed();
}

async function take(work: StrayWork, late: LateResult, tellSale: TellSale): Promise<void> {
  const told = await tellSale(late);
  if (told?.ok === true) return;
  // Refused as no news, by a sale that knows better: what denies a charge nobody believes in needs no one.
  const contradicts = told?.code === 'card.result-contradicts';
  if (told !== null && !contradicts && told.code.startsWith('card.')) return;
  const written = told === null || contradicts ? await openFor(work, late) : told;
  if (written.ok) return;
  if (work.waiting.length < MAX_WAITING) work.waiting.push(late);
  else work.counter.log(`a result of the card terminal could not be kept: trade ${late.tradeNumber} ${late.outcome.state}`);
}

async function openFor(work: StrayWork, late: LateResult): Promise<Result<null>> {
  const { counter, rules } = work;
  const known = late.tradeNumber === '' ? null : await counter.journal.cardTrade(late.tradeNumber);
  const judged = judge(late.outcome, known?.trade ?? null, rules);
  if (judged === null) return DONE;
  const approval = late.outcome.state === 'approved' ? late.outcome.approval : late.outcome.state === 'unknown' ? late.outcome.claimed : null;
  const after = openStray({ kind: judged.kind, tradeNumber: late.tradeNumber, outcome: late.outcome.state, approval }, judged.charge);
  const strayId = counter.ids.next('sc');
  const amountWon = judged.charge === null ? Math.abs(approval?.totalWon ?? 0) : tradeWon(judged.charge.intent);
  const saleId = known?.saleId ?? null;
  const opened = entry(counter, { kind: 'stray.opened', payload: { strayId, amountWon, after } }, saleId, null);
  const durable = await append(counter, [opened]);
  if (!durable.ok) return durable;
  remember(work, { strayId, saleId, tradeNumber: late.tradeNumber, amountWon, state: after, openedAt: opened.at });
  notify(counter, judged.kind === 'surfaced' ? 'stray.surfaced' : 'stray.result', saleId, known?.saleNumber ?? null);
  return DONE;
}

async function change(work: StrayWork, strayId: string, event: StrayEvent, rows: readonly JournalEntry[] = []): Promise<Result<null>> {
  const { counter, rules, strays } = work;
  const stray = strays.get(strayId);
  if (stray === undefined) return refuse('stray.ended');
  const step = stepStray(stray.state, event, rules);
  if (!step.ok) return refuse(step.refusal);
  const actor = event.type === 'traded' ? null : counter.memory.signedIn;
  const durable = await append(counter, [entry(counter, { kind: `stray.${event.type}`, payload: { strayId, event, after: step.state } }, stray.saleId, actor), ...rows]);
  if (!durable.ok) return durable;
  remember(work, { ...stray, state: step.state });
  perform(work, strayId, step.command);
  return DONE;
}

async function settle(work: StrayWork, strayId: string, found: Found, allow: AllowFor<StrayRecord>): Promise<Result<null>> {
  const { counter, rules, strays } = work;
  const stray = strays.get(strayId);
  const actor = counter.memory.signedIn;
  if (stray === undefined) return refuse('stray.ended');
  if (actor === null) return refuse('people.not-signed-in');
  const eventBy = (by: Actor): StrayEvent => ({ type: 'settled', by, ...found, at: counter.now().toISOString() });
  const trial = stepStray(stray.state, eventBy(withTheRight(actor)), rules);
  if (!trial.ok) return refuse(trial.refusal);
  const allowed = await allow(stray);
  return allowed.ok ? change(work, strayId, eventBy(allowed.value.approver ?? allowed.value.actor), allowed.value.rows) : allowed;
}

function perform(work: StrayWork, strayId: string, command: TenderCommand): void {
  if (command.kind !== 'trade') return;
  const { tradeNumber, command: act } = command;
  if (act === 'cancel') work.counter.background(atTerminal(work, strayId, tradeNumber, { type: 'asking' }, work.trades.send));
  if (act === 'inquire') work.counter.background(atTerminal(work, strayId, tradeNumber, { type: 'inquiring' }, work.trades.inquire));
}

/** The word that it is asked is durable before the first byte leaves; without it nothing does. */
async function atTerminal(work: StrayWork, strayId: string, tradeNumber: string, asking: TradeEvent, ask: (trade: Trade) => Promise<TradeEvent>): Promise<void> {
  const tell = (event: TradeEvent) => work.exclusive(() => change(work, strayId, { type: 'traded', tradeNumber, event }));
  await work.trades.inTurn(async () => {
    const asked = await tell(asking);
    const trade = asked.ok ? tradeOf(work.strays.get(strayId)?.state, tradeNumber) : null;
    if (trade !== null) await tell(await ask(trade));
  });
}

function tradeOf(state: StrayState | undefined, tradeNumber: string): Trade | null {
  if (state === undefined || state.tender === null) return null;
  return tradesOf(state.tender).find((trade) => trade.intent.tradeNumber === tradeNumber) ?? null;
}

type Judged = { readonly kind: StrayState['said']['kind']; readonly charge: Trade<ChargeIntent> | null };

/** Null: it says nothing that is not known already, and nobody has to look. */
function judge(outcome: TradeOutcome, trade: Trade | null, rules: TenderRules): Judged | null {
  if (outcome.state === 'not-sent') return null;
  const approves = outcome.state === 'approved' || (outcome.state === 'unknown' && outcome.claimed !== null);
  if (trade === null) return approves ? { kind: 'foreign', charge: null } : null;
  // A trade still open in a sale that cannot be reached is settled there.
  if (isOpen(trade.state) || outcome.state === 'unknown') return approves ? { kind: 'contradicts', charge: null } : null;
  const step = stepTrade(trade, { type: 'late-result', outcome }, rules.trade);
  if (!step.ok) return step.refusal === 'card.result-contradicts' ? { kind: 'contradicts', charge: null } : null;
  if (approvalOf(step.trade.state) === null || step.trade.state.name !== 'surfaced') return null;
  // A cancel that went through after all gave the money back: that is looked at, not cancelled.
  return isCharge(step.trade) ? { kind: 'surfaced', charge: step.trade } : { kind: 'contradicts', charge: null };
}

function isCharge(trade: Trade): trade is Trade<ChargeIntent> {
  return trade.intent.kind === 'charge';
}
