/**
 * Finding a product as it is typed, in a hundred thousand of them: part of the name, 초성 (ㅇㅁㄹㅋㄴ), both mixed (아ㅁㄹ), one letter
 * or one syllable off, the barcode or its last digits.
 *
 * All names stand in one long text, product after product (text-column.ts); a second text holds their initials at the same offsets, a
 * third their letters. Hits are ranked in classes; within a class the shorter name comes first. Of each class only the rows that are asked
 * for are kept: one letter alone is found in half the shop.
 */
import type { CatalogueProduct } from './product.ts';
import { comparable, initialsOf, isInitial, isSyllable, jamoOf } from './jamo.ts';
import { nearPlaces } from './near.ts';
import { type Column, columnOf, eachRow, packed, rowAt, rowFrom, SEPARATOR } from './text-column.ts';

export const MAX_QUERY_CHARS = 64;
/** Barcodes are searched by their last digits from here on. */
const MIN_TAIL_DIGITS = 3;
/** Shorter than this, one letter off is any other word. */
const MIN_NEAR_LETTERS = 4;
const MIN_NEAR_SYLLABLES = 3;

type Part = {
  /** Shorter names first, then by name: the order within a class. */
  readonly products: readonly CatalogueProduct[];
  /** The order of a list nobody has searched. */
  readonly byName: readonly CatalogueProduct[];
  readonly names: Column;
  /** At the offsets of `names`. */
  readonly initials: Column;
  /** 1 where a word of the name begins, at the offsets of `names`. */
  readonly wordStarts: Uint8Array;
  readonly letters: Column;
  readonly barcodes: Column;
};

export type SearchIndex = {
  readonly base: Part;
  /** Products saved since the base was built, and the ids in it that no longer hold. */
  readonly recent: Part;
  readonly replaced: ReadonlySet<string>;
};

/** Classes of hits, best first. */
const RANK = { barcode: 0, whole: 1, beginning: 2, word: 3, inside: 4, tail: 5, letters: 6, nearLetter: 7, nearSyllable: 8 } as const;
type Rank = (typeof RANK)[keyof typeof RANK];
const RANKS = 9;

export function createIndex(products: readonly CatalogueProduct[]): SearchIndex {
  const steps = indexSteps(products);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, for whoever has other things to do between them. */
export function* indexSteps(products: readonly CatalogueProduct[]): Generator<void, SearchIndex> {
  const base = yield* partSteps(products);
  return { base, recent: partOf([]), replaced: new Set() };
}

/** The index with this product added or changed. Cheap while few have changed; the base is never touched. */
export function withProduct({ base, recent, replaced }: SearchIndex, product: CatalogueProduct): SearchIndex {
  const others = recent.products.filter(({ productId }) => productId !== product.productId);
  return { base, recent: partOf([...others, product]), replaced: new Set([...replaced, product.productId]) };
}

export function withoutProduct({ base, recent, replaced }: SearchIndex, productId: string): SearchIndex {
  return { base, recent: partOf(recent.products.filter((product) => product.productId !== productId)), replaced: new Set([...replaced, productId]) };
}

/** The best `limit` products; `total` counts every hit. An empty query is every product, by name. */
export function searchProducts(index: SearchIndex, query: string, limit: number, offset = 0): { readonly products: readonly CatalogueProduct[]; readonly total: number } {
  const { products, total } = firstProducts(index, query, offset + limit);
  return { products: offset === 0 ? products : products.slice(offset), total };
}

function firstProducts(index: SearchIndex, query: string, limit: number): { readonly products: readonly CatalogueProduct[]; readonly total: number } {
  const wanted = comparable(query.slice(0, MAX_QUERY_CHARS));
  if (wanted === '') return everything(index, limit);
  const recent = hitsIn(index.recent, wanted, NONE, limit);
  const base = hitsIn(index.base, wanted, index.replaced, limit);
  if (recent.total() + base.total() === 0) {
    addNear(index.recent, wanted, recent);
    addNear(index.base, wanted, base);
  }
  const found: CatalogueProduct[] = [];
  for (let rank = 0; rank < RANKS && found.length < limit; rank += 1) {
    const saved = recent.products(rank);
    // Each half is in order already; only a class with products from both needs sorting.
    const both = saved.length === 0 ? base.products(rank) : [...saved, ...base.products(rank)].toSorted(byNameLength);
    found.push(...both.slice(0, limit - found.length));
  }
  return { products: found, total: recent.total() + base.total() };
}

function everything({ base, recent, replaced }: SearchIndex, limit: number): { readonly products: readonly CatalogueProduct[]; readonly total: number } {
  const first: CatalogueProduct[] = [];
  let gone = 0;
  for (const product of base.byName) {
    if (replaced.has(product.productId)) gone += 1;
    else if (first.length < limit) first.push(product);
    // Once the list is full only the replaced are still to be counted.
    if (first.length >= limit && gone >= replaced.size) break;
  }
  return { products: [...first, ...recent.byName].toSorted(byNameAlone).slice(0, limit), total: base.products.length - gone + recent.products.length };
}

const NONE: ReadonlySet<string> = new Set();

type Hits = {
  /** Rows of one class come in their order. A product stands in the first class it is put in. */
  readonly put: (row: number, rank: Rank) => void;
  readonly total: () => number;
  /** The first of a class, as many as are asked for. */
  readonly products: (rank: number) => readonly CatalogueProduct[];
};

function newHits({ products }: Part, replaced: ReadonlySet<string>, limit: number): Hits {
  const first: number[][] = Array.from({ length: RANKS }, () => []);
  const seen = new Uint8Array(products.length);
  let total = 0;
  if (replaced.size > 0) for (const [row, { productId }] of products.entries()) if (replaced.has(productId)) seen[row] = 1;
  return {
    put: (row, rank) => {
      if (seen[row] !== 0) return;
      seen[row] = 1;
      total += 1;
      const rows = first[rank];
      if (rows !== undefined && rows.length < limit) rows.push(row);
    },
    total: () => total,
    products: (rank) => (first[rank] ?? []).flatMap((row) => products[row] ?? []),
  };
}

function partOf(products: readonly CatalogueProduct[]): Part {
  const steps = partSteps(products);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function* partSteps(products: readonly CatalogueProduct[]): Generator<void, Part> {
  const sorted = products.toSorted(byNameLength);
  yield;
  const plain = sorted.map(({ name }) => comparable(name));
  yield;
  const names = columnOf(plain);
  const initials = packed({ ...names, text: initialsOf(names.text) });
  yield;
  const wordStarts = wordStartsOf(sorted, names);
  yield;
  const letters = packed(columnOf(plain.map(jamoOf)));
  yield;
  const barcodes = columnOf(sorted.map(({ barcode }) => comparable(barcode)));
  yield;
  return { products: sorted, byName: products.toSorted(byNameAlone), names, initials, wordStarts, letters, barcodes };
}

function byNameLength(a: CatalogueProduct, b: CatalogueProduct): number {
  return a.name.length - b.name.length || compareTexts(a.name, b.name) || compareTexts(a.productId, b.productId);
}

function byNameAlone(a: CatalogueProduct, b: CatalogueProduct): number {
  return compareTexts(a.name, b.name) || compareTexts(a.productId, b.productId);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function wordStartsOf(products: readonly CatalogueProduct[], { text, starts }: Column): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const [row, { name }] of products.entries()) {
    let at = starts[row] ?? 0;
    for (const word of name.split(/\s+/u)) {
      if (word === '') continue;
      marks[at] = 1;
      at += comparable(word).length;
    }
  }
  return marks;
}

/** A product stands in its best class only: the classes are gone through from the best. */
function hitsIn(part: Part, wanted: string, replaced: ReadonlySet<string>, limit: number): Hits {
  const hits = newHits(part, replaced, limit);
  eachRow(part.barcodes, SEPARATOR + wanted + SEPARATOR, (row) => hits.put(row, RANK.barcode));
  byName(part, wanted, hits.put);
  if (wanted.length >= MIN_TAIL_DIGITS && /^[0-9a-z.$/+%-]+$/.test(wanted)) eachRow(part.barcodes, wanted + SEPARATOR, (row) => hits.put(row, RANK.tail));
  // A syllable on its way to the next one: 아멜 is the beginning of 아메리.
  if ([...wanted].some(isSyllable)) eachRow(part.letters, jamoOf(wanted), (row) => hits.put(row, RANK.letters));
  return hits;
}

/** By name, initials or both: every letter that stands alone is the initial of the syllable in its place. */
function byName({ names, initials, wordStarts }: Part, wanted: string, put: Hits['put']): void {
  const mixed = [...wanted].some(isInitial);
  const holds = mixed && [...wanted].every(isInitial) ? null : wanted;
  const { text, starts } = mixed ? initials : names;
  const needle = mixed ? initials.asHere(initialsOf(wanted)) : wanted;
  let row = 0;
  let best: Rank | typeof RANKS = RANKS;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (mixed && holds !== null && !syllablesHold(names.text, at, holds)) continue;
    const here = rowFrom(starts, row, at);
    if (here !== row) {
      if (best !== RANKS) put(row, best);
      row = here;
      best = RANKS;
    }
    // The best place counts: `베이글 베이컨` is found at its beginning, though the word comes again.
    const rank = rankOf(names, row, at, wanted.length, wordStarts[at] === 1);
    if (rank < best) best = rank;
    // Later places of the same name can only be words of it; after a beginning nothing is better.
    if (rank <= RANK.beginning) at = Math.max(at, (starts[row + 1] ?? text.length) - 2);
  }
  if (best !== RANKS) put(row, best);
}

function syllablesHold(names: string, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const character = wanted.charAt(index);
    if (isInitial(character)) continue;
    const there = names.charAt(at + index);
    if (there === character) continue;
    // 아 stands for 안 as well, as it does on the way to it.
    if (!isSyllable(character) || !jamoOf(there).startsWith(jamoOf(character))) return false;
  }
  return true;
}

function rankOf({ starts }: Column, row: number, at: number, length: number, wordStart: boolean): Rank {
  const start = starts[row] ?? 0;
  if (at !== start) return wordStart ? RANK.word : RANK.inside;
  return at + length === (starts[row + 1] ?? 0) - 1 ? RANK.whole : RANK.beginning;
}

/** One letter off, then one syllable off. Asked only when nothing else was found: a good hit needs no guess beside it. */
function addNear(part: Part, wanted: string, hits: Hits): void {
  const found = new Map<number, Rank>();
  const look = (column: Column, needle: string, rank: Rank) =>
    nearPlaces(column.text, column.asHere(needle), SEPARATOR, (place) => {
      const row = rowAt(column.starts, place);
      if (!found.has(row)) found.set(row, rank);
    });
  if ([...wanted].some(isInitial)) {
    // A 초성 query has no vowels to be wrong: one letter off there is one of its initials.
    if (wanted.length >= MIN_NEAR_LETTERS) look(part.initials, initialsOf(wanted), RANK.nearSyllable);
  } else {
    const letters = jamoOf(wanted);
    if (letters.length >= MIN_NEAR_LETTERS) look(part.letters, letters, RANK.nearLetter);
    if (wanted.length >= MIN_NEAR_SYLLABLES) look(part.names, wanted, RANK.nearSyllable);
  }
  for (const [row, rank] of [...found].toSorted(([a], [b]) => a - b)) hits.put(row, rank);
}
