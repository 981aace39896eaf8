/**
 * Hangul taken apart: a syllable is `0xAC00 + (initial × 21 + vowel) × 28 + final` (The Unicode Standard, 3.12).
 * Letters are those a keyboard shows (ㄱ is ㄱ wherever it stands); doubled vowels and finals are the two keys they are typed with,
 * so that a name half typed is a beginning of the whole name: 닭 on its way to 달걀.
 */
const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = ['ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅗㅏ', 'ㅗㅐ', 'ㅗㅣ', 'ㅛ', 'ㅜ', 'ㅜㅓ', 'ㅜㅔ', 'ㅜㅣ', 'ㅠ', 'ㅡ', 'ㅡㅣ', 'ㅣ'];
const FINALS = ['', 'ㄱ', 'ㄲ', 'ㄱㅅ', 'ㄴ', 'ㄴㅈ', 'ㄴㅎ', 'ㄷ', 'ㄹ', 'ㄹㄱ', 'ㄹㅁ', 'ㄹㅂ', 'ㄹㅅ', 'ㄹㅌ', 'ㄹㅍ', 'ㄹㅎ', 'ㅁ', 'ㅂ', 'ㅂㅅ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/** What an input method makes of two letters typed one after the other: ㄱㅅ becomes ㄳ before anyone asked for it. */
const DOUBLED: ReadonlyMap<string, string> = new Map([
  ['ㄳ', 'ㄱㅅ'], ['ㄵ', 'ㄴㅈ'], ['ㄶ', 'ㄴㅎ'], ['ㄺ', 'ㄹㄱ'], ['ㄻ', 'ㄹㅁ'], ['ㄼ', 'ㄹㅂ'], ['ㄽ', 'ㄹㅅ'], ['ㄾ', 'ㄹㅌ'], ['ㄿ', 'ㄹㅍ'], ['ㅀ', 'ㄹㅎ'], ['ㅄ', 'ㅂㅅ'],
  ['ㅘ', 'ㅗㅏ'], ['ㅙ', 'ㅗㅐ'], ['ㅚ', 'ㅗㅣ'], ['ㅝ', 'ㅜㅓ'], ['ㅞ', 'ㅜㅔ'], ['ㅟ', 'ㅜㅣ'], ['ㅢ', 'ㅡㅣ'],
]);
const INITIAL_SET = new Set(INITIALS);

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const PER_INITIAL = 588;
const PER_VOWEL = 28;

/** `무` → 0 … for a syllable; −1 for anything else. `unit` is a UTF-16 code unit. */
function syllableIndex(unit: number): number {
  return unit >= FIRST_SYLLABLE && unit <= LAST_SYLLABLE ? unit - FIRST_SYLLABLE : -1;
}

export function isSyllable(character: string): boolean {
  return syllableIndex(character.charCodeAt(0)) >= 0;
}

/** A consonant that can begin a syllable, standing alone: one letter of a 초성 query. */
export function isInitial(character: string): boolean {
  return INITIAL_SET.has(character);
}

/** The letter a syllable begins with; any other character stays. One code unit in, one out, so that offsets agree. */
export function initialOf(character: string): string {
  const index = syllableIndex(character.charCodeAt(0));
  return index < 0 ? character : (INITIALS[Math.floor(index / PER_INITIAL)] ?? character);
}

/** `큰` → `ㅋㅡㄴ`, `ㄳ` → `ㄱㅅ`; any other character stays. */
export function lettersOf(character: string): string {
  const index = syllableIndex(character.charCodeAt(0));
  if (index < 0) return DOUBLED.get(character) ?? character;
  const initial = INITIALS[Math.floor(index / PER_INITIAL)] ?? '';
  const vowel = VOWELS[Math.floor((index % PER_INITIAL) / PER_VOWEL)] ?? '';
  return initial + vowel + (FINALS[index % PER_VOWEL] ?? '');
}

export function initialsOf(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) out += initialOf(text.charAt(at));
  return out;
}

export function jamoOf(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) out += lettersOf(text.charAt(at));
  return out;
}

/** Names and queries are compared without blanks, capitals or ways of writing the same syllable; doubled lone letters are taken apart. */
export function comparable(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC').toLowerCase().replaceAll(/\s/gu, '')) out += isSyllable(character) ? character : (DOUBLED.get(character) ?? character);
  return out;
}
