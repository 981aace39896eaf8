import type { RefundView } from '../../../contract/refund.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';

/** Whether the paper for the customer is out, and what to do where nobody knows: `unsure` says it where there is more to say. */
export function PaperLine({ prints, unsure: say }: Pick<RefundView, 'prints'> & { readonly unsure?: string }) {
  const { done } = useWords(refundWords);
  const unsure = prints.find(({ state }) => state === 'failed' || state === 'unknown');
  const paper = prints.length === 0 ? 'none' : unsure !== undefined ? 'unsure' : prints.every(({ state }) => state === 'confirmed' || state === 'settled') ? 'confirmed' : 'waiting';
  return (
    <>
      {unsure?.failure == null ? null : <Trouble code={unsure.failure} tone="warn" testId="refund-print-trouble" />}
      <p className="text-xl" data-testid="refund-paper" data-state={paper}>
        {paper === 'unsure' && say !== undefined ? say : done.paper[paper]}
      </p>
    </>
  );
}
