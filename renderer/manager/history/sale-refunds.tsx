/** What went back of a sale, and what can still be done about it. */
import type { RefundBriefView } from '../../../contract/refund.ts';
import { useAct } from '../../ui/act.ts';
import { Dot } from '../../ui/dot.tsx';
import { correctionWords } from '../../words/correction.ts';
import { useFailureWords, useFormat, useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import type { SaleDetails } from './use-sale.ts';

const OVER: ReadonlySet<RefundBriefView['stage']> = new Set<RefundBriefView['stage']>(['done', 'called-off']);

/** The refund that is not over is gone on with; else another is begun, while something is left to give back. */
export function useRefundAct({ row, refunds }: SaleDetails, onRefund: () => void): { readonly text: string; readonly act: () => void } | null {
  const words = useWords(refundWords);
  const correction = useWords(correctionWords).goOn;
  const act = useAct();
  const open = refunds.find(({ stage }) => !OVER.has(stage));
  if (open !== undefined) return { text: open.kind === 'receipt-correction' ? correction : words.goOn, act: () => void act('refund.show', { refundId: open.refundId }) };
  return row.refundedWon < row.totalWon ? { text: words.open, act: onRefund } : null;
}

export function RefundList({ refunds }: { readonly refunds: readonly RefundBriefView[] }) {
  const words = useWords(refundWords);
  const failureWords = useFailureWords();
  const format = useFormat();
  return (
    <ul>
      {refunds.map((refund) => (
        <li key={refund.refundId} className="num grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2.5 border-b border-sunk py-2.5 last:border-0" data-testid={`sale-refund-${refund.stage}`}>
          <Dot state={OVER.has(refund.stage) ? 'ok' : 'warning'} />
          <span>
            <b className="font-semibold">{words.kind[refund.kind]}</b> <span className="text-ink-2">{format.dayTime(refund.at)}</span> · {words.stage[refund.stage]}
          </span>
          <span className="font-[650]">{refund.kind === 'receipt-correction' ? '' : format.won(refund.totalWon)}</span>
          {refund.trouble === null ? null : <span className="col-span-2 col-start-2 text-[0.9375rem] font-semibold text-warn">{failureWords(refund.trouble).what}</span>}
        </li>
      ))}
    </ul>
  );
}
