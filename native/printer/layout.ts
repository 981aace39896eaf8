/**
 * A slip document → lines of the paper. Everything about width is decided here: no line is wider than the paper, a
 * two-column character is never split, an amount is never cut off (what does not fit takes another line).
 */
import type { SlipAlign, SlipBlock, SlipDocument, SlipSize } from '../../domain/slip/document.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { columnsOf, isPrintable, toPaperText, type NotPrintable } from './code-page.ts';
import { layItem, layItemHeading, layPair, type Row, rowText, ruleRow, wholeRow } from './rows.ts';
import { wrapText } from './wrap.ts';

/** 48 columns of Font A on 576 dots (80 mm paper), 42 on 504 of 512 dots. */
export type PaperColumns = 42 | 48;

export type TextLine = {
  readonly kind: 'text';
  readonly row: Row;
  readonly align: SlipAlign;
  readonly size: SlipSize;
  readonly bold: boolean;
  readonly reverse: boolean;
};

export type RasterLine = {
  readonly kind: 'raster';
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bitsBase64: string;
  readonly align: SlipAlign;
};

export type PaperLine = TextLine | RasterLine;

export type SlipRefusal =
  | NotPrintable
  | { readonly kind: 'raster'; readonly reason: string }
  | { readonly kind: 'too-long'; readonly reason: string };

export type Layout = { readonly ok: true; readonly lines: readonly PaperLine[] } | { readonly ok: false; readonly refusal: SlipRefusal };

export const DOTS_PER_COLUMN = 12;
/** A metre and a half of paper; a slip that long is a mistake. */
const MAX_LINES = 1_000;
const MAX_TEXT_LENGTH = 4_000;
const MAX_RASTER_HEIGHT_DOTS = 2_400;

const RULES = {
  42: { single: textLine(ruleRow('-', 42)), double: textLine(ruleRow('=', 42)) },
  48: { single: textLine(ruleRow('-', 48)), double: textLine(ruleRow('=', 48)) },
} as const;

const SIGNATURE_KEPT = '(전자서명 보관 중)';
const BLANK = textLine(wholeRow(''));
const PRACTICE_MARK = { 42: practiceMark(42), 48: practiceMark(48) } as const;

export function layOut(document: SlipDocument, columns: PaperColumns): Layout {
  const lines: PaperLine[] = [];
  if (document.practice) lines.push(...PRACTICE_MARK[columns].head);
  for (const block of document.blocks) {
    const refusal = layBlock(block, columns, lines);
    if (refusal !== null) return { ok: false, refusal };
    if (lines.length > MAX_LINES) return { ok: false, refusal: { kind: 'too-long', reason: `more than ${MAX_LINES} lines` } };
  }
  if (document.practice) lines.push(...PRACTICE_MARK[columns].foot);
  return { ok: true, lines };
}

/** Columns a line has for its characters: doubled width halves them. */
export function columnsAt(size: SlipSize, columns: number): number {
  return size === 'wide' || size === 'large' ? Math.floor(columns / 2) : columns;
}

function textLine(row: Row, align: SlipAlign = 'left', size: SlipSize = 'normal', bold = false, reverse = false): TextLine {
  return { kind: 'text', row, align, size, bold, reverse };
}

/** What stands on the line, with its inner spaces. */
export function textOf(line: TextLine): string {
  return rowText(line.row);
}

/** Puts the block's lines behind `lines`, or says why it cannot be printed. */
function layBlock(block: SlipBlock, columns: PaperColumns, lines: PaperLine[]): SlipRefusal | null {
  switch (block.kind) {
    case 'text':
      return layText(block, columns, lines);
    case 'pair': {
      const label = printable(block.label);
      if (typeof label !== 'string') return label;
      const value = printable(block.value);
      if (typeof value !== 'string') return value;
      const { size = 'normal', bold } = block;
      for (const row of layPair(label, value, columnsAt(size, columns))) lines.push(textLine(row, 'left', size, bold));
      return null;
    }
    case 'item': {
      const name = printable(block.name);
      if (typeof name !== 'string') return name;
      for (const row of layItem(name, block, columns)) lines.push(textLine(row));
      return null;
    }
    case 'item-heading':
      return layHeading(block, columns, lines);
    case 'rule':
      lines.push(RULES[columns][block.style]);
      return null;
    case 'blank':
      return layBlank(block.lines, lines);
    case 'raster':
      return layRaster(block, columns, lines);
    case 'signature':
      // Whoever prints puts the picture in its place; what could not be opened is still said to be there.
      return layText({ kind: 'text', text: SIGNATURE_KEPT, align: 'center' }, columns, lines);
    default:
      return unreachable(block);
  }
}

function layText(block: Extract<SlipBlock, { kind: 'text' }>, columns: PaperColumns, lines: PaperLine[]): SlipRefusal | null {
  const text = printable(block.text);
  if (typeof text !== 'string') return text;
  const { align, size = 'normal', bold } = block;
  for (const line of wrapText(text, columnsAt(size, columns))) lines.push(textLine(wholeRow(line), align, size, bold));
  return null;
}

function layHeading(block: Extract<SlipBlock, { kind: 'item-heading' }>, columns: PaperColumns, lines: PaperLine[]): SlipRefusal | null {
  const name = printable(block.name);
  if (typeof name !== 'string') return name;
  const unitPrice = printable(block.unitPrice);
  if (typeof unitPrice !== 'string') return unitPrice;
  const quantity = printable(block.quantity);
  if (typeof quantity !== 'string') return quantity;
  const amount = printable(block.amount);
  if (typeof amount !== 'string') return amount;
  for (const row of layItemHeading({ name, unitPrice, quantity, amount }, columns)) lines.push(textLine(row));
  return null;
}

function printable(text: string): string | SlipRefusal {
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'too-long', reason: `a text of ${text.length} characters` };
  if (isPrintable(text)) return text;
  const paper = toPaperText(text);
  return paper.ok ? paper.text : paper.refusal;
}

function layBlank(count: number, lines: PaperLine[]): SlipRefusal | null {
  if (!Number.isInteger(count) || count < 0 || count > 50) return { kind: 'too-long', reason: `${count} blank lines` };
  for (let line = 0; line < count; line += 1) lines.push(BLANK);
  return null;
}

function layRaster(block: Extract<SlipBlock, { kind: 'raster' }>, columns: PaperColumns, lines: PaperLine[]): SlipRefusal | null {
  const { widthDots, heightDots, bitsBase64, align = 'left' } = block;
  const paperDots = columns * DOTS_PER_COLUMN;
  if (!Number.isInteger(widthDots) || widthDots < 1 || widthDots > paperDots) {
    return { kind: 'raster', reason: `a picture ${widthDots} dots wide on paper of ${paperDots} dots` };
  }
  if (!Number.isInteger(heightDots) || heightDots < 1 || heightDots > MAX_RASTER_HEIGHT_DOTS) {
    return { kind: 'raster', reason: `a picture ${heightDots} dots high` };
  }
  const expected = Math.ceil(widthDots / 8) * heightDots;
  const actual = Buffer.from(bitsBase64, 'base64').length;
  if (actual !== expected) return { kind: 'raster', reason: `a picture of ${actual} bytes where ${expected} are needed` };
  lines.push({ kind: 'raster', widthDots, heightDots, bitsBase64, align });
  return null;
}

/** White on black across the whole paper, so that a practice slip cannot be taken, or folded, for a real one. */
function practiceMark(columns: PaperColumns): { readonly head: readonly TextLine[]; readonly foot: readonly TextLine[] } {
  const bar = textLine(wholeRow(centred('연습 모드', columnsAt('large', columns))), 'left', 'large', true, true);
  const words = textLine(wholeRow(centred('실제 거래가 아닙니다 PRACTICE', columns)), 'left', 'normal', false, true);
  return { head: [bar, words, BLANK], foot: [BLANK, words, bar] };
}

function centred(text: string, columns: number): string {
  const room = columns - columnsOf(text);
  const left = Math.floor(room / 2);
  return `${' '.repeat(left)}${text}${' '.repeat(room - left)}`;
}
