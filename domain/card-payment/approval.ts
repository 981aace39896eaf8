/**
 * What a card terminal says, in the words of the shop's rules: no family, no wire. Whoever drives the terminal maps its outcome to
 * these; every text passes `keptApproval`, so that nothing a terminal forgot to hide comes into the journal.
 */
import type { Actor } from '../people.ts';
import { maskCardNumber, maskWithin } from './card-number.ts';

export type CardApproval = {
  readonly approvalNumber: string;
  /** YYYYMMDDhhmmss by the terminal, in Seoul; by the counter's clock where the terminal gives no time. */
  readonly tradedAt: string;
  /** Whether the terminal says this is the approval of a cancel. */
  readonly cancels: boolean;
  /** As the terminal repeats it; null where it does not. */
  readonly totalWon: number | null;
  readonly maskedNumber: string;
  readonly issuer: string;
  readonly acquirer: string;
  readonly merchantNumber: string;
  readonly terminalId: string;
  /** The VAN operator's own number of the trade. */
  readonly vanNumber: string;
  /** Words of the VAN operator for the slip. */
  readonly message: string;
  readonly notices: readonly string[];
  /** Whether the terminal took a signature; null where it does not say. */
  readonly signedAtTerminal: boolean | null;
};

/** The trade stands, and a person should look at the terminal all the same. */
export type TradeCheck = 'not-closed' | 'displayed-text';

export type NotSentCause = 'invalid' | 'not-supported' | 'unreachable' | 'silent' | 'busy' | 'closed' | 'restart';
export type UnknownReason = 'no-answer' | 'line-dropped' | 'nak' | 'not-written-whole' | 'damaged-answer' | 'contradictory-answer' | 'restart';

export type ApprovedOutcome = { readonly state: 'approved'; readonly approval: CardApproval; readonly checks: readonly TradeCheck[] };
/** Proven: no money moved. */
export type DeclinedOutcome = { readonly state: 'declined'; readonly by: 'issuer' | 'terminal'; readonly code: string; readonly message: string };
/** Proven: ended before anything was approved. */
export type StoppedOutcome = { readonly state: 'stopped'; readonly by: 'customer' | 'counter' | 'time' };

export type TradeOutcome =
  | ApprovedOutcome
  | DeclinedOutcome
  | StoppedOutcome
  /** Proven: nothing reached the terminal, or it took nothing. */
  | { readonly state: 'not-sent'; readonly cause: NotSentCause; readonly detail: string }
  /** May have been approved. `claimed` is what an answer said that proves nothing. */
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail: string; readonly claimed: CardApproval | null };

export type InquiryAnswer =
  | { readonly state: 'found'; readonly outcome: ApprovedOutcome | DeclinedOutcome }
  /** `other`: the terminal's last trade is this one instead. That says nothing of ours. */
  | { readonly state: 'no-evidence'; readonly detail: string; readonly other: string | null }
  | { readonly state: 'not-sent'; readonly cause: NotSentCause; readonly detail: string };

/** Where a person read what became of a trade. A customer's text message is not among them: it names no trade number. */
export type EvidenceSource = 'terminal-slip' | 'terminal-last-trade' | 'van-site' | 'van-phone';

export type Evidence = {
  readonly source: EvidenceSource;
  readonly by: Actor;
  /** Whoever lent the right where `by` does not have it; null where it was not needed. */
  readonly manager: Actor | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** An approval number is 1 to 12 letters or digits; before a terminal's contract is live it answers zeros, which is no approval. */
export function isApprovalNumber(text: string): boolean {
  return /^[A-Za-z0-9]{1,12}$/.test(text) && !/^0+$/.test(text);
}

/** `YYYYMMDD` of an approval, as a cancel names it. */
export function tradeDateOf(approval: CardApproval): string {
  return approval.tradedAt.slice(0, 8);
}

/** An approval as the journal may hold it. */
export function keptApproval(approval: CardApproval): CardApproval {
  return {
    approvalNumber: approval.approvalNumber.trim(),
    tradedAt: approval.tradedAt,
    cancels: approval.cancels,
    totalWon: approval.totalWon,
    maskedNumber: maskCardNumber(approval.maskedNumber),
    issuer: maskWithin(approval.issuer),
    acquirer: maskWithin(approval.acquirer),
    merchantNumber: approval.merchantNumber.trim(),
    terminalId: approval.terminalId.trim(),
    vanNumber: maskWithin(approval.vanNumber),
    message: maskWithin(approval.message),
    notices: approval.notices.map(maskWithin),
    signedAtTerminal: approval.signedAtTerminal,
  };
}
