import type { TenderingView } from '../../../contract/cards.ts';
import { Amount } from '../../ui/amount.tsx';
import { Label, Pane, Rule } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';

/** What the sale comes to and what of it is taken, while something else has the screen. */
export function TenderSide({ tendering }: { readonly tendering: TenderingView }) {
  const words = useWords(cardWords);
  const common = useWords(commonWords);
  return (
    <Pane tone="surface" label={common.total} className="gap-1.5 border-r border-line p-6.5">
      <Label>{common.total}</Label>
      <Amount won={tendering.totalWon} size="large" testId="tender-total" />
      <Rule />
      <Label>{words.taken}</Label>
      <Amount won={tendering.takenWon} size="large" tone={tendering.takenWon === 0 ? 'muted' : 'ok'} testId="tender-taken" />
      <Rule />
      <ul aria-label={words.parts} className="grid gap-1">
        {tendering.parts.map((part) => (
          <li key={part.partId} className="num flex justify-between gap-3 text-base text-ink-2">
            <span>
              {part.kind === 'cash' ? words.cash : words.card} · {words.standing[part.standing]}
            </span>
            <Amount won={part.amountWon} tone="muted" className="text-base!" />
          </li>
        ))}
      </ul>
    </Pane>
  );
}
