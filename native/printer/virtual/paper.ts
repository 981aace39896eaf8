/**
 * Commands → what stands on the paper. Pure: the same commands give the same paper, for the preview on screen and
 * for the virtual printer alike.
 */
import { unreachable } from '../../../domain/unreachable.ts';
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

export function createPaper(columns: number): Paper {
  const widthDots = columns * COLUMN_DOTS;
  let mode = initialMode();
  let line: Glyph[] = [];
  let used = 0;
  let rows: PaperRow[] = [];
  let printed = 0;

  function add(row: PaperRow): void {
    // A strip longer than this is nothing anybody printed: the oldest rows go, memory stays bounded.
    if (rows.length >= MAX_ROWS) rows.shift();
    rows.push(row);
    if (row.kind !== 'feed') printed += 1;
  }

  function endLine(): void {
    if (line.length === 0) {
      add({ kind: 'feed', dots: mode.spacingDots });
      return;
    }
    const shift = mode.align === 'left' ? 0 : mode.align === 'center' ? Math.floor((widthDots - used) / 2) : widthDots - used;
    const heightDots = Math.max(...line.map((glyph) => glyph.scaleY)) * CHARACTER_DOTS;
    add({ kind: 'text', glyphs: line.map((glyph) => ({ ...glyph, x: glyph.x + shift })), heightDots, feedDots: Math.max(mode.spacingDots, heightDots) });
    line = [];
    used = 0;
  }

  function put(character: string, wide: boolean): void {
    const width = (wide ? 2 : 1) * COLUMN_DOTS * mode.scaleX;
    if (used + width > widthDots) endLine();
    const { scaleX, scaleY, bold, reverse, underline } = mode;
    line.push({ character, x: used, width, scaleX, scaleY, bold, reverse, underline });
    used += width;
  }

  function putRaster(command: Extract<PrinterCommand, { kind: 'raster' }>): void {
    if (line.length > 0) endLine();
    const width = command.widthBytes * 8 * command.scaleX;
    const room = Math.max(0, widthDots - width);
    const x = mode.align === 'left' ? 0 : mode.align === 'center' ? Math.floor(room / 2) : room;
    const { widthBytes, rows: height, scaleX, scaleY, bits } = command;
    add({ kind: 'raster', x, widthBytes, rows: height, scaleX, scaleY, bits });
  }

  function take(cut: boolean): PaperStrip | undefined {
    const strip = { columns, rows, cut };
    const blank = printed === 0;
    rows = [];
    printed = 0;
    return blank && !cut ? undefined : strip;
  }

  function discardLine(): void {
    line = [];
    used = 0;
  }

  function apply(command: PrinterCommand): PaperStrip | undefined {
    switch (command.kind) {
      case 'text':
        put(command.character, command.wide);
        return undefined;
      case 'line-feed':
        endLine();
        return undefined;
      case 'feed-lines':
        if (line.length > 0) endLine();
        if (command.lines > 0) add({ kind: 'feed', dots: command.lines * mode.spacingDots });
        return undefined;
      case 'feed-dots':
        if (line.length > 0) endLine();
        if (command.dots > 0) add({ kind: 'feed', dots: command.dots });
        return undefined;
      case 'initialise':
        discardLine();
        mode = initialMode();
        return undefined;
      case 'align':
        // A printer takes a new alignment at the beginning of a line only.
        if (line.length === 0) mode = { ...mode, align: command.align };
        return undefined;
      case 'bold':
        mode = { ...mode, bold: command.on };
        return undefined;
      case 'reverse':
        mode = { ...mode, reverse: command.on };
        return undefined;
      case 'underline':
        mode = { ...mode, underline: command.dots };
        return undefined;
      case 'size':
        mode = { ...mode, scaleX: command.wide, scaleY: command.tall };
        return undefined;
      case 'line-spacing':
        mode = { ...mode, spacingDots: command.dots };
        return undefined;
      case 'position':
        used = Math.min(widthDots, Math.max(0, command.from === 'here' ? used + command.dots : command.dots));
        return undefined;
      case 'raster':
        putRaster(command);
        return undefined;
      case 'cut':
        if (line.length > 0) endLine();
        if (command.feedDots > 0) add({ kind: 'feed', dots: command.feedDots });
        return take(true);
      case 'hangul':
      case 'drawer':
      case 'status-back':
      case 'send-status':
      case 'send-process-id':
      case 'unknown':
      case 'realtime-status':
      case 'realtime-drawer':
      case 'realtime-clear':
      case 'realtime-recover':
        return undefined;
      default:
        return unreachable(command);
    }
  }

  function tear(): PaperStrip | undefined {
    return take(false);
  }

  return { apply, tear, printedLines: () => printed, discardLine };
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
