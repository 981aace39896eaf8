/**
 * Finding a product as it is typed, in a hundred thousand of them: part of the name, 초성 (ㅇㅁㄹㅋㄴ), both mixed (아ㅁㄹ), one letter
 * or one syllable off, the barcode or its last digits.
 *
 * All names stand in one long text, product after product, so that the engine's own text search does the work; a second text holds
 * their initials at the same offsets, a third their letters. Hits are ranked in classes; within a class the shorter name comes first.
 */
import type { CatalogueProduct } from './product.ts';
import { comparable, initialsOf, isInitial, isSyllable, jamoOf } from './jamo.ts';
import { nearPlaces } from './near.ts';

const SEPARATOR = '\n';
export const MAX_QUERY_CHARS = 64;
/** Barcodes are searched by their last digits from here on. */
const MIN_TAIL_DIGITS = 3;
/** Shorter than this, one letter off is any other word. */
const MIN_NEAR_LETTERS = 4;
const MIN_NEAR_SYLLABLES = 3;

/** One text and where each product begins in it; one entry more than products. */
type Column = { readonly text: string; readonly starts: Uint32Array };

type Part = {
  /** Shorter names first, then by name: the order within a class. */
  readonly products: readonly CatalogueProduct[];
  /** The order of a list nobody has searched. */
  readonly byName: readonly CatalogueProduct[];
  readonly names: Column;
  readonly initials: string;
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
  const recent = hitsIn(index.recent, wanted, NONE);
  const base = hitsIn(index.base, wanted, index.replaced);
  const near = recent.every(isEmpty) && base.every(isEmpty);
  if (near) {
    addNear(index.recent, wanted, NONE, recent);
    addNear(index.base, wanted, index.replaced, base);
  }
  const found: CatalogueProduct[] = [];
  let total = 0;
  for (let rank = 0; rank < RANKS; rank += 1) {
    const both = [...pick(index.recent, recent[rank], limit), ...pick(index.base, base[rank], limit)];
    total += (recent[rank]?.length ?? 0) + (base[rank]?.length ?? 0);
    // Each half is in order already; only a class with products from both needs sorting.
    found.push(...(isEmpty(recent[rank] ?? []) ? both : both.toSorted(byNameLength)).slice(0, limit - found.length));
  }
  return { products: found, total };
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
type Hits = readonly number[][];

function isEmpty(list: readonly number[]): boolean {
  return list.length === 0;
}

function pick({ products }: Part, rows: readonly number[] | undefined, limit: number): CatalogueProduct[] {
  return (rows ?? []).slice(0, limit).flatMap((row) => products[row] ?? []);
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
  const initials = initialsOf(names.text);
  yield;
  const wordStarts = wordStartsOf(sorted, names);
  yield;
  const letters = columnOf(plain.map(jamoOf));
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

/** `\nfirst\nsecond\n`: a start is the offset of a text's first character, an end the separator behind it. */
function columnOf(texts: readonly string[]): Column {
  const starts = new Uint32Array(texts.length + 1);
  let at = 1;
  for (const [row, text] of texts.entries()) {
    starts[row] = at;
    at += text.length + 1;
  }
  starts[texts.length] = at;
  return { text: SEPARATOR + texts.map((text) => text + SEPARATOR).join(''), starts };
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

/** The product a place in the text belongs to. */
function rowAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** Rows by class. A product stands in its best class only. */
function hitsIn(part: Part, wanted: string, replaced: ReadonlySet<string>): Hits {
  const hits: number[][] = Array.from({ length: RANKS }, () => []);
  const size = part.products.length;
  const seen = new Uint8Array(size);
  for (const [row, { productId }] of replaced.size === 0 ? [] : part.products.entries()) if (replaced.has(productId)) seen[row] = 1;
  const put = (row: number, rank: Rank) => {
    if (seen[row] === 1) return;
    seen[row] = 1;
    hits[rank]?.push(row);
  };
  each(part.barcodes, SEPARATOR + wanted + SEPARATOR, (row) => put(row, RANK.barcode));
  byName(part, wanted, put);
  if (wanted.length >= MIN_TAIL_DIGITS && /^[0-9a-z.$/+%-]+$/.test(wanted)) each(part.barcodes, wanted + SEPARATOR, (row) => put(row, RANK.tail));
  // A syllable on its way to the next one: 아멜 is the beginning of 아메리.
  if ([...wanted].some(isSyllable)) each(part.letters, jamoOf(wanted), (row) => put(row, RANK.letters));
  return hits;
}

/** By name, initials or both: every letter that stands alone is the initial of the syllable in its place. */
function byName(part: Part, wanted: string, put: (row: number, rank: Rank) => void): void {
  const { names, initials, wordStarts } = part;
  const mixed = [...wanted].some(isInitial);
  const text = mixed ? initials : names.text;
  const needle = mixed ? initialsOf(wanted) : wanted;
  // The best place counts: `베이글 베이컨` is found at its beginning, though the word comes again.
  const best = new Map<number, Rank>();
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (mixed && !syllablesHold(names.text, at, wanted)) continue;
    const row = rowAt(names.starts, at);
    const rank = rankOf(names, row, at, wanted.length, wordStarts[at] === 1);
    if (rank < (best.get(row) ?? RANKS)) best.set(row, rank);
    const next = (names.starts[row + 1] ?? text.length) - 1;
    // Later places of the same name can only be words of it; after a beginning nothing is better.
    if (rank <= RANK.beginning) at = Math.max(at, next - 1);
  }
  for (const [row, rank] of best) put(row, rank);
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

/** Every product in which `needle` occurs, once; on to the next product after each. */
function each({ text, starts }: Column, needle: string, found: (row: number) => void): void {
  let at = text.indexOf(needle);
  while (at >= 0) {
    const row = rowAt(starts, text.charAt(at) === SEPARATOR ? at + 1 : at);
    found(row);
    at = text.indexOf(needle, Math.max(at + 1, (starts[row + 1] ?? text.length) - 1));
  }
}

/** One letter off, then one syllable off. Asked only when nothing else was found: a good hit needs no guess beside it. */
function addNear(part: Part, wanted: string, replaced: ReadonlySet<string>, hits: Hits): void {
  const seen = new Set<number>();
  const put = (column: Column, place: number, rank: Rank) => {
    const row = rowAt(column.starts, place);
    const product = part.products[row];
    if (product === undefined || seen.has(row) || replaced.has(product.productId)) return;
    seen.add(row);
    hits[rank]?.push(row);
  };
  if ([...wanted].some(isInitial)) {
    // A 초성 query has no vowels to be wrong: one letter off there is one of its initials.
    if (wanted.length >= MIN_NEAR_LETTERS) nearPlaces(part.initials, initialsOf(wanted), SEPARATOR, (place) => put(part.names, place, RANK.nearSyllable));
  } else {
    const letters = jamoOf(wanted);
    if (letters.length >= MIN_NEAR_LETTERS) nearPlaces(part.letters.text, letters, SEPARATOR, (place) => put(part.letters, place, RANK.nearLetter));
    if (wanted.length >= MIN_NEAR_SYLLABLES) nearPlaces(part.names.text, wanted, SEPARATOR, (place) => put(part.names, place, RANK.nearSyllable));
  }
  for (const rows of hits) rows.sort((a, b) => a - b);
}
