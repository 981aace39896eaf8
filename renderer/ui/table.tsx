import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the right, under one another. */
  readonly kind?: 'text' | 'number';
  readonly cell: (row: Row) => ReactNode;
  /** The sum under the column, when it has one. */
  readonly foot?: ReactNode;
};

export type TableProps<Row> = {
  /** Said to a screen reader, and drawn above when `titled`. */
  readonly caption: string;
  readonly titled?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  readonly testId?: string;
};

/** Figures to be read, not touched. The first column names the row. */
export function Table<Row>({ caption, titled = false, columns, rows, rowKey, empty, testId }: TableProps<Row>) {
  const align = ({ kind }: Column<Row>) => (kind === 'number' ? 'text-right' : 'text-left');
  const summed = columns.some(({ foot }) => foot !== undefined);
  return (
    <table className="num w-full border-collapse text-[1.0625rem]" data-testid={testId}>
      <caption className={titled ? 'pb-2 text-left text-[1.3125rem] font-[750]' : 'sr-only'}>{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong text-[0.9375rem] text-ink-2">
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cx('px-3 py-2 font-semibold whitespace-nowrap', align(column))}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-b border-sunk">
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.id} scope="row" className={cx('px-3 py-2.5 font-semibold', align(column))}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} className={cx('px-3 py-2.5', align(column))}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length > 0 ? null : (
          <tr>
            <td colSpan={columns.length} className="px-3 py-6 text-center text-ink-2">
              {empty}
            </td>
          </tr>
        )}
      </tbody>
      {summed && rows.length > 0 ? (
        <tfoot>
          <tr className="border-t border-line-strong font-[700]">
            {columns.map((column) => (
              <td key={column.id} className={cx('px-3 py-2.5', align(column))}>
                {column.foot}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
