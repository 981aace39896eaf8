import { useState } from 'react';
import type { PartView } from '../../../contract/cards.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { cardWords } from '../../words/card.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** What was taken so far, and what was tried; each taken part can go back. */
export function PartsList({ parts, onReturn }: { readonly parts: readonly PartView[]; readonly onReturn: (partId: string) => void }) {
  const words = useWords(cardWords);
  const [asked, setAsked] = useState<PartView | null>(null);
  return (
    <>
      <ul aria-label={words.parts} className="-mx-2 grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_auto_auto] content-start overflow-y-auto cramped:overflow-visible" data-testid="pay-parts">
        {parts.map((part) => (
          <PartRow key={part.partId} part={part} onReturn={() => setAsked(part)} />
        ))}
      </ul>
      {asked === null ? null : <ReturnDialog part={asked} onReturn={onReturn} onClose={() => setAsked(null)} />}
    </>
  );
}

function PartRow({ part, onReturn }: { readonly part: PartView; readonly onReturn: () => void }) {
  const words = useWords(cardWords);
  const what = part.kind === 'cash' ? words.cash : (part.card?.issuer ?? '') === '' ? words.card : `${words.card} ${part.card?.issuer ?? ''}`;
  const gone = part.standing === 'none' || part.standing === 'returned';
  return (
    <li className="col-span-3 mx-2 grid min-h-15 grid-cols-subgrid items-center border-b border-sunk py-1.5" data-testid={`part-${part.partId}`} data-standing={part.standing}>
      <span className="grid min-w-0">
        <span className="leading-tight font-semibold">{what}</span>
        <span className="num text-[0.9375rem] leading-tight text-ink-2">
          {words.standing[part.standing]}
          {part.card === null ? '' : ` · ${part.card.approvalNumber}`}
        </span>
      </span>
      <Amount won={part.amountWon} tone={gone ? 'muted' : 'ink'} className={cx('pl-3', gone && 'line-through')} />
      {part.standing === 'taken' ? (
        <Button size="small" className="ml-3 px-2.5!" onPress={onReturn} testId={`return-${part.partId}`}>
          {words.takeBack}
        </Button>
      ) : null}
    </li>
  );
}

/** What leaves the drawer or the terminal's books cannot be undone by Esc: it is asked, with the amount in the button. */
function ReturnDialog({ part, onReturn, onClose }: { readonly part: PartView; readonly onReturn: (partId: string) => void; readonly onClose: () => void }) {
  const words = useWords(cardWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const giveBack = () => {
    onClose();
    onReturn(part.partId);
  };
  const won = format.won(part.amountWon);
  return (
    <Dialog title={words.returnTitle} onClose={onClose} testId="return-dialog" onEnter={giveBack}>
      <p>{words.returnMeaning[part.kind]}</p>
      <div className="flex justify-end gap-2.5">
        <Button size="large" onPress={onClose}>
          {common.back}
        </Button>
        <Button kind="danger" size="large" onPress={giveBack} testId="return-confirm" className="num">
          {part.kind === 'cash' ? words.returnCash(won) : words.cancelCharge(won)}
        </Button>
      </div>
    </Dialog>
  );
}
