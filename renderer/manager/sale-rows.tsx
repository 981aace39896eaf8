import { useEffect, useRef } from 'react';
import type { SaleRow } from '../../contract/views.ts';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dot } from '../ui/dot.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Live } from '../ui/live.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { commonWords } from '../words/common.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import { receiptSign } from './signs.ts';
import type { Today } from './use-today.ts';

export type SaleRowsProps = {
  readonly today: Today;
  /** What the search left; null while the first page is on its way. */
  readonly rows: readonly SaleRow[] | null;
  readonly text: string;
  readonly saleId: string | null;
  readonly onChoose: (saleId: string) => void;
};

export function SaleRows({ today, rows, text, saleId, onChoose }: SaleRowsProps) {
  const words = useWords(managerWords);
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [saleId]);
  const none = rows !== null && rows.length === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-testid="today-list">
      <Live testId="today-live">{none ? noneWords(words.today, today, text) : ''}</Live>
      {today.refusal === null ? null : (
        <div className="p-5">
          <Trouble code={today.refusal.code} detail={today.refusal.detail} testId="today-refused" />
        </div>
      )}
      {rows === null && today.refusal === null ? <p className="px-5 py-4 text-ink-2">{words.loading}</p> : null}
      {none ? <Nothing title={noneWords(words.today, today, text)} hint={today.rows?.length === 0 ? words.today.emptyHint : today.more ? words.today.noMatchMore : ''} testId="today-none" /> : null}
      {rows === null || none ? null : (
        <ul aria-label={words.today.list} className="border-t border-line">
          {rows.map((row) => (
            <li key={row.saleId} ref={row.saleId === saleId ? chosen : null} className="[contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
              <Row row={row} chosen={row.saleId === saleId} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {today.more ? (
        <Button onPress={today.loadMore} disabled={today.loading} testId="today-more" className="m-5 flex-none">
          {today.loading ? words.loading : words.today.more}
        </Button>
      ) : rows === null || none ? null : (
        <p className="px-5 py-4 text-[0.9375rem] text-ink-2">{words.today.thatIsAll}</p>
      )}
    </div>
  );
}

function noneWords(words: { empty: string; noMatch: (text: string) => string }, today: Today, text: string): string {
  return today.rows?.length === 0 ? words.empty : words.noMatch(text.trim());
}

function Row({ row, chosen, onChoose }: { readonly row: SaleRow; readonly chosen: boolean; readonly onChoose: (saleId: string) => void }) {
  const words = useWords(managerWords);
  const format = useFormat();
  return (
    <ListRow onPress={() => onChoose(row.saleId)} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className="min-h-19 gap-y-0.5" testId={`today-row-${row.saleNumber}`}>
      <b data-may-shorten className="line-clamp-2 text-[1.1875rem] font-semibold">{words.today.andMore(row.firstName, row.lineCount - 1)}</b>
      <Amount won={row.totalWon} className="text-right" />
      <span className="text-[0.9375rem] text-ink-2">
        {/* A receipt still owed may be for a sale of an earlier day. */}
        {format.saleNumber(row.saleNumber)} · {row.deadlineAt === null ? format.time(row.paidAt) : format.dayTime(row.paidAt)}
      </span>
      <RowReceipt row={row} />
    </ListRow>
  );
}

function RowReceipt({ row }: { readonly row: SaleRow }) {
  const words = useWords(managerWords).today;
  const common = useWords(commonWords);
  if (row.cashReceipt === null) {
    const due = row.deadlineAt !== null;
    return <span className={cx('text-right text-[0.9375rem]', due ? 'font-semibold text-warn' : 'text-ink-2')}>{due ? words.mustIssue : words.noReceipt}</span>;
  }
  return (
    <span className="flex items-center justify-end gap-1.75 text-[0.9375rem] text-ink-2">
      <Dot state={receiptSign(row.cashReceipt.state)} />
      {common.receiptState[row.cashReceipt.state]}
    </span>
  );
}
