/** What is being bought: the line the last scan touched stands large in one place, the others above it in the order they came. */
import { memo, useEffect, useRef, useState } from 'react';
import type { LineView } from '../../contract/views.ts';
import { Amount } from '../ui/amount.tsx';
import { cx } from '../ui/cx.ts';
import { sameLine } from '../ui/same-line.ts';
import { commonWords } from '../words/common.ts';
import { customerWords } from '../words/customer.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { useWeighed } from '../ui/weighed.ts';
import { touchedLine } from './touched-line.ts';

export function LinesScreen({ lines }: { readonly lines: readonly LineView[] }) {
  const words = useWords(customerWords);
  const largeId = useTouched(lines);
  const large = lines.find((line) => line.lineId === largeId);
  const others = lines.filter((line) => line.lineId !== largeId);
  return (
    <div className="-mx-4 flex min-h-0 flex-1 flex-col" data-testid="customer-lines">
      <h1 className="sr-only">{words.listLabel}</h1>
      <Others lines={others} label={words.listLabel} />
      {large === undefined ? null : <Large line={large} />}
    </div>
  );
}

/** Pieces of a known height, each for itself: a new line is no reason to lay out the hundreds before it. */
const PIECE_LINES = 20;
const ROW_REM = 3.375;

function piecesOf(lines: readonly LineView[]): readonly (readonly LineView[])[] {
  return Array.from({ length: Math.ceil(lines.length / PIECE_LINES) }, (_, index) => lines.slice(index * PIECE_LINES, (index + 1) * PIECE_LINES));
}

/** The previous lines are kept beside the choice, so that it is made once per view and not once per render. */
function useTouched(lines: readonly LineView[]): string | null {
  const [shown, setShown] = useState(() => ({ lines, id: touchedLine([], lines, null) }));
  if (shown.lines === lines) return shown.id;
  const next = { lines, id: touchedLine(shown.lines, lines, shown.id) };
  setShown(next);
  return next.id;
}

function Others({ lines, label }: { readonly lines: readonly LineView[]; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(false);
  const measure = () => setHidden((box.current?.scrollTop ?? 0) > 1);
  // The newest lines stay in sight; a customer who scrolled up to check is brought back by the next scan.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    setHidden(element.scrollTop > 1);
  }, [lines.length]);
  return (
    <div
      ref={box}
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={measure}
      className={cx('flex min-h-0 flex-1 flex-col overflow-y-auto rounded-control px-4', hidden && 'fade-top')}
      data-testid="customer-list"
    >
      <div role="list" className="mt-auto pb-2">
        {piecesOf(lines).map((piece, index) => (
          <div key={index} role="presentation" className="contain-strict" style={{ height: `${piece.length * ROW_REM}rem` }}>
            {piece.map((line) => (
              <Row key={line.lineId} line={line} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const Row = memo(LineRow, (before, after) => sameLine(before.line, after.line));

function LineRow({ line }: { readonly line: LineView }) {
  const format = useFormat();
  const words = useWords(customerWords);
  const weighed = useWeighed(line);
  return (
    <div role="listitem" style={{ height: `${ROW_REM}rem` }} className="grid grid-cols-[minmax(0,1fr)_auto_7.5rem] items-baseline gap-x-4 border-b border-sunk py-2.5" data-testid="customer-line">
      <span data-may-shorten className="truncate text-[1.375rem] font-[550]">{line.name}</span>
      <span className="num text-xl text-ink-2">{weighed ?? (line.quantity === 1 ? '' : words.each(line.quantity, format.number(line.unitPriceWon)))}</span>
      <span className="num text-right text-[1.375rem] font-[650]">{format.number(line.amountWon)}</span>
    </div>
  );
}

function Large({ line }: { readonly line: LineView }) {
  const format = useFormat();
  const words = useWords(customerWords);
  const common = useWords(commonWords);
  const weighed = useWeighed(line);
  return (
    <section
      key={`${line.lineId} ${line.quantity} ${line.amountWon}`}
      aria-label={words.latest}
      className="arrive grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-5 rounded-[1.125rem] bg-sunk px-5 py-4"
      data-testid="customer-last-line"
    >
      <div className="min-w-0">
        <p data-may-shorten className="line-clamp-2 text-[1.875rem] leading-tight font-[740] tracking-[-0.02em]">{line.name}</p>
        <p className="num mt-1.5 flex flex-wrap gap-x-3 text-[1.375rem] text-ink-2">
          <span>{weighed ?? words.each(line.quantity, format.won(line.unitPriceWon))}</span>
          {line.taxClass === 'exempt' ? <span>{common.exempt}</span> : null}
          {line.discountWon === 0 ? null : (
            <span className="font-semibold text-warn">
              {format.number(-line.discountWon)} {common.discount.toLowerCase()}
            </span>
          )}
        </p>
      </div>
      <Amount won={line.amountWon} size="total" className="text-[2.75rem]! leading-none font-[760] tracking-[-0.03em]" testId="customer-last-amount" />
    </section>
  );
}
