/**
 * Holds the house's walls: who imports whom, which packages are where, and that the rules know neither Node nor DOM nor clock.
 * `node build/checks/boundaries.ts` prints `file:line what` for each breach and ends with 1 when there is one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import type { Folder, ImportSite, Source, Violation } from './parts/source.ts';
import { folderOf, importsOf, isTest, lineAt, listSources, packageOf, readSource } from './parts/source.ts';
import type { PackageRule } from './parts/table.ts';
import { CARRIED_BY_WINDOWS, DIRECTIONS, ELECTRON_FILES, EXCEPTIONS, PACKAGES, PURE, WINDOW_CLOCKS, WITHOUT_NODE } from './parts/table.ts';

type Packages = Readonly<Record<string, PackageRule>>;
type Manifest = { readonly text: string; readonly names: ReadonlySet<string> };

export function checkBoundaries(root: string, packages: Packages = PACKAGES): Violation[] {
  const manifest = readManifest(root);
  const isPackage = (name: string) => Object.hasOwn(packages, name) || manifest.names.has(name);
  const sources = listSources(root).map((file) => readSource(root, file));
  const used = new Set<string>();
  const found = sources.flatMap((source) => {
    const sites = importsOf(source, isPackage);
    for (const { specifier } of sites) used.add(packageOfImport(source.file, specifier) ?? '');
    return [...sites.flatMap((site) => breachesOf(root, source.file, site, packages, manifest)), ...impurities(source)];
  });
  return [...found, ...packageBreaches(packages, manifest, used), ...wallBreaches(root)].toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function breachesOf(root: string, file: string, site: ImportSite, packages: Packages, manifest: Manifest): Violation[] {
  const { specifier, line } = site;
  const breach = (what: string): Violation[] => [{ file, line, what }];
  const folder = folderOf(file);
  if (isBuiltin(specifier)) {
    const forbidden = folder !== null && WITHOUT_NODE.includes(folder) && !isTest(file) && !file.endsWith('.config.ts');
    return forbidden ? breach(`${folder} runs without Node, but imports ${specifier}`) : [];
  }
  const name = packageOfImport(file, specifier);
  if (name !== null) return packageBreach(file, name, packages, manifest).flatMap(breach);
  const target = targetOf(file, specifier);
  if (target === null) return breach(`${specifier} is outside the house`);
  const to = folderOf(target);
  if (to !== null && folder !== null && to !== folder && !mayImport(file, folder, target, to)) return breach(`${folder} may not import ${to}: ${specifier}`);
  if (weighsOnWindow(file, target, site)) return breach(`a window carries the contract's numbers and types only: import type, or ${specifier} becomes part of it`);
  return existsSync(path.join(root, target)) || target.startsWith('dist/') ? [] : breach(`${specifier} is not there`);
}

function weighsOnWindow(file: string, target: string, { types }: ImportSite): boolean {
  const { by, of, only } = CARRIED_BY_WINDOWS;
  return by.test(file) && !isTest(file) && of.test(target) && !only.test(target) && !types;
}

function mayImport(file: string, folder: Folder, target: string, to: Folder): boolean {
  return DIRECTIONS[folder].includes(to) || EXCEPTIONS.some((exception) => exception.from.test(file) && exception.to.test(target));
}

function packageBreach(file: string, name: string, packages: Packages, manifest: Manifest): string[] {
  if (name === 'electron' && !ELECTRON_FILES.includes(file)) return [`only ${ELECTRON_FILES.join(' and ')} import electron`];
  const rule = packages[name];
  if (rule === undefined) return [`${name} is not classified in build/checks/parts/table.ts`];
  if (!manifest.names.has(name)) return [`${name} is not in package.json`];
  const allowed = rule.in.some((prefix) => file.startsWith(prefix)) || (rule.tests === true && isTest(file));
  return allowed ? [] : [`${name} may not be imported here: it is for ${[...rule.in, ...(rule.tests ? ['tests'] : [])].join(', ') || 'tools only'} (${rule.why})`];
}

/** The npm package a specifier names, also by a path through node_modules (styles do that); null for a file of the house. */
function packageOfImport(file: string, specifier: string): string | null {
  if (isBuiltin(specifier)) return null;
  const own = specifier.startsWith('.') ? specifier : null;
  if (own === null && !specifier.startsWith('/')) return packageOf(specifier);
  const through = /^(?:\.\.?\/)+node_modules\/(.+)$/.exec(specifier)?.[1];
  return through === undefined || file === '' ? null : packageOf(through);
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('/')) return null;
  const bare = specifier.replace(/[?#].*$/, '');
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), bare));
  return target.startsWith('../') || target === '..' ? null : target;
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

/** Where a clock is looked at, and how it is written. */
const CLOCK = /\bDate\.now\b|\bnew\s+Date\s*\(\s*\)|(?<![.\w])performance\s*\.\s*now\b/g;

/** Names that mean Node, DOM, clock or chance, where they cannot be anything else. The compiler's walls stop the rest. */
const IMPURE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![.\w])(?:process|Buffer)\s*\.|(?<![.\w])(?:__dirname|__filename)\b|\bimport\.meta\b/g, what: 'uses Node' },
  { pattern: /(?<![.\w])(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\s*\(/g, what: 'waits: timers belong to the processes' },
  {
    pattern: /(?<![.\w])(?:localStorage|sessionStorage|navigator|XMLHttpRequest)\b|(?<![.\w])document\.(?:body|createElement|getElement\w*|querySelector\w*|addEventListener)\b|(?<![.\w])window\.\w|(?<![.\w])fetch\s*\(/g,
    what: 'uses the DOM',
  },
  { pattern: CLOCK, what: 'looks at the clock: take the time as a parameter' },
  { pattern: /\bMath\.random\b|(?<![.\w])crypto\s*\./g, what: 'uses chance: take it as a parameter' },
  { pattern: /(?<![.\w])console\s*\./g, what: 'writes to the console' },
];

function impurities(source: Source): Violation[] {
  const folder = folderOf(source.file);
  if (folder === null || isTest(source.file)) return [];
  // A window has one clock, so that its gallery can set it and nothing on a screen is of another time.
  const window = folder === 'renderer' && !WINDOW_CLOCKS.includes(source.file) ? [{ pattern: CLOCK, what: `looks at the clock: it is in ${WINDOW_CLOCKS[0]}` }] : [];
  return (PURE.includes(folder) ? IMPURE : window).flatMap(({ pattern, what }) =>
    [...source.code.matchAll(pattern)].map((match) => ({ file: source.file, line: lineAt(source.code, match.index), what: `${folder} ${what} (${match[0].trim()})` })),
  );
}

function packageBreaches(packages: Packages, manifest: Manifest, used: ReadonlySet<string>): Violation[] {
  const lineOf = (name: string) => lineAt(manifest.text, Math.max(0, manifest.text.indexOf(`"${name}":`)));
  const breach = (name: string, what: string): Violation => ({ file: 'package.json', line: lineOf(name), what: `${name} ${what}` });
  return [
    ...[...manifest.names].filter((name) => !Object.hasOwn(packages, name)).map((name) => breach(name, 'is not classified in build/checks/parts/table.ts')),
    ...Object.entries(packages).flatMap(([name, rule]) => {
      if (!manifest.names.has(name)) return [breach(name, 'is classified, but not in package.json')];
      const importable = rule.in.length > 0 || rule.tests === true;
      return importable && !used.has(name) ? [breach(name, 'is classified for import, but nothing imports it')] : [];
    }),
  ];
}

function readManifest(root: string): Manifest {
  const file = path.join(root, 'package.json');
  if (!existsSync(file)) return { text: '', names: new Set() };
  const text = readFileSync(file, 'utf8');
  const json: unknown = JSON.parse(text);
  return { text, names: new Set([...namesIn(json, 'dependencies'), ...namesIn(json, 'devDependencies'), ...namesIn(json, 'optionalDependencies')]) };
}

function namesIn(json: unknown, key: string): string[] {
  const part = fieldOf(json, key);
  return typeof part === 'object' && part !== null ? Object.keys(part) : [];
}

function fieldOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null ? Object.entries(json).find(([name]) => name === key)?.[1] : undefined;
}

/** The compiler holds the finest walls, as long as nobody opens them: no DOM and no Node types where there must be none. */
function wallBreaches(root: string): Violation[] {
  const base = readOptions(root, 'tsconfig.base.json');
  return WITHOUT_NODE.flatMap((folder) => {
    const file = `${folder}/tsconfig.json`;
    const own = readOptions(root, file);
    if (own === null) return [];
    const list = (key: string) => {
      const value = fieldOf(own, key) ?? fieldOf(base, key);
      return Array.isArray(value) ? value.map(String) : null;
    };
    const breaches: string[] = [];
    if (list('types')?.length !== 0) breaches.push(`lets types of packages in: "types" must be []`);
    if (PURE.includes(folder) && (list('lib') ?? ['DOM']).some((lib) => lib.toUpperCase().startsWith('DOM'))) breaches.push('lets the DOM in: "lib" must name none of it');
    return breaches.map((what) => ({ file, line: 1, what }));
  });
}

function readOptions(root: string, file: string): unknown {
  const at = path.join(root, file);
  if (!existsSync(at)) return null;
  const json: unknown = JSON.parse(readFileSync(at, 'utf8'));
  return fieldOf(json, 'compilerOptions') ?? {};
}

if (import.meta.main) {
  const found = checkBoundaries(path.join(import.meta.dirname, '..', '..'));
  for (const { file, line, what } of found) console.log(`${file}:${line} ${what}`);
  console.log(found.length === 0 ? `boundaries: every import keeps its direction, ${Object.keys(PACKAGES).length} packages classified` : `boundaries: ${found.length} breached`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
