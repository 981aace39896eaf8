import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Blob, Buffer as Run, Face, Feature, Font, shape, Variation } from 'harfbuzzjs';
import { decode } from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { cut, usualCharacters, WEIGHTS, wholeTypeface } from './typeface.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const isUsual = usualCharacters(ROOT);

type Drawn = { readonly font: Font; readonly characters: ReadonlySet<number> };
let whole: Drawn;
let usual: Drawn;
let rare: Drawn;

function drawnWith(file: Buffer): Drawn {
  const face = new Face(new Blob(new Uint8Array(file).buffer));
  return { font: new Font(face), characters: new Set(face.collectUnicodes()) };
}

beforeAll(async () => {
  const font = wholeTypeface(ROOT);
  whole = drawnWith(font);
  usual = drawnWith(await cut(font, isUsual));
  rare = drawnWith(await cut(font, (codePoint) => !isUsual(codePoint)));
});

/** Glyphs and how far each one leads, in units of the typeface. */
function lineOf({ font }: Drawn, text: string, features: readonly string[] = []): readonly { readonly outline: string; readonly advance: number }[] {
  const run = new Run();
  run.addText(text);
  run.guessSegmentProperties();
  shape(font, run, features.flatMap((feature) => Feature.fromString(feature) ?? []));
  const positions = run.getGlyphPositions();
  return run.getGlyphInfos().map(({ codepoint }, index) => ({ outline: font.glyphToPath(codepoint), advance: positions[index]?.xAdvance ?? 0 }));
}

function numbersIn(outline: string): readonly number[] {
  return [...outline.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}

/** The same strokes; a place may be off by rounding, which is a thousandth of the letter's height. */
function mostApart(before: string, after: string): number {
  expect(after.replaceAll(/-?\d+(?:\.\d+)?/g, '')).toBe(before.replaceAll(/-?\d+(?:\.\d+)?/g, ''));
  const [from, to] = [numbersIn(before), numbersIn(after)];
  return from.reduce((most, number, index) => Math.max(most, Math.abs(number - (to[index] ?? Infinity))), 0);
}

describe('the cut typeface', () => {
  it('leaves no character out: each is in one of the two files, and in one only', () => {
    expect(usual.characters.size + rare.characters.size).toBe(whole.characters.size);
    for (const codePoint of whole.characters) expect(isUsual(codePoint) ? usual.characters.has(codePoint) : rare.characters.has(codePoint)).toBe(true);
    const syllables = [...usual.characters, ...rare.characters].filter((codePoint) => codePoint >= 0xac00 && codePoint <= 0xd7a3);
    expect(syllables).toHaveLength(11_172);
  });

  it('draws them as before, at every weight the screens use', () => {
    const some = (drawn: Drawn) => [...drawn.characters].filter((_, index) => index % 151 === 0);
    for (const weight of [WEIGHTS.min, 550, 700, 780, WEIGHTS.max]) {
      for (const drawn of [whole, usual, rare]) drawn.font.setVariations([new Variation('wght', weight)]);
      for (const drawn of [usual, rare]) {
        for (const codePoint of some(drawn)) {
          const [before, after] = [lineOf(whole, String.fromCodePoint(codePoint))[0], lineOf(drawn, String.fromCodePoint(codePoint))[0]];
          expect(mostApart(before?.outline ?? '', after?.outline ?? 'nothing')).toBeLessThanOrEqual(2);
          expect(Math.abs((before?.advance ?? 0) - (after?.advance ?? Infinity))).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('keeps the figures of one width, and the pairs that stand closer', () => {
    const widths = new Set(lineOf(usual, '0123456789', ['tnum']).map(({ advance }) => advance));
    expect(widths.size).toBe(1);
    expect(new Set(lineOf(usual, '0123456789').map(({ advance }) => advance)).size).toBeGreaterThan(1);
    const advances = (drawn: Drawn, features: string[]) => lineOf(drawn, 'AVTo 52,500원', features).map(({ advance }) => advance);
    expect(advances(usual, ['kern'])).toEqual(advances(whole, ['kern']));
    expect(advances(usual, ['kern'])).not.toEqual(advances(usual, ['kern=0']));
  });

  it('has every syllable of the national standard among the usual ones', () => {
    // KS X 1001: rows 0xB0 to 0xC8 of EUC-KR.
    const bytes = Array.from({ length: 25 * 94 }, (_, index) => [0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)]).flat();
    const standard = Array.from(decode(Buffer.from(bytes), 'euc-kr'));
    expect(standard).toHaveLength(2_350);
    expect(standard.filter((character) => !isUsual(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('has every syllable of our own words: no window fetches the rare ones for them', () => {
    const folders = ['renderer', 'domain', path.join('electron', 'practice')];
    const texts = folders.flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
        .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
    );
    const ours = [...new Set(texts.join(''))];
    expect(ours.length).toBeGreaterThan(500);
    expect(ours.filter((character) => !isUsual(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('is asked for no weight it lacks', () => {
    const styles = readdirSync(path.join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:tsx?|css)$/.test(file))
      .map((file) => readFileSync(path.join(ROOT, 'renderer', file), 'utf8'))
      .join('\n');
    expect(styles.match(/\bfont-(?:thin|extralight|light)\b/g)).toBeNull();
    const asked = [...styles.matchAll(/\bfont-\[(\d+)\]/g)].map(([, weight]) => Number(weight));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((weight) => weight < WEIGHTS.min || weight > WEIGHTS.max)).toEqual([]);
    expect(styles.match(/font-weight: 400 900;/g)).toHaveLength(2);
  });

  it('gives no window the name that is kept for the whole of it', async () => {
    const file = await cut(wholeTypeface(ROOT), (codePoint) => codePoint < 0x80);
    const face = new Face(new Blob(new Uint8Array(file).buffer));
    const names = face.listNames().map(({ nameId, language }) => [nameId, face.getName(nameId, language)] as const);
    // Family, unique, full, family for the trade, for the web, of the variations: what a person would be shown as its name.
    expect(names.filter(([id]) => [1, 3, 4, 16, 21, 25].includes(id))).toEqual([]);
    expect(names.find(([id]) => id === 0)?.[1]).toContain('Kil Hyung-jin');
    expect(names.find(([id]) => id === 13)?.[1]).toContain('SIL Open Font License');
  });
});
