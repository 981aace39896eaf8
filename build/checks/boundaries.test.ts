import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.ts';
import { readSource } from './parts/source.ts';
import type { PackageRule } from './parts/table.ts';
import { PACKAGES } from './parts/table.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const LAMP: Readonly<Record<string, PackageRule>> = {
  lamp: { in: ['electron/'], why: 'light' },
  probe: { in: [], tests: true, why: 'tests' },
};

/** A small house: two packages, both in use, and whatever the test puts there. */
function houseOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'house-'));
  made.push(root);
  const all = {
    'package.json': JSON.stringify({ dependencies: { lamp: '1.0.0' }, devDependencies: { probe: '1.0.0' } }, null, 2),
    'domain/won.ts': 'export const won = 1;\n',
    'domain/won.test.ts': "import 'probe';\nimport { won } from './won.ts';\nexport const two = won + 1;\n",
    'electron/lamp.ts': "import { light } from 'lamp';\nimport { won } from '../domain/won.ts';\nexport const lit = light(won);\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

const breachesOf = (files: Readonly<Record<string, string>>, packages = LAMP) => checkBoundaries(houseOf(files), packages).map(({ file, line, what }) => `${file}:${line} ${what}`);

describe('a house that keeps its walls', () => {
  test('has nothing to report', () => expect(breachesOf({})).toEqual([]));

  test.each([
    ['contract', 'domain'],
    ['native', 'domain'],
    ['db', 'domain'],
    ['electron', 'domain'],
    ['electron', 'contract'],
    ['electron', 'native'],
    ['electron', 'db'],
    ['renderer', 'domain'],
    ['hq', 'domain'],
    ['hq', 'contract'],
    ['e2e', 'contract'],
  ])('lets %s import %s', (from, to) => {
    expect(breachesOf({ [`${to}/b.ts`]: 'export const b = 1;', [`${from}/a.ts`]: `import { b } from '../${to}/b.ts';\nexport const a = b;` })).toEqual([]);
  });

  test('lets a window look at its own clock', () => {
    expect(breachesOf({ 'renderer/ui/now.ts': 'export const wallMs = () => Date.now();', 'renderer/a.ts': 'export const a = (iso: string) => new Date(iso);' })).toEqual([]);
  });

  test('lets a window carry types and plain numbers of the contract', () => {
    expect(
      breachesOf({
        'contract/b.ts': 'export type B = 1;',
        'contract/limits.ts': 'export const most = 1;',
        'renderer/a.ts': "import type { B } from '../contract/b.ts';\nimport { most } from '../contract/limits.ts';\nexport const a: B = most;",
        'renderer/gallery/a.ts': "import { most } from '../../contract/b.ts';",
        'renderer/a.test.ts': "import { most } from '../contract/b.ts';",
      }),
    ).toEqual([]);
  });

  test('lets the specs steer simulators, but nothing else of the processes', () => {
    const spec = "import '../native/printer/virtual/process.ts';\nimport '../electron/cash-receipt/popbill/sandbox/process.ts';\nimport '../native/printer/driver.ts';\n";
    const files = { 'native/printer/virtual/process.ts': '', 'electron/cash-receipt/popbill/sandbox/process.ts': '', 'native/printer/driver.ts': '', 'e2e/sale.spec.ts': spec };
    expect(breachesOf(files)).toEqual(['e2e/sale.spec.ts:3 e2e may not import native: ../native/printer/driver.ts']);
  });

  test('is not fooled by comments, strings, templates or words that look like imports', () => {
    const text = [
      "// import { a } from '../electron/lamp.ts';",
      "/* import '../db/x.ts'",
      "   require('fs') */",
      "export const text = \"import { a } from '../electron/lamp.ts'\";",
      "export const long = `import '../native/x.ts' ${won(`from '../db/y.ts'`)} from 'nowhere'`;",
      "export const odd = /import '\\/[/']node:fs/.test(text) ? 'don\\'t' : 1 / 2;",
      "const require = (name: string) => name;",
      "export const own = require('lamp');",
      'function won(a: string): string { return a; }',
    ];
    expect(breachesOf({ 'domain/tricky.ts': text.join('\n') })).toEqual([]);
  });
});

describe('a breach', () => {
  test.each([
    ['domain imports electron', { 'domain/a.ts': "\nimport { lit } from '../electron/lamp.ts';" }, 'domain/a.ts:2 domain may not import electron: ../electron/lamp.ts'],
    ['types are imports too', { 'domain/a.ts': "import type { lit } from '../electron/lamp.ts';" }, 'domain/a.ts:1 domain may not import electron: ../electron/lamp.ts'],
    ['an export passes on', { 'domain/a.ts': "export * from '../electron/lamp.ts';" }, 'domain/a.ts:1 domain may not import electron: ../electron/lamp.ts'],
    ['a clause over lines', { 'domain/a.ts': "import {\n  lit,\n} from '../electron/lamp.ts';" }, 'domain/a.ts:3 domain may not import electron: ../electron/lamp.ts'],
    ['an import in an expression', { 'contract/a.ts': "export const a = () => import('../electron/lamp.ts');" }, 'contract/a.ts:1 contract may not import electron: ../electron/lamp.ts'],
    ['an import in a template', { 'contract/a.ts': "export const a = `${await import('../electron/lamp.ts')}`;" }, 'contract/a.ts:1 contract may not import electron: ../electron/lamp.ts'],
    ['a worker across a wall', { 'db/a.ts': "export const a = new URL('../electron/lamp.ts', import.meta.url);" }, 'db/a.ts:1 db may not import electron: ../electron/lamp.ts'],
    ['a test across a wall', { 'native/a.test.ts': "import '../electron/lamp.ts';" }, 'native/a.test.ts:1 native may not import electron: ../electron/lamp.ts'],
    ['build imports the product', { 'build/a.ts': "import '../domain/won.ts';" }, 'build/a.ts:1 build may not import domain: ../domain/won.ts'],
    ['renderer imports native', { 'native/a.ts': '', 'renderer/a.tsx': "import '../native/a.ts';" }, 'renderer/a.tsx:1 renderer may not import native: ../native/a.ts'],
    ['a script of plain JavaScript', { 'db/a.mjs': "import '../electron/lamp.ts';" }, 'db/a.mjs:1 db may not import electron: ../electron/lamp.ts'],
    ['a file that is not there', { 'db/a.ts': "import './b.ts';" }, 'db/a.ts:1 ./b.ts is not there'],
    ['a path out of the house', { 'db/a.ts': "import '../../b.ts';" }, 'db/a.ts:1 ../../b.ts is outside the house'],
    ['electron elsewhere', { 'electron/a.ts': "import { app } from 'electron';" }, 'electron/a.ts:1 only electron/main.ts and electron/preload.ts import electron'],
    ['electron in a test', { 'electron/a.test.ts': "import type { App } from 'electron';" }, 'electron/a.test.ts:1 only electron/main.ts and electron/preload.ts import electron'],
    ['Node in the rules', { 'domain/a.ts': "import { readFileSync } from 'node:fs';" }, 'domain/a.ts:1 domain runs without Node, but imports node:fs'],
    ['Node by its old name', { 'contract/a.ts': "import fs from 'fs';" }, 'contract/a.ts:1 contract runs without Node, but imports fs'],
    ['a schema in a window', { 'contract/b.ts': '', 'renderer/a.ts': "import { b } from '../contract/b.ts';" }, "renderer/a.ts:1 a window carries the contract's numbers and types only: import type, or ../contract/b.ts becomes part of it"],
    ['Node in a window', { 'renderer/a.ts': "import 'node:os';" }, 'renderer/a.ts:1 renderer runs without Node, but imports node:os'],
    ['a package nobody classified', { 'electron/a.ts': "import 'stranger/deep';" }, 'electron/a.ts:1 stranger is not classified in build/checks/parts/table.ts'],
    ['a scoped one', { 'electron/a.ts': "import '@far/stranger/deep';" }, 'electron/a.ts:1 @far/stranger is not classified in build/checks/parts/table.ts'],
    ['a package in the wrong room', { 'db/a.ts': "import 'lamp';" }, 'db/a.ts:1 lamp may not be imported here: it is for electron/ (light)'],
    ['a test library in the product', { 'db/a.ts': "import 'probe';" }, 'db/a.ts:1 probe may not be imported here: it is for tests (tests)'],
    ['a package by createRequire', { 'db/a.ts': "import { createRequire } from 'node:module';\ncreateRequire(import.meta.url).resolve('lamp/face.bdf');" }, 'db/a.ts:2 lamp may not be imported here: it is for electron/ (light)'],
    ['a package by a path in a style', { 'renderer/a.css': "@font-face {\n  src: url('../node_modules/lamp/face.woff2');\n}" }, 'renderer/a.css:2 lamp may not be imported here: it is for electron/ (light)'],
    ['process in the rules', { 'domain/a.ts': 'export const a = process.env;' }, 'domain/a.ts:1 domain uses Node (process.)'],
    ['the DOM in the contract', { 'contract/a.ts': 'export const a = () => document.querySelector("p");' }, 'contract/a.ts:1 contract uses the DOM (document.querySelector)'],
    ['a clock in the rules', { 'domain/a.ts': '\n\nexport const a = () => Date.now();' }, 'domain/a.ts:3 domain looks at the clock: take the time as a parameter (Date.now)'],
    ['today in the rules', { 'domain/a.ts': 'export const a = () => new Date();' }, 'domain/a.ts:1 domain looks at the clock: take the time as a parameter (new Date())'],
    ['a clock of its own in a window', { 'renderer/a.ts': 'export const a = () => new Date(Date.now());' }, 'renderer/a.ts:1 renderer looks at the clock: it is in renderer/ui/now.ts (Date.now)'],
    ['a stopwatch of its own in a window', { 'renderer/a.ts': 'export const a = () => performance.now();' }, 'renderer/a.ts:1 renderer looks at the clock: it is in renderer/ui/now.ts (performance.now)'],
    ['chance in the rules', { 'domain/a.ts': 'export const a = () => Math.random();' }, 'domain/a.ts:1 domain uses chance: take it as a parameter (Math.random)'],
    ['a timer in the contract', { 'contract/a.ts': 'setTimeout(() => {}, 1);' }, 'contract/a.ts:1 contract waits: timers belong to the processes (setTimeout()'],
    ['a wall the compiler lost', { 'domain/tsconfig.json': '{ "compilerOptions": { "types": ["node"], "lib": ["ES2024"] } }' }, 'domain/tsconfig.json:1 lets types of packages in: "types" must be []'],
    ['a DOM the compiler lets in', { 'contract/tsconfig.json': '{ "compilerOptions": { "types": [], "lib": ["ES2024", "DOM"] } }' }, 'contract/tsconfig.json:1 lets the DOM in: "lib" must name none of it'],
  ])('%s', (_, files, breach) => expect(breachesOf(files)).toEqual([breach]));

  test('of a document that is only a parameter is none', () => {
    expect(breachesOf({ 'domain/a.ts': 'export const a = (document: { blocks: string[]; window: string }) => document.blocks.length + document.window.length;' })).toEqual([]);
  });
});

describe('a package', () => {
  test('in package.json that nobody classified is told with its line', () => {
    const manifest = JSON.stringify({ dependencies: { lamp: '1.0.0', stranger: '1.0.0' }, devDependencies: { probe: '1.0.0' } }, null, 2);
    expect(breachesOf({ 'package.json': manifest })).toEqual(['package.json:4 stranger is not classified in build/checks/parts/table.ts']);
  });

  test('that is classified but unused, or not even there, is told', () => {
    const more = { ...LAMP, torch: { in: ['db/'], why: 'light' } };
    const manifest = JSON.stringify({ dependencies: { lamp: '1.0.0', torch: '1.0.0' }, devDependencies: { probe: '1.0.0' } }, null, 2);
    expect(breachesOf({ 'package.json': manifest }, more)).toEqual(['package.json:4 torch is classified for import, but nothing imports it']);
    expect(breachesOf({}, more)).toEqual(['package.json:1 torch is classified, but not in package.json']);
  });

  test('that only tools use need not be imported, and may not be', () => {
    const more = { ...LAMP, linter: { in: [], why: 'linter' } };
    const manifest = JSON.stringify({ dependencies: { lamp: '1.0.0' }, devDependencies: { probe: '1.0.0', linter: '1.0.0' } }, null, 2);
    expect(breachesOf({ 'package.json': manifest }, more)).toEqual([]);
    expect(breachesOf({ 'package.json': manifest, 'build/a.ts': "import 'linter';" }, more)).toEqual(['build/a.ts:1 linter may not be imported here: it is for tools only (linter)']);
  });
});

describe('reading a source', () => {
  test('keeps every line where it was', () => {
    const text = "/* a\n b */ const a = `x\n${1}\ny`;\nconst b = 'c';\n// end\nconst d = /\"/;\n";
    const { code } = readSource(houseOf({ 'domain/lines.ts': text }), 'domain/lines.ts');
    expect(code.split('\n')).toHaveLength(text.split('\n').length);
    expect(code.split('\n').findIndex((line) => line.includes('const d'))).toBe(6);
  });
});

describe('this house', () => {
  test('keeps its walls', () => {
    const root = path.join(import.meta.dirname, '..', '..');
    expect(checkBoundaries(root).map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([]);
  });

  test('says of every package in a phrase why it is here', () => {
    for (const [name, rule] of Object.entries(PACKAGES)) expect(`${name}: ${rule.why}`).toMatch(/: .{5,80}$/);
  });
});
