/**
 * A language nobody speaks: English, each word some 40 % longer, with accents above and below and brackets around every text. What
 * still fits with it fits with any language. Development and tests only; it is not in the list of languages and not in the product.
 */
import type { Rewrite } from '../words/language.tsx';

const LONGER_BY = 0.4;
const ACCENTS: Readonly<Record<string, string>> = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'ü', y: 'ý', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Ü', c: 'ç', n: 'ñ', s: 'š' };
const known = new WeakMap<object, object>();

export const pseudo: Rewrite = (words) => {
  if (typeof words !== 'object' || words === null) return words;
  const before = known.get(words);
  if (before === undefined) known.set(words, Array.isArray(words) ? words.map(stretched) : new Proxy(words, { get: (target, key) => stretched(Reflect.get(target, key)) }));
  // The same shape with longer texts: what `words` was, it still is.
  return (known.get(words) ?? words) as typeof words;
};

function stretched(value: unknown): unknown {
  if (typeof value === 'string') return stretch(value);
  if (typeof value === 'function') return (...given: unknown[]) => stretched(Reflect.apply(value, undefined, given));
  return pseudo(value);
}

/** Words only: amounts, numbers and what is in brackets already stay as they are. */
export function stretch(text: string): string {
  if (text.trim() === '' || text.startsWith('[')) return text;
  return `[${text.replace(/[A-Za-z]{2,}/g, longer)}]`;
}

function longer(word: string): string {
  const extra = Math.ceil(word.length * LONGER_BY);
  const accented = [...word].map((letter) => ACCENTS[letter] ?? letter);
  const at = Math.max(1, accented.findIndex((letter) => /[åéîöüý]/.test(letter)));
  const vowel = /[åéîöüý]/.test(accented[at] ?? '') ? (accented[at] ?? 'é') : 'é';
  return [...accented.slice(0, at), ...Array.from({ length: extra }, () => vowel), ...accented.slice(at)].join('');
}
