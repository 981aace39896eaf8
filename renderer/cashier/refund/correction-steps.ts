/** How far a correction has come, read off what it is made of. Pure. */
import type { RefundView } from '../../../contract/refund.ts';

export type StepStanding = 'waiting' | 'under-way' | 'queued' | 'unknown' | 'done' | 'failed';
export type CorrectionSteps = { readonly cancel: StepStanding; readonly issue: StepStanding; readonly paper: StepStanding };
type Of = Pick<RefundView, 'receipts' | 'reissue' | 'stage' | 'prints'>;

export function stepsOf(refund: Of): CorrectionSteps {
  const cancel = cancelStep(refund);
  return { cancel, issue: cancel === 'done' ? issueStep(refund) : 'waiting', paper: refund.stage === 'slips' ? 'under-way' : refund.stage === 'done' ? 'done' : 'waiting' };
}

function cancelStep({ receipts: [receipt] }: Of): StepStanding {
  if (receipt === undefined || !receipt.begun) return 'under-way';
  switch (receipt.outcome) {
    case null:
      return 'under-way';
    case 'cancelled':
    case 'not-needed':
      return 'done';
    case 'unproven':
      return 'unknown';
    default:
      return receipt.outcome;
  }
}

function issueStep({ reissue, stage }: Of): StepStanding {
  if (reissue === null) return 'waiting';
  if (reissue.outcome === null) return stage === 'reissuing' ? 'under-way' : 'waiting';
  return reissue.outcome === 'issued' ? 'done' : reissue.outcome;
}

export type CorrectionEnd = 'issued' | 'queued' | 'unknown' | 'failed' | 'left';

/** How it stands when the screen is drawn: the new receipt's own record goes on after the correction is over. */
export function endOf({ receipts, reissue }: Pick<RefundView, 'receipts' | 'reissue'>): CorrectionEnd {
  if (reissue === null || receipts.some(({ left }) => left)) return 'left';
  switch (reissue.state) {
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return 'issued';
    case 'failed':
    case 'rejected':
      return 'failed';
    case 'queued':
      return 'queued';
    case 'requested':
    case 'unknown':
      return 'unknown';
    case null:
      return reissue.outcome ?? 'unknown';
  }
}
