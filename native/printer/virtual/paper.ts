/**
 * Commands → what stands on the paper. Pure: the same commands give the same paper, for the preview on screen and
 * for the virtual printer alike.
 */
import type { PrinterCommand } from './commands.ts';

export type Glyph = {
  readonly character: string;
  /** Dots from the left edge of the printable width. */
  readonly x: number;
  /** Dots: one or two columns times the width factor. */
  readonly width: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly bold: boolean;
  readonly reverse: boolean;
  readonly underline: number;
};

export type PaperRow =
  | { readonly kind: 'text'; readonly glyphs: readonly Glyph[]; readonly heightDots: number; readonly feedDots: number }
  | { readonly kind: 'raster'; readonly x: number; readonly widthBytes: number; readonly rows: number; readonly scaleX: number; readonly scaleY: number; readonly bits: Uint8Array }
  | { readonly kind: 'feed'; readonly dots: number };

export type PaperStrip = {
  readonly columns: number;
  readonly rows: readonly PaperRow[];
  /** False for a piece that left without the knife: the paper ended, or the bytes did. */
  readonly cut: boolean;
};

export type Paper = {
  /** Obeys one printing command. Returns the finished strip when it was a cut. */
  apply(command: PrinterCommand): PaperStrip | undefined;
  /** Tears off what is there; undefined when the paper is blank. */
  tear(): PaperStrip | undefined;
  /** Lines printed on the strip so far, blank feeds not counted. */
  printedLines(): number;
  /** Drops the line being put together, as a printer does when its buffer is cleared. */
  discardLine(): void;
};

export const COLUMN_DOTS = 12;
export const CHARACTER_DOTS = 24;
const DEFAULT_SPACING_DOTS = 30;
const MAX_ROWS = 4_000;

type Mode = { align: 'left' | 'center' | 'right'; bold: boolean; reverse: boolean; underline: number; scaleX: number; scaleY: number; spacingDots: number };

/** What hangs in the printer: the strip so far and the line being put together. */
type Sheet = { readonly columns: number; readonly widthDots: number; mode: Mode; line: Glyph[]; used: number; rows: PaperRow[]; printed: number };

export function createPaper(columns: number): Paper {
  const sheet: Sheet = { columns, widthDots: columns * COLUMN_DOTS, mode: initialMode(), line: [], used: 0, rows: [], printed: 0 };
  return {
    apply: (command) => applyTo(sheet, command),
    tear: () => takeOff(sheet, false),
    printedLines: () => sheet.printed,
    discardLine: () => discardLine(sheet),
  };
}

function applyTo(sheet: Sheet, command: PrinterCommand): PaperStrip | undefined {
  switch (command.kind) {
    case 'text':
      putCharacter(sheet, command.character, command.wide);
      return undefined;
    case 'line-feed':
      endLine(sheet);
      return undefined;
    case 'feed-lines':
      feed(sheet, command.lines * sheet.mode.spacingDots);
      return undefined;
    case 'feed-dots':
      feed(sheet, command.dots);
      return undefined;
    case 'initialise':
      discardLine(sheet);
      sheet.mode = initialMode();
      return undefined;
    case 'position':
      sheet.used = Math.min(sheet.widthDots, Math.max(0, command.from === 'here' ? sheet.used + command.dots : command.dots));
      return undefined;
    case 'raster':
      putRaster(sheet, command);
      return undefined;
    case 'cut':
      feed(sheet, command.feedDots);
      return takeOff(sheet, true);
    default:
      sheet.mode = modeAfter(sheet.mode, command, sheet.line.length === 0);
      return undefined;
  }
}

function modeAfter(mode: Mode, command: PrinterCommand, atLineStart: boolean): Mode {
  switch (command.kind) {
    case 'align':
      // A printer takes a new alignment at the beginning of a line only.
      return atLineStart ? { ...mode, align: command.align } : mode;
    case 'bold':
      return { ...mode, bold: command.on };
    case 'reverse':
      return { ...mode, reverse: command.on };
    case 'underline':
      return { ...mode, underline: command.dots };
    case 'size':
      return { ...mode, scaleX: command.wide, scaleY: command.tall };
    case 'line-spacing':
      return { ...mode, spacingDots: command.dots };
    default:
      // Everything else is about the wire, not the paper.
      return mode;
  }
}

function add(sheet: Sheet, row: PaperRow): void {
  // A strip longer than this is nothing anybody printed: the oldest rows go, memory stays bounded.
  if (sheet.rows.length >= MAX_ROWS) sheet.rows.shift();
  sheet.rows.push(row);
  if (row.kind !== 'feed') sheet.printed += 1;
}

function endLine(sheet: Sheet): void {
  const { line, mode, used, widthDots } = sheet;
  if (line.length === 0) {
    add(sheet, { kind: 'feed', dots: mode.spacingDots });
  } else {
    const shift = mode.align === 'left' ? 0 : mode.align === 'center' ? Math.floor((widthDots - used) / 2) : widthDots - used;
    const heightDots = Math.max(...line.map((glyph) => glyph.scaleY)) * CHARACTER_DOTS;
    add(sheet, { kind: 'text', glyphs: line.map((glyph) => ({ ...glyph, x: glyph.x + shift })), heightDots, feedDots: Math.max(mode.spacingDots, heightDots) });
  }
  discardLine(sheet);
}

function feed(sheet: Sheet, dots: number): void {
  if (sheet.line.length > 0) endLine(sheet);
  if (dots > 0) add(sheet, { kind: 'feed', dots });
}

function putCharacter(sheet: Sheet, character: string, wide: boolean): void {
  const { scaleX, scaleY, bold, reverse, underline } = sheet.mode;
  const width = (wide ? 2 : 1) * COLUMN_DOTS * scaleX;
  if (sheet.used + width > sheet.widthDots) endLine(sheet);
  sheet.line.push({ character, x: sheet.used, width, scaleX, scaleY, bold, reverse, underline });
  sheet.used += width;
}

function putRaster(sheet: Sheet, command: Extract<PrinterCommand, { kind: 'raster' }>): void {
  if (sheet.line.length > 0) endLine(sheet);
  const { widthBytes, rows, scaleX, scaleY, bits } = command;
  const room = Math.max(0, sheet.widthDots - widthBytes * 8 * scaleX);
  const { align } = sheet.mode;
  add(sheet, { kind: 'raster', x: align === 'left' ? 0 : align === 'center' ? Math.floor(room / 2) : room, widthBytes, rows, scaleX, scaleY, bits });
}

function takeOff(sheet: Sheet, cut: boolean): PaperStrip | undefined {
  if (!cut && sheet.line.length > 0) endLine(sheet);
  const strip = { columns: sheet.columns, rows: sheet.rows, cut };
  const blank = sheet.printed === 0;
  sheet.rows = [];
  sheet.printed = 0;
  return blank && !cut ? undefined : strip;
}

function discardLine(sheet: Sheet): void {
  sheet.line = [];
  sheet.used = 0;
}

function initialMode(): Mode {
  return { align: 'left', bold: false, reverse: false, underline: 0, scaleX: 1, scaleY: 1, spacingDots: DEFAULT_SPACING_DOTS };
}

/** The strip in characters: one line of text per line of print, columns kept, a picture as `[picture 192x64]`. */
export function stripText(strip: PaperStrip): string {
  const lines: string[] = [];
  for (const row of strip.rows) {
    if (row.kind === 'feed') lines.push('');
    else if (row.kind === 'raster') lines.push(' '.repeat(Math.floor(row.x / COLUMN_DOTS)) + `[picture ${row.widthBytes * 8}x${row.rows}]`);
    else lines.push(rowText(row.glyphs));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function rowText(glyphs: readonly Glyph[]): string {
  const first = glyphs[0];
  const indent = first ? ' '.repeat(Math.floor(first.x / COLUMN_DOTS)) : '';
  return (indent + glyphs.map((glyph) => glyph.character).join('')).trimEnd();
}
