/**
 * The windows' typeface, cut to what the screens draw, in two files: everything but the 8,392 syllables that hardly any word has, and
 * those for a product that has one after all. Each window keeps what it has fetched decoded for as long as it stands, and the whole
 * typeface is four times the first file. Written to dist/typeface before the windows are bundled; decision 0013.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cutTypeface } from './harfbuzz.ts';

/** What the screens draw in: from normal to black. Lighter weights are a third of the outlines' data. */
export const WEIGHTS = { min: 400, max: 900 } as const;
/** Copyright and licence. The makers keep the names for their whole typeface (OFL, Reserved Font Name); the pages give the cut one another. */
const NAMES = [0, 13, 14] as const;
const FILES = { usual: 'usual.ttf', rare: 'rare.ttf' } as const;

const SYLLABLES = { first: 0xac00, last: 0xd7a3 } as const;
const CHARACTERS = { first: 0x20, last: 0x10ffff } as const;

function isSyllable(codePoint: number): boolean {
  return codePoint >= SYLLABLES.first && codePoint <= SYLLABLES.last;
}

function packageDir(root: string): string {
  return path.join(root, 'node_modules', 'pretendard');
}

export function wholeTypeface(root: string): Buffer {
  return readFileSync(path.join(packageDir(root), 'dist', 'public', 'variable', 'PretendardVariable.ttf'));
}

/** Every character but the syllables that the typeface's makers do not count among the usual 2,780. */
export function usualCharacters(root: string): (codePoint: number) => boolean {
  const theirs = readFileSync(path.join(packageDir(root), 'subset_glyphs.txt'), 'utf8');
  const chosen = new Set(Array.from(theirs, (character) => character.codePointAt(0) ?? 0));
  return (codePoint) => !isSyllable(codePoint) || chosen.has(codePoint);
}

/** What the typeface lacks it does not gain: every character may be asked for. */
export function cut(typeface: Uint8Array, wanted: (codePoint: number) => boolean): Promise<Buffer> {
  const codePoints: number[] = [];
  for (let codePoint = CHARACTERS.first; codePoint <= CHARACTERS.last; codePoint += 1) if (wanted(codePoint)) codePoints.push(codePoint);
  return cutTypeface(typeface, { codePoints, weights: WEIGHTS, names: NAMES });
}

/** Does nothing when it was made of the same typeface by the same rules. */
export async function makeTypeface(root: string): Promise<void> {
  const typeface = wholeTypeface(root);
  const dir = path.join(root, 'dist', 'typeface');
  const stamp = stampOf(root, typeface);
  const stampFile = path.join(dir, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const isUsual = usualCharacters(root);
  // Not packed: the files are read from this machine's disk, and unpacking would have to be done at every start, in both windows.
  writeFileSync(path.join(dir, FILES.usual), await cut(typeface, isUsual));
  writeFileSync(path.join(dir, FILES.rare), await cut(typeface, (codePoint) => !isUsual(codePoint)));
  copyFileSync(path.join(packageDir(root), 'dist', 'LICENSE.txt'), path.join(dir, 'LICENSE.txt'));
  writeFileSync(stampFile, stamp);
}

/** The typeface, the list of the usual ones, the rules here and the cutter's version. */
function stampOf(root: string, typeface: Buffer): string {
  const hash = createHash('sha256').update(typeface);
  const rules = ['typeface.ts', 'harfbuzz.ts'].map((file) => path.join(import.meta.dirname, file));
  for (const file of [path.join(packageDir(root), 'subset_glyphs.txt'), path.join(root, 'node_modules', 'harfbuzzjs', 'package.json'), ...rules]) hash.update(readFileSync(file));
  return hash.digest('hex');
}
