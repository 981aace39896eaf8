/** Figures as a table of plain text that is Markdown too, so that what was printed can be kept in a document. */
import type { Figure } from './figure.ts';

const HEADINGS = ['figure', 'median', 'p99', 'n', 'beside', 'its median', 'ratio', 'aim', 'met'] as const;
/** Markdown wants a dash beside the colon of a column that stands flush right. */
const MIN_WIDTH = 3;
/** Columns of numbers stand flush right. */
const NUMBERS: ReadonlySet<string> = new Set(['median', 'p99', 'n', 'its median', 'ratio']);

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(cellsOf);
  const widths = HEADINGS.map((heading, column) => Math.max(MIN_WIDTH, heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, NUMBERS.has(HEADINGS[column] ?? ''))).join(' | ')} |`;
  const rule = widths.map((width, column) => (NUMBERS.has(HEADINGS[column] ?? '') ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(HEADINGS), line(rule), ...rows.map(line)].join('\n');
}

function cellsOf(figure: Figure): readonly string[] {
  const { name, unit, value, p99, samples, floor, peer, ratio, aim, met } = figure;
  const beside = floor ?? peer;
  return [
    name,
    amount(value, unit),
    amount(p99, unit),
    String(samples),
    beside === undefined ? '' : `${floor === undefined ? 'peer' : 'floor'}: ${beside.name}`,
    beside === undefined ? '' : amount(beside.value, unit),
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    aim ?? '',
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

/** Three significant digits, never in powers of ten: `0.482 ms`, `10.4 µs`, `1,310 ms`. */
export function amount(value: number, unit: string): string {
  if (unit === 'keys' || unit === 'handles') return `${value} ${unit}`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
