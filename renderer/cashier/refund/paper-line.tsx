import type { RefundView } from '../../../contract/refund.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';

/** Whether the paper for the customer is out, and what to do where nobody knows. */
export function PaperLine({ prints }: Pick<RefundView, 'prints'>) {
  const { done } = useWords(refundWords);
  const unsure = prints.find(({ state }) => state === 'failed' || state === 'unknown');
  const paper = prints.length === 0 ? 'none' : unsure !== undefined ? 'unsure' : prints.every(({ state }) => state === 'confirmed' || state === 'settled') ? 'confirmed' : 'waiting';
  return (
    <>
      {unsure?.failure == null ? null : <Trouble code={unsure.failure} tone="warn" testId="refund-print-trouble" />}
      <p className="text-xl" data-testid="refund-paper" data-state={paper}>
        {done.paper[paper]}
      </p>
    </>
  );
}
