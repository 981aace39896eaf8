/**
 * Reads the house's own sources: which files there are, and what each of them imports.
 * Not a parser: it knows comments, strings, template literals and regular expressions, so that an import in a comment or a
 * string is none, and that is all the checks need. It runs before anything is built and uses Node only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Violation = { readonly file: string; readonly line: number; readonly what: string };
/** `types`: only types are imported, and nothing of the file is left when they are gone. */
export type ImportSite = { readonly specifier: string; readonly line: number; readonly types: boolean };
/** `code` is the text with comments blanked and every string replaced by `"#n"`, n being its place in `strings`; lines are kept. */
export type Source = { readonly file: string; readonly text: string; readonly code: string; readonly strings: readonly string[] };

export const HOUSE = ['domain', 'contract', 'native', 'db', 'electron', 'renderer', 'hq', 'build', 'e2e'] as const;
export type Folder = (typeof HOUSE)[number];

const SKIPPED = new Set(['node_modules', 'dist', 'out', 'get-pixels-stub']);
const CODE = /\.(ts|tsx|mts|mjs)$/;
const READ = /\.(ts|tsx|mts|mjs|css)$/;
const MAX_FILES = 20_000;

/** Every source of the house folders and the configs beside them, by path from `root` with `/`, in order. */
export function listSources(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const inHouse = folder !== '' || HOUSE.some((name) => name === entry.name);
        if (inHouse && !SKIPPED.has(entry.name)) walk(at);
      } else if (READ.test(entry.name)) found.push(at);
      if (found.length > MAX_FILES) throw new RangeError(`more than ${MAX_FILES} sources: a folder is read that should not be`);
    }
  };
  walk('');
  return found.toSorted();
}

export function readSource(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  return CODE.test(file) ? { file, text, ...masked(text) } : { file, text, code: '', strings: [] };
}

export function folderOf(file: string): Folder | null {
  const first = file.split('/')[0];
  return HOUSE.find((name) => name === first && file.includes('/')) ?? null;
}

/** Tests and what only they use: they may import test libraries and Node. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /(^|\/)testing\//.test(file) || /(^|\/)test-fixtures\.ts$/.test(file) || file.startsWith('e2e/');
}

const FORMS = [
  /\b(?:import|export)\b[^;"'`()]*?\bfrom\s*"#(\d+)"/g,
  /\bimport\s*"#(\d+)"/g,
  /\bimport(?:\.meta\.resolve)?\s*\(\s*"#(\d+)"/g,
];
/** Only where `createRequire` made it: elsewhere `require` is a name like any other. */
const REQUIRE = /\brequire(?:\.resolve)?\s*\(\s*"#(\d+)"/g;
/** A file beside this one; `worker.ts` is `./worker.ts` there. */
const BESIDE = /\bnew\s+URL\(\s*"#(\d+)"\s*,\s*import\.meta\.url/g;
/** `createRequire(…).resolve('package/file')`: told from `path.resolve('dist')` by what it names. */
const RESOLVE = /\.resolve\(\s*"#(\d+)"/g;
const STYLES = /@import\s+(?:url\()?\s*['"]([^'"]+)['"]|url\(\s*['"]?([^'")]+)['"]?\s*\)/g;

export function importsOf(source: Source, isPackage: (name: string) => boolean): ImportSite[] {
  if (source.file.endsWith('.css')) {
    return [...source.text.matchAll(STYLES)]
      .map((match) => ({ specifier: match[1] ?? match[2] ?? '', line: lineAt(source.text, match.index), types: false }))
      .filter(({ specifier }) => !/^(data|https?):|^#/.test(specifier));
  }
  const forms = source.code.includes('createRequire') ? [...FORMS, REQUIRE] : FORMS;
  const sites = forms.flatMap((form) => sitesOf(source, form));
  const resolved = sitesOf(source, RESOLVE).filter(({ specifier }) => isPackage(packageOf(specifier)));
  const beside = sitesOf(source, BESIDE)
    .filter(({ specifier }) => !/^[a-z]+:/.test(specifier))
    .map((site) => ({ ...site, specifier: /^[./]/.test(site.specifier) ? site.specifier : `./${site.specifier}` }));
  return [...new Map([...sites, ...resolved, ...beside].map((site) => [`${site.line} ${site.specifier}`, site])).values()];
}

function sitesOf(source: Source, form: RegExp): ImportSite[] {
  return [...source.code.matchAll(form)].map((match) => siteOf(source, match));
}

function siteOf(source: Source, match: RegExpExecArray): ImportSite {
  const number = Number(match[1]);
  // The line of the name, not of the word `import` that may stand lines above it.
  const at = source.code.indexOf(`"#${number}"`, match.index);
  return { specifier: source.strings[number] ?? '', line: lineAt(source.code, at), types: /^(?:import|export)\s+type\b/.test(match[0]) };
}

/** `@scope/name/file` → `@scope/name`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** One step over the text: what stands at `at`, as it should stand in `code`, and where the next thing begins. */
type Step = { readonly out: string; readonly next: number; readonly string?: string };

function masked(text: string): { code: string; strings: string[] } {
  const strings: string[] = [];
  const templates: number[] = [];
  let code = '';
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    let step: Step;
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) step = comment(text, at);
    else if (char === '"' || char === "'") step = quoted(text, at);
    else if (char === '`' || (char === '}' && templates.at(-1) === depth)) {
      if (char === '}') templates.pop();
      step = templatePart(text, at);
      if (text.slice(step.next - 2, step.next) === '${') templates.push(depth);
    } else if (char === '/' && regexMayStart(code)) step = regex(text, at);
    else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      step = { out: char, next: at + 1 };
    }
    if (step.string === undefined) code += step.out;
    else code += `"#${strings.push(step.string) - 1}"${step.out}`;
    at = step.next;
  }
  return { code, strings };
}

const newlines = (text: string) => text.replaceAll(/[^\n]/g, '');

function comment(text: string, at: number): Step {
  const end = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
  const next = end < at ? text.length : end;
  return { out: ` ${newlines(text.slice(at, next))}`, next };
}

/** Ends at the line's end at the latest: an apostrophe in the text of a component opens nothing. */
function quoted(text: string, at: number): Step {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== quote) return { out: ' ', next: at + 1 };
  return { out: newlines(text.slice(at, end)), next: end + 1, string: text.slice(at + 1, end) };
}

/** From a back-tick, or from the brace that ends an insertion, to the next insertion or the end. */
function templatePart(text: string, at: number): Step {
  let end = at + 1;
  while (end < text.length && text[end] !== '`' && !(text[end] === '$' && text[end + 1] === '{')) end += text[end] === '\\' ? 2 : 1;
  const whole = text[at] === '`' && text[end] === '`';
  const next = text[end] === '$' ? end + 2 : end + 1;
  const lines = newlines(text.slice(at, next));
  return whole ? { out: lines, next, string: text.slice(at + 1, end) } : { out: ` ${lines}`, next };
}

function regexMayStart(code: string): boolean {
  const before = code.trimEnd();
  return before === '' || /[(,=:[!&|?{;+\-*%^~>]$/.test(before) || /\b(?:return|typeof|case|in|of)$/.test(before);
}

function regex(text: string, at: number): Step {
  let inClass = false;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end += text[end] === '\\' ? 2 : 1) {
    if (text[end] === '[') inClass = true;
    else if (text[end] === ']') inClass = false;
    else if (text[end] === '/' && !inClass) return { out: ' ', next: end + 1 };
  }
  return { out: '/', next: at + 1 };
}
