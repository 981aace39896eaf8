import { useEffect, useRef } from 'react';
import type { FoundSaleView, SaleSearchView } from '../../../contract/history.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { historyWords } from '../../words/history.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { refundWords } from '../../words/refund.ts';
import { receiptSign } from '../signs.ts';
import { byDay, dayBefore, isAll } from './list.ts';
import type { Found } from './use-found.ts';

export type FoundRowsProps = {
  readonly found: Found;
  readonly search: SaleSearchView;
  readonly today: string;
  readonly saleId: string | null;
  readonly onChoose: (saleId: string) => void;
};

export function FoundRows({ found, search, today, saleId, onChoose }: FoundRowsProps) {
  const words = useWords(historyWords);
  const { loading } = useWords(managerWords);
  const chosen = useRef<HTMLLIElement>(null);
  const { rows, refusal } = found;
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [saleId]);
  const none = rows !== null && rows.length === 0 && !found.more;
  const nothing = isAll(search) ? { title: words.empty, hint: words.emptyHint } : { title: words.none, hint: isAll({ ...search, text: '' }) ? words.noneHint : words.noneFilters };
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line pb-7 fade-end" data-testid="history-list">
      <Live testId="history-live">{none ? nothing.title : ''}</Live>
      {refusal === null ? null : (
        <div className="p-5">
          <Trouble code={refusal.code} detail={refusal.detail} testId="history-refused" />
        </div>
      )}
      {rows === null && refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
      {none ? <Nothing title={nothing.title} hint={nothing.hint} testId="history-none" /> : null}
      {rows === null || none ? null : (
        <div role="group" aria-label={words.list}>
          {byDay(rows).map(({ businessDay, sales }) => (
            <section key={businessDay} aria-label={businessDay}>
              <DayHead businessDay={businessDay} today={today} />
              <ul>
                {sales.map((row) => (
                  <li key={row.saleId} ref={row.saleId === saleId ? chosen : null} className="scroll-mt-10 [contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
                    <Row row={row} searching={search.text.trim() !== ''} chosen={row.saleId === saleId} onChoose={onChoose} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {rows === null || none ? null : <End found={found} />}
    </div>
  );
}

function DayHead({ businessDay, today }: { readonly businessDay: string; readonly today: string }) {
  const words = useWords(historyWords);
  const format = useFormat();
  const near = businessDay === today ? words.today : businessDay === dayBefore(today, 1) ? words.yesterday : null;
  const text = businessDay.slice(0, 4) === today.slice(0, 4) ? format.day(`${businessDay}T12:00:00+09:00`) : format.longDay(businessDay);
  return (
    <h2 className="num sticky top-0 z-1 flex min-h-10 items-center gap-2 border-b border-sunk bg-sunk px-5 text-[0.9375rem] text-ink-2">
      {near === null ? null : <b className="font-semibold text-ink">{near}</b>}
      {text}
    </h2>
  );
}

/** More comes when the end is in sight; a search that looked far without filling a page asks first. */
function End({ found }: { readonly found: Found }) {
  const words = useWords(historyWords);
  const { loading } = useWords(managerWords);
  const format = useFormat();
  const end = useRef<HTMLDivElement>(null);
  const { more, loadMore, reachedDay } = found;
  const byItself = more && reachedDay === null;
  useEffect(() => {
    const element = end.current;
    if (!byItself || element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) loadMore();
    }, { rootMargin: '600px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [byItself, loadMore]);
  return (
    <div ref={end} className="flex flex-col gap-3 px-5 py-4 text-[0.9375rem] text-ink-2">
      {reachedDay === null ? null : <p className="num">{words.reached(format.longDay(reachedDay))}</p>}
      {more ? (
        <Button onPress={loadMore} disabled={found.loading} testId="history-more">
          {found.loading ? loading : reachedDay === null ? words.more : words.goOn}
        </Button>
      ) : (
        <p>{found.full ? words.tooMany : words.thatIsAll}</p>
      )}
    </div>
  );
}

type RowProps = { readonly row: FoundSaleView; readonly searching: boolean; readonly chosen: boolean; readonly onChoose: (saleId: string) => void };

function Row({ row, searching, chosen, onChoose }: RowProps) {
  const words = useWords(historyWords);
  const { today } = useWords(managerWords);
  const format = useFormat();
  return (
    <ListRow onPress={() => onChoose(row.saleId)} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className="min-h-19 gap-y-0.5" testId={`history-row-${row.saleNumber}`}>
      <b data-may-shorten className="line-clamp-2 text-[1.1875rem] font-semibold">
        {today.andMore(row.firstName, row.lineCount - 1)}
      </b>
      <Amount won={row.totalWon} className="text-right" />
      <span data-may-shorten className="truncate text-[0.9375rem] text-ink-2">
        {format.time(row.paidAt)} · {format.saleNumber(row.saleNumber)} · {row.cashierName}
      </span>
      {searching ? (
        <span className="text-right text-[0.8125rem] font-semibold text-accent" data-testid={row.matched.length === 0 ? undefined : 'row-matched'}>{row.matched.map((kind) => words.matched[kind]).join(' · ')}</span>
      ) : (
        <Standing row={row} />
      )}
    </ListRow>
  );
}

function Standing({ row }: { readonly row: FoundSaleView }) {
  const words = useWords(historyWords);
  const { today } = useWords(managerWords);
  const common = useWords(commonWords);
  if (row.refundedWon > 0) return <Refunded row={row} />;
  if (row.cashReceipt === null || row.receiptByHand) {
    const due = row.deadlineAt !== null && row.canIssue;
    if (due || row.open) {
      return (
        <span className="flex items-center justify-end gap-1.75 text-[0.9375rem] font-semibold text-warn">
          <Dot state="warning" />
          {due ? today.mustIssue : words.openSale}
        </span>
      );
    }
    return <span className="text-right text-[0.9375rem] text-ink-2">{row.receiptByHand ? words.receiptByHand : today.noReceipt}</span>;
  }
  return (
    <span className="flex items-center justify-end gap-1.75 text-[0.9375rem] text-ink-2">
      <Dot state={row.open ? 'warning' : receiptSign(row.cashReceipt.state)} />
      {common.receiptState[row.cashReceipt.state]}
    </span>
  );
}

/** What came back says more of a sale than its receipt. */
function Refunded({ row }: { readonly row: FoundSaleView }) {
  const words = useWords(refundWords);
  const format = useFormat();
  return (
    <span className="flex items-center justify-end gap-1.75 text-[0.9375rem] font-semibold text-ink-2" data-testid="row-refunded">
      <Dot state={row.open ? 'warning' : 'ok'} />
      {row.open ? words.backUnsure(format.won(row.refundedWon)) : words.backOf(format.won(row.refundedWon))}
    </span>
  );
}
