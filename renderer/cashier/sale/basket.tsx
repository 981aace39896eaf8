import { memo, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { LineView, SaleView } from '../../../contract/views.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { MinusIcon, PlusIcon } from '../../ui/icons.tsx';
import { useWeighed } from '../../ui/weighed.ts';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';

export type BasketActs = {
  readonly select: (lineId: string) => void;
  /** Everything that can be done to the line. */
  readonly open: (line: LineView) => void;
  readonly addOne: (line: LineView) => void;
  readonly takeOne: (line: LineView) => void;
};

export type BasketLinesProps = {
  readonly sale: SaleView & { stage: 'basket' };
  readonly selectedId: string | null;
  /** Enter opens the selected line. */
  readonly walking: boolean;
  readonly acts: BasketActs;
};

/** The lines, the one in hand always in sight. */
export function BasketLines({ sale, selectedId, walking, acts }: BasketLinesProps) {
  const words = useWords(cashierWords).basket;
  const list = useRef<HTMLOListElement>(null);
  const inHand = sale.lines.find((line) => line.lineId === selectedId);
  const mark = inHand === undefined ? '' : markOf(inHand);
  useEffect(() => {
    list.current?.querySelector(`[data-mark="${mark}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  return (
    <ol ref={list} aria-label={words.lines} className="min-h-0 flex-1 overflow-y-auto overscroll-contain" data-testid="basket-lines">
      {sale.lines.map((line) => (
        <Line key={line.lineId} line={line} selected={line.lineId === selectedId} walking={walking && line.lineId === selectedId} acts={acts} />
      ))}
    </ol>
  );
}

/** Changes whenever the line is touched, so that it comes back into sight. */
function markOf(line: LineView): string {
  return `${line.lineId}-${line.quantity}`;
}

type LineProps = { readonly line: LineView; readonly selected: boolean; readonly walking: boolean; readonly acts: BasketActs };

const STEP = 'grid size-12 place-items-center rounded-control text-lg text-ink-2 cursor-default data-pressed:bg-line';

/** A view is parsed afresh on every push: lines are compared by what they show, not by which object they are. */
const Line = memo(LineRow, (before, after) => before.selected === after.selected && before.walking === after.walking && before.acts === after.acts && sameLine(before.line, after.line));

function sameLine(a: LineView, b: LineView): boolean {
  return a.lineId === b.lineId && a.quantity === b.quantity && a.grams === b.grams && a.amountWon === b.amountWon && a.discountWon === b.discountWon && a.name === b.name && a.note === b.note;
}

function LineRow({ line, selected, walking, acts }: LineProps) {
  const words = useWords(cashierWords).basket;
  const common = useWords(commonWords);
  const weighed = useWeighed({ ...line, quantity: 1 });
  const format = useFormat();
  const step = cx(STEP, selected ? 'bg-surface' : 'bg-sunk');
  return (
    <li
      aria-current={selected}
      data-testid="basket-line"
      data-line={line.lineId}
      data-mark={markOf(line)}
      className={cx('grid min-h-[4.125rem] grid-cols-[1fr_auto_7.5rem] items-center border-b border-sunk', selected && 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]')}
    >
      <AriaButton
        preventFocusOnPress
        excludeFromTabOrder
        onPress={() => acts.open(line)}
        aria-haspopup="dialog"
        className="flex h-full min-h-[4.125rem] min-w-0 flex-col items-start justify-center py-1 pl-5.5 text-left cursor-default"
        data-testid="line-open"
      >
        <span data-may-shorten className="line-clamp-1 text-[1.1875rem] font-semibold">
          {line.name}
          {line.taxClass === 'exempt' ? <span className="ml-1.5 text-[0.8125rem] font-semibold text-ink-3">{common.exempt}</span> : null}
        </span>
        <span className="num mt-px text-[0.875rem] text-ink-3">
          {weighed ?? format.won(line.unitPriceWon)}
          {line.discountWon === 0 ? null : <b className="ml-1.5 font-semibold text-warn">{`−${format.number(line.discountWon)} ${common.discount}`}</b>}
          {walking ? (
            <span className="ml-2">
              <Kbd>Enter</Kbd>
            </span>
          ) : null}
        </span>
        {line.note === '' ? null : (
          <span className="line-clamp-1 text-[0.875rem] text-ink-2" data-testid="line-note">
            {line.note}
          </span>
        )}
      </AriaButton>
      <span className="flex items-center gap-0.5">
        <AriaButton preventFocusOnPress excludeFromTabOrder onPress={() => acts.takeOne(line)} aria-label={words.less(line.name)} className={step} data-testid="line-less">
          <MinusIcon />
        </AriaButton>
        <span className="num w-10 text-center text-[1.1875rem] font-[650]" data-testid="line-quantity">
          {format.number(line.quantity)}
        </span>
        <AriaButton preventFocusOnPress excludeFromTabOrder onPress={() => acts.addOne(line)} aria-label={words.more(line.name)} className={step} data-testid="line-more">
          <PlusIcon />
        </AriaButton>
      </span>
      <span className="num pr-5.5 text-right text-xl font-[650]" data-testid="line-amount">
        {format.number(line.amountWon)}
      </span>
    </li>
  );
}
