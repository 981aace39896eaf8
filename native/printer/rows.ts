/** Lines with more than one cell: label and value, goods and their numbers. Texts come from `toPaperText`. */
import { columnsOf } from './code-page.ts';
import { spaces, wrapText } from './wrap.ts';

/**
 * A line of the paper before its style. Half of a slip is the room between label and amount and the strokes of its rules: they stay a
 * number until they are bytes.
 */
export type Row = { readonly left: string; readonly gap: number; readonly fill: ' ' | '-' | '='; readonly right: string };

export function wholeRow(text: string): Row {
  return { left: text, gap: 0, fill: ' ', right: '' };
}

export function ruleRow(stroke: '-' | '=', columns: number): Row {
  return { left: '', gap: columns, fill: stroke, right: '' };
}

export function rowText({ left, gap, fill, right }: Row): string {
  return left + fill.repeat(gap) + right;
}

/** `right` flush with the edge of the paper. */
function spreadRow(left: string, right: string, columns: number): Row {
  return { left, gap: Math.max(columns - columnsOf(left) - columnsOf(right), 0), fill: ' ', right };
}

type ItemCells = { readonly name: string; readonly unitPrice: string; readonly quantity: string; readonly amount: string };

/** Widths in columns; each number cell includes the space before it. */
const ITEM_COLUMNS = {
  42: { name: 15, unitPrice: 10, quantity: 6, amount: 11 },
  48: { name: 20, unitPrice: 10, quantity: 6, amount: 12 },
} as const;

/** Label left, value right. Short of room the label wraps above; a value wider than the paper wraps flush right. */
export function layPair(label: string, value: string, columns: number): Row[] {
  const gap = columns - columnsOf(label) - columnsOf(value);
  // The usual case, on one line.
  if (gap > 0 && !label.includes('\n') && !value.includes('\n')) return [{ left: label, gap, fill: ' ', right: value }];
  const labelLines = label === '' ? [] : wrapText(label, columns);
  const valueLines = wrapText(value, columns);
  const lastLabel = labelLines.at(-1) ?? '';
  const firstValue = valueLines[0] ?? '';
  const between = lastLabel === '' ? 0 : 1;
  if (columnsOf(lastLabel) + between + columnsOf(firstValue) <= columns) {
    const joined = spreadRow(lastLabel, firstValue, columns);
    return [...labelLines.slice(0, -1).map(wholeRow), joined, ...valueLines.slice(1).map((line) => spreadRow('', line, columns))];
  }
  return [...labelLines.map(wholeRow), ...valueLines.map((line) => spreadRow('', line, columns))];
}

export function layItem(
  name: string,
  item: { readonly unitPriceWon: number; readonly quantity: number; readonly amountWon: number },
  columns: 42 | 48,
): Row[] {
  const cells = { name, unitPrice: grouped(item.unitPriceWon), quantity: grouped(item.quantity), amount: grouped(item.amountWon) };
  // Digits and commas take a column each.
  const laid = layCells(cells, { unitPrice: cells.unitPrice.length, quantity: cells.quantity.length, amount: cells.amount.length }, columns);
  return laid ?? [...wrapText(cells.name, columns).map(wholeRow), ...layPair(`  ${cells.unitPrice} x ${cells.quantity}`, cells.amount, columns)];
}

export function layItemHeading(cells: ItemCells, columns: 42 | 48): Row[] {
  const { name, unitPrice, quantity, amount } = cells;
  const laid = layCells(cells, { unitPrice: columnsOf(unitPrice), quantity: columnsOf(quantity), amount: columnsOf(amount) }, columns);
  return laid ?? wrapText([name, unitPrice, quantity, amount].join(' '), columns).map(wholeRow);
}

type NumberColumns = { readonly unitPrice: number; readonly quantity: number; readonly amount: number };

/** null when a number does not fit into its cell, with the space before it. */
function layCells({ name, unitPrice, quantity, amount }: ItemCells, taken: NumberColumns, columns: 42 | 48): Row[] | null {
  const widths = ITEM_COLUMNS[columns];
  if (taken.unitPrice >= widths.unitPrice || taken.quantity >= widths.quantity || taken.amount >= widths.amount) return null;
  const nameColumns = columnsOf(name);
  // What stands right of the name, without the room before the unit price.
  const right = unitPrice + spaces(widths.quantity - taken.quantity) + quantity + spaces(widths.amount - taken.amount) + amount;
  const room = widths.unitPrice - taken.unitPrice;
  if (nameColumns <= widths.name && !name.includes('\n')) return [{ left: name, gap: widths.name - nameColumns + room, fill: ' ', right }];
  return [...wrapText(name, columns).map(wholeRow), { left: '', gap: widths.name + room, fill: ' ', right }];
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
