/**
 * A slip document → lines of the paper. Everything about width is decided here: no line is wider than the paper, a
 * two-column character is never split, an amount is never cut off (what does not fit takes another line).
 */
import type { SlipAlign, SlipBlock, SlipDocument, SlipSize } from '../../domain/slip/document.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { columnsOf, isPrintable, toPaperText, type NotPrintable } from './code-page.ts';
import { layItem, layItemHeading, layPair } from './rows.ts';
import { wrapText } from './wrap.ts';

/** 48 columns of Font A on 576 dots (80 mm paper), 42 on 504 of 512 dots. */
export type PaperColumns = 42 | 48;

export type TextLine = {
  readonly kind: 'text';
  readonly text: string;
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
  42: { single: textLine('-'.repeat(42)), double: textLine('='.repeat(42)) },
  48: { single: textLine('-'.repeat(48)), double: textLine('='.repeat(48)) },
} as const;

const PRACTICE_MARK = { 42: practiceMark(42), 48: practiceMark(48) } as const;

export function layOut(document: SlipDocument, columns: PaperColumns): Layout {
  const lines: PaperLine[] = [];
  if (document.practice) lines.push(...PRACTICE_MARK[columns].head);
  for (const block of document.blocks) {
    const laid = layBlock(block, columns);
    if ('kind' in laid) return { ok: false, refusal: laid };
    for (const line of laid) lines.push(line);
    if (lines.length > MAX_LINES) return { ok: false, refusal: { kind: 'too-long', reason: `more than ${MAX_LINES} lines` } };
  }
  if (document.practice) lines.push(...PRACTICE_MARK[columns].foot);
  return { ok: true, lines };
}

/** Columns a line has for its characters: doubled width halves them. */
export function columnsAt(size: SlipSize, columns: number): number {
  return size === 'wide' || size === 'large' ? Math.floor(columns / 2) : columns;
}

function textLine(text: string, align: SlipAlign = 'left', size: SlipSize = 'normal', bold = false, reverse = false): TextLine {
  return { kind: 'text', text, align, size, bold, reverse };
}

function layBlock(block: SlipBlock, columns: PaperColumns): readonly PaperLine[] | SlipRefusal {
  switch (block.kind) {
    case 'text': {
      const text = printable(block.text);
      if (typeof text !== 'string') return text;
      const { align, size = 'normal', bold } = block;
      return wrapText(text, columnsAt(size, columns)).map((line) => textLine(line, align, size, bold));
    }
    case 'pair': {
      const [label, value] = [printable(block.label), printable(block.value)];
      if (typeof label !== 'string') return label;
      if (typeof value !== 'string') return value;
      const { size = 'normal', bold } = block;
      return layPair(label, value, columnsAt(size, columns)).map((line) => textLine(line, 'left', size, bold));
    }
    case 'item': {
      const name = printable(block.name);
      return typeof name === 'string' ? layItem(name, block, columns).map((line) => textLine(line)) : name;
    }
    case 'item-heading': {
      const cells = [block.name, block.unitPrice, block.quantity, block.amount].map(printable);
      const refused = cells.find((cell) => typeof cell !== 'string');
      if (refused !== undefined) return refused;
      const [name = '', unitPrice = '', quantity = '', amount = ''] = cells.filter((cell) => typeof cell === 'string');
      return layItemHeading({ name, unitPrice, quantity, amount }, columns).map((line) => textLine(line));
    }
    case 'rule':
      return [RULES[columns][block.style]];
    case 'blank':
      return layBlank(block.lines);
    case 'raster':
      return layRaster(block, columns);
    default:
      return unreachable(block);
  }
}

function printable(text: string): string | SlipRefusal {
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'too-long', reason: `a text of ${text.length} characters` };
  if (isPrintable(text)) return text;
  const paper = toPaperText(text);
  return paper.ok ? paper.text : paper.refusal;
}

function layBlank(count: number): readonly PaperLine[] | SlipRefusal {
  if (!Number.isInteger(count) || count < 0 || count > 50) return { kind: 'too-long', reason: `${count} blank lines` };
  return Array.from({ length: count }, () => textLine(''));
}

function layRaster(block: Extract<SlipBlock, { kind: 'raster' }>, columns: PaperColumns): readonly PaperLine[] | SlipRefusal {
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
  return [{ kind: 'raster', widthDots, heightDots, bitsBase64, align }];
}

/** White on black across the whole paper, so that a practice slip cannot be taken, or folded, for a real one. */
function practiceMark(columns: PaperColumns): { readonly head: readonly TextLine[]; readonly foot: readonly TextLine[] } {
  const bar = textLine(centred('연습 모드', columnsAt('large', columns)), 'left', 'large', true, true);
  const words = textLine(centred('실제 거래가 아닙니다 PRACTICE', columns), 'left', 'normal', false, true);
  return { head: [bar, words, textLine('')], foot: [textLine(''), words, bar] };
}

function centred(text: string, columns: number): string {
  const room = columns - columnsOf(text);
  const left = Math.floor(room / 2);
  return `${' '.repeat(left)}${text}${' '.repeat(room - left)}`;
}
