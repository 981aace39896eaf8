/**
 * A result of the card terminal that belongs to no open sale (rules of the counter, §4): a charge that turns out approved after its sale
 * was over, a sale keyed on the terminal itself, a number nobody gave out. Somebody may have paid, so it is an open case until it ends:
 *
 *   open ──cancelled at the terminal──▶ returned
 *     └──a manager answers for it, with what she read and did──▶ settled
 *
 * A charge of ours is cancelled like any other, by the same machine (domain/tender): here nothing is due, so all of it is surplus.
 */
import type { CardApproval, EvidenceSource, TradeOutcome } from '../card-payment/approval.ts';
import type { ChargeIntent, Trade, TradeEvent } from '../card-payment/machine.ts';
import type { Actor } from '../people.ts';
import type { CardPart, Tender, TenderCommand, TenderRefusal, TenderRules } from '../tender/machine.ts';
import { recoverTender, standingOf, stepTender } from '../tender/machine.ts';
import { unreachable } from '../unreachable.ts';

/** `surfaced`: a charge of ours, approved when nobody counted on it. `contradicts`: under one of our numbers, and cannot be its own. `foreign`: under no number of ours, or under none. */
export type StrayKind = 'surfaced' | 'contradicts' | 'foreign';

export type StraySaid = {
  readonly kind: StrayKind;
  /** As the terminal gave it; empty where it gave none. */
  readonly tradeNumber: string;
  readonly outcome: TradeOutcome['state'];
  /** What it claims to have approved; null where it denied, or said too little. */
  readonly approval: CardApproval | null;
};

export type StrayState =
  /** `tender`: the charge and the cancels of it; null where the counter has no charge to cancel. */
  | { readonly name: 'open'; readonly said: StraySaid; readonly tender: Tender | null }
  | { readonly name: 'returned'; readonly said: StraySaid; readonly tender: Tender }
  | { readonly name: 'settled'; readonly said: StraySaid; readonly tender: Tender | null; readonly by: Actor; readonly source?: EvidenceSource; readonly note: string; readonly at: string };

export type StrayEvent =
  | { readonly type: 'cancel-intended'; readonly tradeNumber: string }
  | { readonly type: 'traded'; readonly tradeNumber: string; readonly event: TradeEvent }
  /** `source`: where she read it; not known of those settled before it was asked. */
  | { readonly type: 'settled'; readonly by: Actor; readonly source?: EvidenceSource; readonly note: string; readonly at: string };

export type StrayRefusal = TenderRefusal | 'stray.ended' | 'stray.note-missing' | 'stray.manager-needed';

export type StrayStep =
  | { readonly ok: true; readonly state: StrayState; readonly command: TenderCommand }
  | { readonly ok: false; readonly state: StrayState; readonly refusal: StrayRefusal };

export const LONGEST_NOTE = 200;

/** `charge`: ours, in the state that says it was approved after all. */
export function openStray(said: StraySaid, charge: Trade<ChargeIntent> | null): StrayState {
  if (charge === null) return { name: 'open', said, tender: null };
  const part: CardPart = { kind: 'card', partId: charge.intent.tradeNumber, charge, cancels: [], kept: false };
  return { name: 'open', said, tender: { due: NOTHING_DUE, parts: [part] } };
}

const NOTHING_DUE = { supplyWon: 0, vatWon: 0, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 0 };

/** Total: an event that does not fit is refused with a code and changes nothing. */
export function stepStray(state: StrayState, event: StrayEvent, rules: TenderRules): StrayStep {
  if (state.name !== 'open') return refuse(state, 'stray.ended');
  switch (event.type) {
    case 'cancel-intended':
    case 'traded':
      return trade(state, event, rules);
    case 'settled':
      return settle(state, event);
    default:
      return unreachable(event);
  }
}

/** After a restart: what its one open trade needs, or an event to append. */
export function recoverStray(state: StrayState, rules: TenderRules): TenderCommand | (StrayEvent & { type: 'traded' }) {
  if (state.name !== 'open' || state.tender === null) return { kind: 'nothing' };
  const found = recoverTender(state.tender, rules);
  return 'type' in found ? { type: 'traded', tradeNumber: found.type === 'traded' ? found.tradeNumber : '', event: { type: 'restarted' } } : found;
}

function trade(state: StrayState & { name: 'open' }, event: StrayEvent & { type: 'cancel-intended' | 'traded' }, rules: TenderRules): StrayStep {
  const [part] = state.tender?.parts ?? [];
  if (state.tender === null || part === undefined) return refuse(state, 'tender.nothing-to-cancel');
  const asked = event.type === 'cancel-intended' ? { ...event, partId: part.partId } : event;
  const step = stepTender(state.tender, asked, rules);
  if (!step.ok) return refuse(state, step.refusal);
  const [after] = step.tender.parts;
  const isBack = after !== undefined && standingOf(after) === 'returned';
  return { ok: true, state: { name: isBack ? 'returned' : 'open', said: state.said, tender: step.tender }, command: step.command };
}

/** Whoever answers for it has looked at the terminal or asked the VAN; while a cancel is under way the terminal has the word. */
function settle(state: StrayState & { name: 'open' }, event: StrayEvent & { type: 'settled' }): StrayStep {
  const note = event.note.trim();
  if (event.by.role === 'cashier') return refuse(state, 'stray.manager-needed');
  if (note === '' || note.length > LONGEST_NOTE) return refuse(state, 'stray.note-missing');
  const cancels = state.tender?.parts.flatMap((part) => (part.kind === 'card' ? part.cancels : [])) ?? [];
  if (cancels.some(({ state: { name } }) => name === 'intended' || name === 'asked' || name === 'inquiring')) return refuse(state, 'tender.trade-under-way');
  return { ok: true, state: { name: 'settled', said: state.said, tender: state.tender, by: event.by, ...(event.source === undefined ? {} : { source: event.source }), note, at: event.at }, command: { kind: 'nothing' } };
}

function refuse(state: StrayState, refusal: StrayRefusal): StrayStep {
  return { ok: false, state, refusal };
}
