/**
 * Holds small habits the compiler and the linter do not: length, leftovers, focused or skipped tests, default exports, paths of one
 * machine, addresses in the lock. `node build/checks/tidy.ts` prints `file:line what` and ends with 1 when something is untidy.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Source, Violation } from './parts/source.ts';
import { isTest, lineAt, listSources, readSource } from './parts/source.ts';

const MAX_LINES = 400;
/** Words are as long as the catalogue; nobody reads them top to bottom. */
const LONG_BY_NATURE = /(^|\/)(failure-)?words\//;
const MAX_TEXTS = 2_000;

const LEFTOVER = new RegExp(`\\b(?:${['TO', 'FIX'].join('DO|')}ME)\\b`, 'g');
/** A spec of one shell may stand aside in the other, by a condition and with its reason: `test.skip(condition, 'reason')`. */
const NOT_RUN = /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|todo|fixme|fails|skip(?!\(\s*(?!async\b|function\b)[\w!(][^;]*,\s*"#\d+"\s*\)\s*;))\b/g;
const DEFAULT_EXPORT = /\bexport\s+default\b|\bas\s+default\b(?=[^;]*\})/g;
/** A path from the root of one machine. `(?<!…)` leaves web addresses and relative paths alone. */
const MACHINE_PATH = new RegExp(`(?<![\\w.\\-/:*}])/(?:${['work', 'tmp', 'root'].join('|')})(?![\\w-])`, 'g');
const USER_FOLDER = /(?<![\w.\-/])\/Users\/\w+|\b[A-Z]:\\+Users\\+\w+/g;

export function checkTidy(root: string): Violation[] {
  const sources = listSources(root).map((file) => readSource(root, file));
  return [...sources.flatMap(untidyOf), ...textsOf(root).flatMap((file) => pathsIn(file, readFileSync(path.join(root, file), 'utf8'))), ...lockAddresses(root)];
}

function untidyOf(source: Source): Violation[] {
  const { file, text, code } = source;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const long = lines > MAX_LINES && !LONG_BY_NATURE.test(file) ? [{ file, line: MAX_LINES + 1, what: `${lines} lines: more than ${MAX_LINES} are not read in a sitting` }] : [];
  return [
    ...long,
    ...matches(file, text, LEFTOVER, (found) => `${found}: do it, or put it down as an issue`),
    ...(isTest(file) ? matches(file, code, NOT_RUN, (found) => `${found}: every test runs, always`) : []),
    ...(/\.config\.ts$|\/(?:playwright|gallery)-setup\.ts$/.test(file) ? [] : matches(file, code, DEFAULT_EXPORT, () => 'default export: give it a name')),
    ...pathsIn(file, text),
  ];
}

function pathsIn(file: string, text: string): Violation[] {
  // Tests may make up a person's folder; nobody's real one belongs anywhere.
  return (isTest(file) ? [MACHINE_PATH] : [MACHINE_PATH, USER_FOLDER]).flatMap((pattern) => matches(file, text, pattern, (found) => `${found} is a path of one machine`));
}

function matches(file: string, text: string, pattern: RegExp, what: (found: string) => string): Violation[] {
  return [...text.matchAll(pattern)].map((match) => ({ file, line: lineAt(text, match.index), what: what(match[0]) }));
}

/** Documents, configs and pages: everything else a person wrote. */
function textsOf(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string, deep: boolean): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && deep && !/^(node_modules|dist|out|\.git)$/.test(entry.name)) walk(at, true);
      if (entry.isFile() && /\.(md|json|html|ya?ml|sh)$/.test(entry.name) && entry.name !== 'package-lock.json') found.push(at);
      if (found.length > MAX_TEXTS) throw new RangeError(`more than ${MAX_TEXTS} texts: a folder is read that should not be`);
    }
  };
  walk('', true);
  return found.toSorted();
}

/** A lock with a registry's address ties every clone to that registry; without one, npm asks the registry it is set to. */
function lockAddresses(root: string): Violation[] {
  const file = 'package-lock.json';
  const at = path.join(root, file);
  if (!existsSync(at)) return [];
  return matches(file, readFileSync(at, 'utf8'), /"resolved":\s*"(?!file:|build\/)[^"]*:\/\/[^"]*"/g, () => 'an absolute registry address');
}

if (import.meta.main) {
  const found = checkTidy(path.join(import.meta.dirname, '..', '..'));
  for (const { file, line, what } of found) console.log(`${file}:${line} ${what}`);
  console.log(found.length === 0 ? 'tidy: nothing left lying about' : `tidy: ${found.length} things left lying about`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
