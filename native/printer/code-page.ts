/**
 * What a Korean receipt printer can print: code page 949 (KS X 1001 and its 8,822 further syllables).
 *
 * On the paper a character takes as many columns as it takes bytes: one for ASCII, two for everything else, box
 * lines and `·` included. So the code page is also the ruler of `layout.ts`.
 */
import iconv from 'iconv-lite';

export type NotPrintable = {
  readonly kind: 'character';
  /** The character itself, for showing where it can be shown. */
  readonly character: string;
  /** `U+1F600`. */
  readonly codePoint: string;
  /** The text it stood in, at most 80 characters. */
  readonly text: string;
};

export type PaperText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: NotPrintable };

const MAX_REPORTED_TEXT = 80;
const BACKSLASH = 0x5c;

/** In newer editions of the code page only: printers that are older lack them, so they are substituted. */
const TOO_NEW = new Set(['€', '®']);

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x41;
const LAST_BYTE = 0xfe;

let table: Uint16Array | null = null;

/** Two bytes per UTF-16 unit, 0 where the code page has nothing. Filled once from iconv-lite, so that an encoding is a look-up: with the first paper, for it would be a twentieth of the program's start. */
function twoBytes(): Uint16Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Uint16Array {
  const trails = LAST_BYTE - FIRST_TRAIL + 1;
  const pairs = (LAST_BYTE - FIRST_LEAD + 1) * trails;
  // All in one text, a pair a line: asked one by one they take ten times as long. No pair can swallow its line end.
  const lines = Buffer.alloc(pairs * 3, 0x0a);
  for (let pair = 0; pair < pairs; pair += 1) {
    lines[pair * 3] = FIRST_LEAD + Math.floor(pair / trails);
    lines[pair * 3 + 1] = FIRST_TRAIL + (pair % trails);
  }
  const pairOf = new Uint16Array(0x10000);
  for (const [pair, character] of iconv.decode(lines, 'cp949').split('\n').entries()) {
    if (character.length === 1 && character !== '�' && !TOO_NEW.has(character)) pairOf[character.charCodeAt(0)] = lines.readUInt16BE(pair * 3);
  }
  return pairOf;
}

/**
 * Stand-ins for what shops really type or paste and the code page lacks. Spaces and dashes become their plain forms,
 * signs their usual spelling. A Korean printer draws the byte of `\` as `₩`, so a real backslash takes its wide form.
 */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ['\\', '＼'], ['₩', '￦'], ['€', 'EUR'], ['®', '(R)'], ['©', '(C)'], ['¢', '￠'], ['£', '￡'], ['¥', '￥'],
  ['–', '-'], ['—', '―'], ['‐', '-'], ['‑', '-'], ['‒', '-'], ['−', '-'], ['•', '·'], ['‧', '·'], ['・', '·'], ['ㆍ', '·'], ['⋅', '·'],
  ['〜', '～'], ['∼', '～'], ['‚', ','], ['„', '"'], ['‟', '"'], ['‛', "'"], ['‹', '<'], ['›', '>'], ['«', '≪'], ['»', '≫'],
  ['\u00a0', ' '], ['\u2002', ' '], ['\u2003', ' '], ['\u2007', ' '], ['\u2009', ' '], ['\u200a', ' '], ['\u202f', ' '], ['\t', ' '],
  ['\u200b', ''], ['\u200c', ''], ['\u200d', ''], ['\u2060', ''], ['\ufeff', ''], ['\u00ad', ''], ['\ufe0e', ''], ['\ufe0f', ''],
  ['✓', '√'], ['✔', '√'], ['☑', '√'], ['⭐', '★'], ['❤', '♥'], ['➡', '→'], ['⬅', '←'], ['⬆', '↑'], ['⬇', '↓'],
]);

/** Half-width katakana and Hangul: a voiced mark is a character of its own there, so runs are widened whole. */
const HALF_WIDTH = /[\uff61-\uffdc]+/g;

const COMBINING_MARK = /\p{M}+/gu;

/** Conjoining jamo left over when a syllable is unfinished (`ᄀ`) stand as the separate letters a keyboard shows (`ㄱ`). */
const LETTER_OF_JAMO: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x318f - 0x3131 }, (_, index) => String.fromCharCode(0x3131 + index)).map((letter) => [letter.normalize('NFKD'), letter]),
);

/**
 * The text as it will stand on the paper, or the first character that cannot. Line breaks stay; other control
 * characters are refused, because to a printer they are commands.
 */
export function toPaperText(text: string): PaperText {
  if (isPrintable(text)) return { ok: true, text };
  let out = '';
  for (const character of text.replace(HALF_WIDTH, (run) => run.normalize('NFKC')).normalize('NFC').replace(/\r\n?/g, '\n')) {
    const printable = substitute(character);
    if (printable === undefined) return { ok: false, refusal: refusalOf(character, text) };
    out += printable;
  }
  return { ok: true, text: out };
}

/** True when the text can stand on the paper as it is; most can. */
export function isPrintable(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const ascii = code === 0x0a || (code >= 0x20 && code < 0x7f && code !== BACKSLASH);
    if (!ascii && twoBytes()[code] === 0) return false;
  }
  return true;
}

function substitute(character: string): string | undefined {
  const fromTable = SUBSTITUTES.get(character) ?? LETTER_OF_JAMO.get(character);
  if (fromTable !== undefined) return fromTable;
  if (isPrintable(character)) return character;
  // `é` prints as `e`, a ligature as its letters: the name stays the name.
  const plain = character.normalize('NFKC');
  if (plain !== character && isPrintable(plain)) return plain;
  const unaccented = character.normalize('NFKD').replace(COMBINING_MARK, '');
  return unaccented !== '' && unaccented !== character && isPrintable(unaccented) ? unaccented : undefined;
}

function refusalOf(character: string, text: string): NotPrintable {
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { kind: 'character', character, codePoint, text: text.slice(0, MAX_REPORTED_TEXT) };
}

/** Columns at normal size of a text that came from `toPaperText`. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length; index += 1) columns += text.charCodeAt(index) < 0x80 ? 1 : 2;
  return columns;
}

/**
 * Writes the code units `from` to `to` of a text that came from `toPaperText` into `target` from `at` on; returns where it ended.
 * `target` must have two bytes left for each. A character that never went through `toPaperText` is a bug and throws.
 *
 * Code units, not a string: V8 asks a string what it is made of at every `charCodeAt`, which takes most of a slip's time.
 */
export function writePaperUnits(units: Uint16Array, from: number, to: number, target: Uint8Array, at: number): number {
  const pairs = twoBytes();
  let end = at;
  for (let index = from; index < to; index += 1) {
    const code = units[index] ?? 0;
    if (code < 0x80) {
      target[end] = code;
      end += 1;
      continue;
    }
    const pair = pairs[code] ?? 0;
    if (pair === 0) throw new RangeError(`not in the code page: U+${code.toString(16)}`);
    target[end] = pair >> 8;
    target[end + 1] = pair & 0xff;
    end += 2;
  }
  return end;
}

/** The character of two bytes, undefined where the code page has none. */
export function characterOf(lead: number, trail: number): string | undefined {
  const character = iconv.decode(Buffer.of(lead, trail), 'cp949');
  return character.length === 1 && character !== '�' ? character : undefined;
}
