/** One line of a list of products, read as a person would write it, or refused with the cell and the reason. */
import type { TaxClass } from '../../tax.ts';
import { isWon } from '../../won.ts';
import { isRounded, withLostZeros } from '../barcode.ts';
import type { QuickKey } from '../product.ts';
import { isBarcode, MAX_CATEGORY_CHARS, MAX_NAME_CHARS, MAX_PRICE_WON } from '../product.ts';
import type { ColumnMap, ImportField } from './columns.ts';
import { IMPORT_FIELDS } from './columns.ts';
import { unguarded } from './csv.ts';
import { readKey } from './key-text.ts';

/** A product as its line says it; null where the list has no such column or the cell is empty. */
export type LineDraft = {
  readonly productId: string | null;
  readonly barcode: string;
  readonly name: string;
  readonly priceWon: number;
  readonly taxClass: TaxClass | null;
  readonly category: string | null;
  /** Undefined: the list says nothing of keys; null: it says there is none. */
  readonly key: QuickKey | null | undefined;
  readonly byWeight: boolean | null;
  /** The barcode with the zeros a spreadsheet may have taken; null when it looks whole. */
  readonly lostZeros: string | null;
};

export type LineProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'not-printable'
  | 'barcode-rounded'
  | 'barcode-zeros-lost'
  | 'barcode-invalid'
  | 'barcode-twice'
  | 'barcode-taken'
  | 'price-missing'
  | 'price-not-won'
  | 'tax-unclear'
  | 'category-too-long'
  | 'key-unclear'
  | 'key-taken'
  | 'key-pages-full'
  | 'unit-unclear'
  | 'id-invalid'
  | 'product-twice'
  | 'too-many-cells'
  | 'formula'
  | 'catalogue-full';

/** Where and why a line cannot be taken. `field` null: it is about the line. `value` is what stands there, cut to what a screen shows. */
export type LineFault = { readonly field: ImportField | null; readonly problem: LineProblem; readonly value: string };
export type JudgedLine = { readonly ok: true; readonly draft: LineDraft } | { readonly ok: false; readonly fault: LineFault };

/** The unprintable are found by whoever knows the printer: the first character that cannot be printed, or null. */
export type FindUnprintable = (text: string) => string | null;

const MAX_SHOWN_CHARS = 60;
const TAX_WORDS: Readonly<Record<TaxClass, readonly string[]>> = {
  taxable: ['과세', '과', '과세상품', 'taxable', 'tax', 'vat', 'y', 'yes', 't', '1', '10', '10%', 'o', '应税', '含税'],
  exempt: ['면세', '면', '면세상품', '비과세', 'exempt', 'taxfree', 'free', 'n', 'no', 'f', '0', '0%', 'x', '免税'],
};
const UNIT_WORDS = { weight: ['100g', '무게', 'g', 'weight', '重量'], piece: ['개', '낱개', 'ea', 'piece', 'pcs', '个', '件'] } as const;

/** `width`: how many columns the list has. A line with more has a comma where none was meant: `1,500` without quotes is a price of 1. */
export type ListShape = { readonly columns: ColumnMap; readonly width: number };

export function judgeCells(cells: readonly string[], { columns, width }: ListShape, findUnprintable: FindUnprintable): JudgedLine {
  const raw = (field: ImportField) => (columns[field] === null ? '' : (cells[columns[field]] ?? ''));
  const cell = (field: ImportField) => tidy(raw(field));
  const bad = (field: ImportField | null, problem: LineProblem, value = field === null ? '' : cell(field)): JudgedLine => ({ ok: false, fault: { field, problem, value: shown(value) } });
  const beyond = cells.slice(width).find((text) => text.trim() !== '');
  if (beyond !== undefined) return bad(null, 'too-many-cells', beyond.trim());
  const formula = IMPORT_FIELDS.find((field) => isFormula(raw(field)));
  if (formula !== undefined) return bad(formula, 'formula');
  const name = cell('name');
  if (name === '') return bad('name', 'name-missing');
  if (name.length > MAX_NAME_CHARS) return bad('name', 'name-too-long');
  if (findUnprintable(name) !== null) return bad('name', 'not-printable');
  const barcode = cell('barcode');
  if (isRounded(barcode)) return bad('barcode', 'barcode-rounded');
  if (barcode !== '' && !isBarcode(barcode)) return bad('barcode', 'barcode-invalid');
  if (cell('price') === '') return bad('price', 'price-missing');
  const priceWon = readPrice(cell('price'));
  if (priceWon === null) return bad('price', 'price-not-won');
  const taxClass = oneOf(cell('tax'), TAX_WORDS);
  if (taxClass === undefined) return bad('tax', 'tax-unclear');
  const category = cell('category');
  if (category.length > MAX_CATEGORY_CHARS) return bad('category', 'category-too-long');
  const key = columns.key === null ? undefined : readKey(cell('key'));
  if (key === 'unclear') return bad('key', 'key-unclear');
  const unit = oneOf(cell('unit'), UNIT_WORDS);
  if (unit === undefined) return bad('unit', 'unit-unclear');
  const productId = cell('productId');
  if (productId !== '' && !/^[A-Za-z0-9_-]{1,64}$/.test(productId)) return bad('productId', 'id-invalid');
  return {
    ok: true,
    draft: {
      productId: productId === '' ? null : productId,
      barcode,
      name,
      priceWon,
      taxClass,
      category: category === '' ? null : category,
      key,
      byWeight: unit === null ? null : unit === 'weight',
      lostZeros: withLostZeros(barcode),
    },
  };
}

/** `1,500원`, `₩1500`, `1500.0`: whole won, however it is written. Null for anything else: 99.5, -1, and 1.000, which may be a thousand. */
export function readPrice(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/^[₩￦\\]/u, '').replace(/(?:원|won|krw)$/i, '');
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.00?)?$/.test(plain)) return null;
  const priceWon = Number(plain.replaceAll(',', ''));
  return isWon(priceWon) && priceWon <= MAX_PRICE_WON ? priceWon : null;
}

/** As everywhere in the catalogue: no blanks around it, one blank between words. `="0123"` is how a spreadsheet is made to keep zeros. */
function tidy(cell: string): string {
  const text = cell.normalize('NFC').replaceAll(/[\s\u00a0\ufeff]+/gu, ' ').trim();
  return unguarded(KEPT_TEXT.exec(text)?.[1]?.trim() ?? text);
}

const KEPT_TEXT = /^="([^"]*)"$/;

function isFormula(cell: string): boolean {
  const text = cell.trim();
  return text.startsWith('=') && !KEPT_TEXT.test(text);
}

/** Null for an empty cell, undefined for one that says none of it. */
function oneOf<T extends string>(cell: string, words: Readonly<Record<T, readonly string[]>>): T | null | undefined {
  const plain = cell.normalize('NFKC').toLowerCase().replaceAll(' ', '');
  if (plain === '') return null;
  for (const name in words) if (words[name].includes(plain)) return name;
  return undefined;
}

function shown(value: string): string {
  return value.length <= MAX_SHOWN_CHARS ? value : `${value.slice(0, MAX_SHOWN_CHARS)}…`;
}
