/**
 * Labels that a shop's own scale prints: EAN-13 with a prefix of the range kept for use inside a shop, the number of the goods, and what
 * was weighed. `PP IIIII VVVVV C`: prefix 20–29, five digits of the goods, five of the value, the check digit. With four digits of the
 * goods the digit between the two is the value's own check digit, which scales compute each in their own way; the last one covers it.
 */
import { holdsCheckDigit } from './catalogue/barcode.ts';

export type ScaleLabels = {
  readonly itemDigits: 4 | 5;
  /** What the five digits of the value are. */
  readonly value: 'price' | 'grams';
};

export type ScaleLabel = {
  /** The barcode the goods have in the catalogue: prefix and number. */
  readonly itemCode: string;
  readonly value: number;
};

const VALUE_DIGITS = 5;
const CHECK_DIGITS = 1;

/** Null for every other code. A code that is a product's own is looked up before it is read as a label. */
export function readScaleLabel(code: string, { itemDigits }: ScaleLabels): ScaleLabel | null {
  if (!/^2\d{12}$/.test(code) || !holdsCheckDigit(code)) return null;
  const value = Number(code.slice(-VALUE_DIGITS - CHECK_DIGITS, -CHECK_DIGITS));
  return value === 0 ? null : { itemCode: code.slice(0, 2 + itemDigits), value };
}
