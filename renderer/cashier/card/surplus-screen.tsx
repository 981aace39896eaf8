import type { PartView, TenderingView } from '../../../contract/cards.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { TenderSide } from './tender-side.tsx';

/** Approved when nobody counted on it: it is kept for what is still due, or goes back. Nothing else happens before. */
export function SurplusScreen({ saleId, tendering, part }: { readonly saleId: string; readonly tendering: TenderingView; readonly part: PartView }) {
  const words = useWords(cardWords).surplus;
  const format = useFormat();
  const act = useAct();
  const fits = part.amountWon <= tendering.leftWon;
  useKeyLayer('screen', {});
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-surplus">
      <TenderSide tendering={tendering} />
      <Pane label={words.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.title}</Title>
        <Amount won={part.amountWon} size="giant" />
        <p className="text-xl text-balance">{words.meaning}</p>
        {part.trouble === null ? null : <Trouble code={part.trouble} testId="surplus-trouble" />}
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        {fits ? (
          <Button size="huge" onPress={() => void act('sale.keepCharge', { saleId, partId: part.partId })} testId="surplus-keep" className="num text-[1.3125rem]!">
            {words.keep(format.won(part.amountWon))}
          </Button>
        ) : null}
        <Button kind="danger" size="huge" onPress={() => void act('sale.returnPart', { saleId, partId: part.partId })} testId="surplus-cancel" className="num text-[1.3125rem]!">
          {words.cancel(format.won(part.amountWon))}
        </Button>
      </Pane>
    </Panes>
  );
}
