/**
 * The same slip by three packages, each the way its own manual shows: the document's blocks become its calls or its markup, its own
 * layout does the columns. Nobody is asked for what the others do not do: no pictures, no drawer, and receiptline gets its markup
 * ready-made. What each gets wrong in Korean is left as it is (docs/bench.md); right or wrong takes the same time.
 */
import Escpos from 'escpos';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import receiptline from 'receiptline';
import type { SlipBlock, SlipDocument, SlipSize } from '../../../domain/slip/document.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { groupWon } from '../../../domain/won.ts';

/** Makes the bytes of the slip anew at each call. */
export type Encoder = () => Uint8Array;

const COLUMNS = 48;

export function byReceiptline(document: SlipDocument): Encoder {
  const markup = document.blocks.flatMap(markupOf).join('\n');
  return () => Buffer.from(receiptline.transform(markup, { cpl: COLUMNS, encoding: 'cp949', command: 'generic', spacing: false }), 'latin1');
}

/** `^^` doubles the width … `^^^` both; `"` is bold; a bar separates left from right. */
const MARKUP_SIZE = { normal: '', wide: '^', tall: '^^', large: '^^^' } as const satisfies Record<SlipSize, string>;

function markupOf(block: SlipBlock): readonly string[] {
  switch (block.kind) {
    case 'text': {
      const text = `${MARKUP_SIZE[block.size ?? 'normal']}${block.bold === true ? '"' : ''}${escaped(block.text)}`;
      return [block.align === 'center' ? text : block.align === 'right' ? `${text}|` : `|${text}`];
    }
    case 'pair': {
      const look = `${MARKUP_SIZE[block.size ?? 'normal']}${block.bold === true ? '"' : ''}`;
      return [`${look}${escaped(block.label)} | ${look}${escaped(block.value)}`];
    }
    case 'item':
      return ['{width:* 10 6 12}', `${escaped(block.name)} | ${groupWon(block.unitPriceWon)}| ${block.quantity}| ${groupWon(block.amountWon)}`, '{width:auto}'];
    case 'item-heading':
      return ['{width:* 10 6 12}', `${block.name} | ${block.unitPrice}| ${block.quantity}| ${block.amount}`, '{width:auto}'];
    case 'rule':
      return ['-'];
    case 'blank':
      return Array.from({ length: block.lines }, () => '');
    case 'signature':
    case 'raster':
      return [];
    default:
      return unreachable(block);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\|{}_"`^~-]/g, String.raw`\$&`);
}

export function byEscpos(document: SlipDocument): Encoder {
  return () => {
    const printer = new Escpos(undefined, { encoding: 'cp949', width: COLUMNS });
    for (const block of document.blocks) printByEscpos(printer, block);
    printer.cut(true, 5);
    return printer.buffer.flush();
  };
}

const ESCPOS_ALIGN = { left: 'lt', center: 'ct', right: 'rt' } as const;
const { TXT_BOLD_ON, TXT_BOLD_OFF } = Escpos.command.TEXT_FORMAT;
const SIZE_BYTES = { normal: Buffer.of(0x1d, 0x21, 0), wide: Buffer.of(0x1d, 0x21, 0x10), tall: Buffer.of(0x1d, 0x21, 1), large: Buffer.of(0x1d, 0x21, 0x11) } as const;
const ITEM_SHARES = [20 / 48, 10 / 48, 6 / 48, 12 / 48] as const;

/** Sizes go out as bytes, because its own `size` cannot say them all; tables are its own. */
function printByEscpos(printer: Escpos, block: SlipBlock): void {
  switch (block.kind) {
    case 'text':
      printer.align(ESCPOS_ALIGN[block.align ?? 'left']);
      styledByEscpos(printer, block, () => printer.text(block.text, 'cp949'));
      return;
    case 'pair':
      printer.align('lt');
      styledByEscpos(printer, block, () => printer.tableCustom(cells([block.label, block.value], [0.6, 0.4]), { encoding: 'cp949' }));
      return;
    case 'item':
      printer.align('lt').tableCustom(cells([block.name, groupWon(block.unitPriceWon), String(block.quantity), groupWon(block.amountWon)], ITEM_SHARES), { encoding: 'cp949' });
      return;
    case 'item-heading':
      printer.align('lt').tableCustom(cells([block.name, block.unitPrice, block.quantity, block.amount], ITEM_SHARES), { encoding: 'cp949' });
      return;
    case 'rule':
      printer.align('lt').drawLine();
      return;
    case 'blank':
      for (let line = 0; line < block.lines; line += 1) printer.text('', 'cp949');
      return;
    case 'signature':
    case 'raster':
      return;
    default:
      unreachable(block);
  }
}

function styledByEscpos(printer: Escpos, { size = 'normal', bold }: { readonly size?: SlipSize; readonly bold?: boolean }, print: () => void): void {
  if (size !== 'normal') printer.raw(SIZE_BYTES[size]);
  if (bold === true) printer.print(TXT_BOLD_ON);
  print();
  if (bold === true) printer.print(TXT_BOLD_OFF);
  if (size !== 'normal') printer.raw(SIZE_BYTES.normal);
}

type Cell = { readonly text: string; readonly align: 'LEFT' | 'RIGHT'; readonly width: number };

function cells(texts: readonly string[], shares: readonly number[]): Cell[] {
  return texts.map((text, index) => ({ text, align: index === 0 ? 'LEFT' : 'RIGHT', width: shares[index] ?? 0 }));
}

export function byNodeThermalPrinter(document: SlipDocument): Encoder {
  return () => {
    // It opens no line before it is told to print; here it never is.
    const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1:9', width: COLUMNS, characterSet: CharacterSet.KOREA });
    for (const block of document.blocks) printByThermal(printer, block);
    printer.partialCut();
    return printer.getBuffer();
  };
}

function printByThermal(printer: ThermalPrinter, block: SlipBlock): void {
  switch (block.kind) {
    case 'text':
      alignThermal(printer, block.align);
      styledByThermal(printer, block, () => printer.println(block.text));
      return;
    case 'pair':
      printer.alignLeft();
      styledByThermal(printer, block, () => printer.leftRight(block.label, block.value));
      return;
    case 'item':
      printer.alignLeft();
      printer.tableCustom(cells([block.name, groupWon(block.unitPriceWon), String(block.quantity), groupWon(block.amountWon)], ITEM_SHARES));
      return;
    case 'item-heading':
      printer.alignLeft();
      printer.tableCustom(cells([block.name, block.unitPrice, block.quantity, block.amount], ITEM_SHARES));
      return;
    case 'rule':
      printer.drawLine(block.style === 'double' ? '=' : '-');
      return;
    case 'blank':
      for (let line = 0; line < block.lines; line += 1) printer.newLine();
      return;
    case 'signature':
    case 'raster':
      return;
    default:
      unreachable(block);
  }
}

function alignThermal(printer: ThermalPrinter, align: 'left' | 'center' | 'right' = 'left'): void {
  if (align === 'center') printer.alignCenter();
  else if (align === 'right') printer.alignRight();
  else printer.alignLeft();
}

function styledByThermal(printer: ThermalPrinter, { size = 'normal', bold }: { readonly size?: SlipSize; readonly bold?: boolean }, print: () => void): void {
  if (size !== 'normal') printer.setTextSize(size === 'wide' ? 0 : 1, size === 'tall' ? 0 : 1);
  if (bold === true) printer.bold(true);
  print();
  if (bold === true) printer.bold(false);
  if (size !== 'normal') printer.setTextNormal();
}
