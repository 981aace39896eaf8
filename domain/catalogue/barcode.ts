/** What the digits of a barcode say by themselves: EAN and UPC end with a digit that checks the others. */

/** The check digit of everything before it: weights 3 and 1 in turn from the right. */
export function checkDigitOf(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

export function holdsCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigitOf(digits.slice(0, -1)) === digits.slice(-1);
}

/** Lengths that spreadsheets leave of an EAN-8, UPC-A or EAN-13 when they take it for a number, and what it was. 12 digits are a UPC-A. */
const SHORTENED: Readonly<Record<number, readonly number[]>> = { 7: [8], 10: [12], 11: [12] };

/** The code with the zeros a spreadsheet took from its beginning; null when it does not look like one. */
export function withLostZeros(code: string): string | null {
  if (!/^[1-9]\d+$/.test(code)) return null;
  const length = SHORTENED[code.length]?.find((whole) => holdsCheckDigit(code.padStart(whole, '0')));
  return length === undefined ? null : code.padStart(length, '0');
}

/** `8.80123E+12`: what a spreadsheet writes into a CSV file in the place of a long number. The last digits are gone. */
export function isRounded(code: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(code);
}
