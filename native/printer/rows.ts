/** Lines with more than one cell: label and value, goods and their numbers. Texts come from `toPaperText`. */
import { columnsOf } from './code-page.ts';
import { padEnd, padStart, spaces, wrapText } from './wrap.ts';

type ItemCells = { readonly name: string; readonly unitPrice: string; readonly quantity: string; readonly amount: string };

/** Widths in columns; each number cell includes the space before it. */
const ITEM_COLUMNS = {
  42: { name: 15, unitPrice: 10, quantity: 6, amount: 11 },
  48: { name: 20, unitPrice: 10, quantity: 6, amount: 12 },
} as const;

/** Label left, value right. Short of room the label wraps above; a value wider than the paper wraps flush right. */
export function layPair(label: string, value: string, columns: number): string[] {
  const room = columns - columnsOf(label) - columnsOf(value);
  // The usual case, on one line.
  if (room > 0 && !label.includes('\n') && !value.includes('\n')) return [label + spaces(room) + value];
  const labelLines = label === '' ? [] : wrapText(label, columns);
  const valueLines = wrapText(value, columns);
  const lastLabel = labelLines.at(-1) ?? '';
  const firstValue = valueLines[0] ?? '';
  const gap = lastLabel === '' ? 0 : 1;
  if (columnsOf(lastLabel) + gap + columnsOf(firstValue) <= columns) {
    const joined = lastLabel + padStart(firstValue, columns - columnsOf(lastLabel));
    return [...labelLines.slice(0, -1), joined, ...valueLines.slice(1).map((line) => padStart(line, columns))];
  }
  return [...labelLines, ...valueLines.map((line) => padStart(line, columns))];
}

export function layItem(
  name: string,
  item: { readonly unitPriceWon: number; readonly quantity: number; readonly amountWon: number },
  columns: 42 | 48,
): string[] {
  const cells = {
    name,
    unitPrice: grouped(item.unitPriceWon),
    quantity: grouped(item.quantity),
    amount: grouped(item.amountWon),
  };
  if (numbersFit(cells, columns)) return layCells(cells, columns);
  return [...wrapText(cells.name, columns), ...layPair(`  ${cells.unitPrice} x ${cells.quantity}`, cells.amount, columns)];
}

export function layItemHeading(cells: ItemCells, columns: 42 | 48): string[] {
  if (numbersFit(cells, columns)) return layCells(cells, columns);
  return wrapText([cells.name, cells.unitPrice, cells.quantity, cells.amount].join(' '), columns);
}

function layCells(cells: ItemCells, columns: 42 | 48): string[] {
  const widths = ITEM_COLUMNS[columns];
  const numbers = padStart(cells.unitPrice, widths.unitPrice) + padStart(cells.quantity, widths.quantity) + padStart(cells.amount, widths.amount);
  if (!cells.name.includes('\n') && columnsOf(cells.name) <= widths.name) return [padEnd(cells.name, widths.name) + numbers];
  return [...wrapText(cells.name, columns), ' '.repeat(widths.name) + numbers];
}

function numbersFit(cells: ItemCells, columns: 42 | 48): boolean {
  const widths = ITEM_COLUMNS[columns];
  return (
    columnsOf(cells.unitPrice) < widths.unitPrice && columnsOf(cells.quantity) < widths.quantity && columnsOf(cells.amount) < widths.amount
  );
}

/** `-1,234,567`. Whole numbers only get commas; a weighed quantity (`0.35`) keeps its decimals. */
function grouped(value: number): string {
  const text = String(Math.abs(value));
  const dot = text.indexOf('.');
  let left = dot < 0 ? text.length : dot;
  let out = dot < 0 ? '' : text.slice(dot);
  for (; left > 3; left -= 3) out = `,${text.slice(left - 3, left)}${out}`;
  return (value < 0 ? '-' : '') + text.slice(0, left) + out;
}
