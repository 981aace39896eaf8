import { memo, useEffect, useRef } from 'react';
import type { LineView, SaleView } from '../../../contract/views.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Press } from '../../ui/press.tsx';
import { sameLine } from '../../ui/same-line.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { useWeighed } from '../../ui/weighed.ts';
import { basketWords } from '../../words/basket.ts';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { GROUP_LINES, groupsOf, heightRem } from './line-groups.ts';
import { SwipeAway } from './swipe-away.tsx';
import { useNearGroups } from './use-near-groups.ts';

export type BasketActs = {
  readonly select: (lineId: string) => void;
  /** Everything that can be done to the line. */
  readonly open: (line: LineView) => void;
  readonly addOne: (line: LineView) => void;
  readonly takeOne: (line: LineView) => void;
  readonly takeOut: (line: LineView) => void;
};

export type BasketLinesProps = {
  readonly sale: SaleView & { stage: 'basket' };
  readonly selectedId: string | null;
  /** Enter opens the selected line. */
  readonly walking: boolean;
  readonly acts: BasketActs;
};

/** The lines, the one in hand always in sight. Of a long basket only what is near is in the page. */
export const BasketLines = memo(function BasketLines({ sale, selectedId, walking, acts }: BasketLinesProps) {
  const words = useWords(cashierWords).basket;
  const list = useRef<HTMLDivElement>(null);
  const { lines } = sale;
  const inHand = lines.findIndex((line) => line.lineId === selectedId);
  const line = lines[inHand];
  const mark = line === undefined ? '' : markOf(line);
  const { isNear, watch } = useNearGroups(inHand);
  useEffect(() => {
    list.current?.querySelector(`[data-mark="${mark}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  return (
    // A line that comes or goes is laid out without the rest of the screen. Where the page scrolls, the lines make its height.
    <div ref={list} role="list" aria-label={words.lines} className="min-h-0 flex-1 overflow-y-auto overscroll-contain contain-strict cramped:contain-none" data-testid="basket-lines">
      {groupsOf(lines).map(({ index, members }) => (
        <div key={index} ref={watch} role="presentation" data-group={index} style={{ height: `${heightRem(members)}rem` }}>
          {isNear(index)
            ? members.map((member, place) => (
                <Line
                  key={member.lineId}
                  line={member}
                  place={index * GROUP_LINES + place + 1}
                  count={lines.length}
                  selected={member.lineId === selectedId}
                  walking={walking && member.lineId === selectedId}
                  acts={acts}
                />
              ))
            : null}
        </div>
      ))}
    </div>
  );
});

/** Changes whenever the line is touched, so that it comes back into sight. */
function markOf(line: LineView): string {
  return `${line.lineId}-${line.quantity}`;
}

type LineProps = { readonly line: LineView; readonly selected: boolean; readonly walking: boolean; readonly acts: BasketActs };
type PlacedLineProps = LineProps & { /** From 1. */ readonly place: number; readonly count: number };

/** The row and its place among all, drawn or not. How many there are changes with every scan; what stands in the row does not. */
function Line({ place, count, ...props }: PlacedLineProps) {
  const { line, selected } = props;
  return (
    <div
      role="listitem"
      aria-current={selected}
      aria-posinset={place}
      aria-setsize={count}
      data-testid="basket-line"
      data-line={line.lineId}
      data-mark={markOf(line)}
      className={cx('border-b border-sunk', line.note === '' ? 'h-[4.125rem]' : 'h-[5.375rem]')}
    >
      <LineContent {...props} />
    </div>
  );
}

const LineContent = memo(LineCells, (before, after) => before.selected === after.selected && before.walking === after.walking && before.acts === after.acts && sameLine(before.line, after.line));

function LineCells({ line, selected, walking, acts }: LineProps) {
  const words = useWords(cashierWords).basket;
  const common = useWords(commonWords);
  const actions = useWords(basketWords);
  const weighed = useWeighed({ ...line, quantity: 1 });
  const format = useFormat();
  return (
    <SwipeAway
      words={actions.cancelLine}
      onAway={() => acts.takeOut(line)}
      className={cx('grid h-full grid-cols-[1fr_auto_7.5rem] items-center', selected && 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]')}
    >
      <Press
        skippedByTab
        onPress={() => acts.open(line)}
        aria-haspopup="dialog"
        className="flex h-full min-w-0 flex-col items-start justify-center py-1 pl-5.5 text-left cursor-default"
        data-testid="line-open"
      >
        <span data-may-shorten className="line-clamp-1 text-[1.1875rem] font-semibold">
          {line.name}
          {line.taxClass === 'exempt' ? <span className="ml-1.5 text-[0.8125rem] font-semibold text-ink-3">{common.exempt}</span> : null}
        </span>
        <span className="num mt-px text-[0.875rem] text-ink-3">
          {weighed ?? format.won(line.unitPriceWon)}
          {line.listPriceWon === undefined ? null : ` · ${actions.listedAt(format.won(line.listPriceWon))}`}
          {line.discountWon === 0 ? null : <b className="ml-1.5 font-semibold text-warn">{`−${format.number(line.discountWon)} ${common.discount.toLowerCase()}`}</b>}
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
      </Press>
      <Stepper onLess={() => acts.takeOne(line)} onMore={() => acts.addOne(line)} lessLabel={words.less(line.name)} moreLabel={words.more(line.name)} raised={selected} lessTestId="line-less" moreTestId="line-more">
        <span className="num w-10 text-center text-[1.1875rem] font-[650]" data-testid="line-quantity">
          {format.number(line.quantity)}
        </span>
      </Stepper>
      <span className="num pr-5.5 text-right text-xl font-[650]" data-testid="line-amount">
        {format.number(line.amountWon)}
      </span>
    </SwipeAway>
  );
}
