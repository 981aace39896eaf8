import type { HandwrittenView } from '../../../contract/cards.ts';
import { Amount } from '../../ui/amount.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { wonOf } from './list.ts';
import { useSlipName } from './slip-rows.tsx';

/** The slips an act is for, each by the number on its paper, and the sum of them. */
export function SlipSum({ slips }: { readonly slips: readonly HandwrittenView[] }) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  return (
    <div className="num rounded-card border border-line bg-paper px-5 py-2" data-testid="slip-sum">
      <ul tabIndex={0} aria-label={words.list} className="max-h-52 overflow-y-auto">
        {slips.map((slip) => (
          <Line key={slip.slipId} slip={slip} />
        ))}
      </ul>
      {slips.length < 2 ? null : (
        <p className="flex items-baseline justify-between gap-4 border-t border-line-strong pt-2 pb-1 font-[750]">
          {words.sum(format.number(slips.length))}
          <Amount won={wonOf(slips)} />
        </p>
      )}
    </div>
  );
}

function Line({ slip }: { readonly slip: HandwrittenView }) {
  const name = useSlipName(slip);
  return (
    <li className="flex items-baseline justify-between gap-4 border-b border-sunk py-2 last:border-b-0">
      <span className="min-w-0">
        {name} <span className="text-[0.9375rem] whitespace-nowrap text-ink-2">{slip.card.maskedNumber}</span>
      </span>
      <Amount won={slip.chargedWon} />
    </li>
  );
}
