import { useEffect, useRef, useState } from 'react';
import type { HeldView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { named } from '../../ui/keys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Press } from '../../ui/press.tsx';
import { basketWords } from '../../words/basket.ts';
import { useFormat, useWords } from '../../words/language.tsx';

export type HeldDialogProps = {
  readonly held: readonly HeldView[];
  /** A basket with goods is on the screen: it will be put aside. */
  readonly swaps: boolean;
  readonly onClose: () => void;
};

/** The baskets put aside, by time and total. Digits reach the first nine, arrows and Enter all of them. */
export function HeldDialog({ held, swaps, onClose }: HeldDialogProps) {
  const words = useWords(basketWords);
  const act = useAct();
  const [chosen, setChosen] = useState(0);
  const asked = useRef(false);
  const at = Math.min(chosen, held.length - 1);
  const recall = async (sale: HeldView | undefined) => {
    // One recall per look at the list: a double touch must not bring back two.
    if (sale === undefined || asked.current) return;
    asked.current = true;
    const result = await act('sale.recall', { saleId: sale.saleId });
    asked.current = false;
    if (result.ok) onClose();
  };
  const move = (by: number) => setChosen(Math.max(0, Math.min(held.length - 1, at + by)));
  const type = (character: string) => {
    if (/^[1-9]$/.test(character)) void recall(held[Number(character) - 1]);
    return true;
  };
  return (
    <Dialog title={words.heldTitle} onClose={onClose} testId="held-dialog" keys={{ ArrowUp: () => move(-1), ArrowDown: () => move(1), F4: named(words.heldTitle, onClose) }} onTyped={type} onEnter={() => void recall(held[at])}>
      {held.length === 0 ? (
        <div className="grid gap-1 py-6 text-center" data-testid="held-none">
          <b className="text-xl font-[650]">{words.heldNone}</b>
          <span className="text-ink-2">{words.heldNoneHint}</span>
        </div>
      ) : (
        <>
          <ol aria-label={words.heldTitle} className="-mx-2 grid max-h-[26rem] gap-2 overflow-y-auto overscroll-contain p-2">
            {held.map((sale, index) => (
              <HeldRow key={sale.saleId} sale={sale} number={index + 1} chosen={index === at} onRecall={() => void recall(sale)} />
            ))}
          </ol>
          <p className="text-[0.9375rem] text-ink-2">{swaps ? `${words.heldHint} ${words.heldSwap}` : words.heldHint}</p>
        </>
      )}
    </Dialog>
  );
}

function HeldRow({ sale, number, chosen, onRecall }: { readonly sale: HeldView; readonly number: number; readonly chosen: boolean; readonly onRecall: () => void }) {
  const words = useWords(basketWords);
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const time = format.time(sale.heldAt);
  const amount = format.won(sale.totalWon);
  return (
    <li ref={row} aria-current={chosen}>
      <Press
        onPress={onRecall}
        className={cx(
          'num grid min-h-18 w-full grid-cols-[2rem_4.25rem_minmax(0,1fr)_auto] items-center gap-2 rounded-card border px-4 text-left cursor-default data-pressed:bg-sunk',
          chosen ? 'border-accent bg-accent-soft shadow-[inset_0_0_0_0.0625rem_var(--accent)]' : 'border-line bg-surface',
        )}
        data-testid="held-row"
      >
        <span>{number <= 9 ? <Kbd>{String(number)}</Kbd> : null}</span>
        <b className="text-xl font-[700]">{time}</b>
        <span className="grid min-w-0 text-base leading-tight text-ink-2">
          <span className="truncate">{words.heldGoods(sale.firstName, sale.lineCount - 1)}</span>
          {sale.heldBy === null ? null : <span className="truncate text-[0.875rem] text-ink-3">{sale.heldBy.left ? words.heldLeft(sale.heldBy.name) : words.heldBy(sale.heldBy.name)}</span>}
        </span>
        <b className="text-xl font-[700]">{amount}</b>
      </Press>
    </li>
  );
}
