/**
 * What somebody means who types into the history: a customer remembers an amount, a day, the end of a card's number; a slip says a
 * number. One line of text is read as words; every word must fit a sale, and a word fits in any of the ways it can be meant.
 */
import { comparable, isInitial } from '../catalogue/jamo.ts';
import { MAX_AMOUNT_WON } from '../won.ts';

/** One way to mean a word. */
export type SearchTerm =
  | { readonly kind: 'sale-number'; readonly saleNumber: number }
  /** The whole of a sale, or what one way of paying took of it. */
  | { readonly kind: 'amount'; readonly amountWon: number }
  /** The last four digits of a card, as the customer reads them from it. */
  | { readonly kind: 'card-tail'; readonly digits: string }
  /** Of a card or a cash receipt; upper case. */
  | { readonly kind: 'approval'; readonly approvalNumber: string }
  /** Part of a product's name, written as names are compared; `initials`: it is 초성 alone. */
  | { readonly kind: 'product'; readonly part: string; readonly initials: boolean };

export type SearchTermKind = SearchTerm['kind'];

/** Both days are in it; `YYYY-MM-DD` in Seoul. */
export type DayRange = { readonly from: string; readonly to: string };
/** Minutes after midnight in Seoul, both in it. */
export type MinuteRange = { readonly from: number; readonly to: number };

export type ReadSearch = {
  /** Each of them must fit, in one of its ways. */
  readonly words: readonly (readonly SearchTerm[])[];
  readonly days: DayRange | null;
  readonly minutes: MinuteRange | null;
};

/** More words than anyone types; what comes after them is not read. */
export const MAX_SEARCH_WORDS = 6;
export const MAX_SEARCH_CHARS = 60;
/** Who says "around three" may be a quarter of an hour off. */
const AROUND_MINUTES = 15;
const LAST_MINUTE = 24 * 60 - 1;
/** Receipt numbers of a counter have no more digits; longer ones are approval or card numbers. */
const MAX_SALE_NUMBER_DIGITS = 9;

/** `today`: `YYYY-MM-DD`, for days written without their year: the newest such day that is not to come. */
export function readSearch(text: string, today: string): ReadSearch {
  let days: DayRange | null = null;
  let minutes: MinuteRange | null = null;
  const words: (readonly SearchTerm[])[] = [];
  for (const word of wordsOf(text)) {
    const day = readDay(word, today);
    const minute = minuteOf(word);
    if (day !== null) days = { from: day, to: day };
    else if (minute !== null) minutes = { from: Math.max(0, minute - AROUND_MINUTES), to: Math.min(LAST_MINUTE, minute + AROUND_MINUTES) };
    else words.push(meaningsOf(word));
  }
  return { words: words.filter((word) => word.length > 0), days, minutes };
}

/** Full-width forms, which an input method may leave behind, are the plain ones. (NFKC would take lone 초성 apart.) */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, MAX_SEARCH_CHARS)
    .normalize('NFC')
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('￦', '₩');
  return plain.split(/\s+/u).filter((part) => part !== '').slice(0, MAX_SEARCH_WORDS);
}

function meaningsOf(word: string): readonly SearchTerm[] {
  const number = /^#0*(\d{1,9})$/.exec(word)?.[1];
  if (number !== undefined) return saleNumberOf(number);
  const amount = /^[₩\\](\d[\d,]*)$|^(\d[\d,]*)(?:원|won|韩元)$/i.exec(word);
  if (amount !== null) return amountOf((amount[1] ?? amount[2] ?? '').replaceAll(',', ''));
  // Commas stand in amounts only; a number without any may be everything that has a number.
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return amountOf(word.replaceAll(',', ''));
  const product = productOf(word);
  if (/^\d+$/.test(word)) return [...saleNumberOf(word), ...amountOf(word), ...tailOf(word), ...approvalOf(word), ...product];
  return [...approvalOf(word), ...product];
}

function saleNumberOf(digits: string): readonly SearchTerm[] {
  const saleNumber = Number(digits);
  return digits.length <= MAX_SALE_NUMBER_DIGITS && saleNumber >= 1 ? [{ kind: 'sale-number', saleNumber }] : [];
}

function amountOf(digits: string): readonly SearchTerm[] {
  const amountWon = Number(digits);
  return digits.length <= 13 && !/^0\d/.test(digits) && amountWon <= MAX_AMOUNT_WON ? [{ kind: 'amount', amountWon }] : [];
}

function tailOf(digits: string): readonly SearchTerm[] {
  return digits.length === 4 ? [{ kind: 'card-tail', digits }] : [];
}

/** Cards have eight digits and more, cash receipts nine characters, some gateways letters at the front. */
function approvalOf(word: string): readonly SearchTerm[] {
  return /^[A-Za-z]{0,3}\d{5,12}$/.test(word) ? [{ kind: 'approval', approvalNumber: word.toUpperCase() }] : [];
}

function productOf(word: string): readonly SearchTerm[] {
  const part = comparable(word);
  return part === '' ? [] : [{ kind: 'product', part, initials: [...part].every(isInitial) }];
}

/** `2025-03-14`, `2025.3.14`, `3/14`, `3월14일`. A day there never was is no day. */
export function readDay(word: string, today: string): string | null {
  const whole = /^(\d{4})(?:[-./]|년)(\d{1,2})(?:[-./]|월)(\d{1,2})(?:일|\.)?$/.exec(word);
  if (whole !== null) return realDay(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
  const short = /^(\d{1,2})(?:[/]|월)(\d{1,2})(?:일)?$/.exec(word);
  if (short === null) return null;
  // 29 February may be several years back.
  for (let year = Number(today.slice(0, 4)); year > Number(today.slice(0, 4)) - 8; year -= 1) {
    const day = realDay(String(year), short[1] ?? '', short[2] ?? '');
    if (day !== null && day <= today) return day;
  }
  return null;
}

function realDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== text ? null : text;
}

/** `14:30`, `14시`, `14시30분`. */
function minuteOf(word: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(word) ?? /^(\d{1,2})시(?:(\d{1,2})분)?$/.exec(word);
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null;
}

/** With fewer places to be seen a number fits too many cards to say anything. */
const LEAST_SEEN = 2;

/**
 * Every way the four places of a masked number can stand for these digits: what the terminal hid fits any digit (`6301` is found as
 * `6301`, `630*`, `6*01` …). The digits themselves come first.
 */
export function tailsThatFit(digits: string): readonly string[] {
  const places = [...digits];
  const all = Array.from({ length: 1 << places.length }, (_, hidden) => places.map((digit, place) => (((hidden >> place) & 1) === 1 ? '*' : digit)).join(''));
  return all.filter((tail) => tail.replaceAll('*', '').length >= LEAST_SEEN);
}
