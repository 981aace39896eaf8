import type { ReceiptDraft } from '../../contract/views.ts';

/** Main judges the number; its verdict counts only for the digits it has seen. */
export function numberAdvice(draft: Pick<ReceiptDraft, 'digits' | 'refusal'>, shownDigits: string): 'good' | 'unfinished' | 'refused' {
  if (draft.digits !== shownDigits || draft.refusal === 'identifier.incomplete') return 'unfinished';
  return draft.refusal === null ? 'good' : 'refused';
}
