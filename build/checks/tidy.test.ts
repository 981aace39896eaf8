import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkTidy } from './tidy.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function untidyOf(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'tidy-'));
  made.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return checkTidy(root).map(({ file, line, what }) => `${file}:${line} ${what}`);
}

// Put together here, so that this file is itself tidy.
const LATER = ['TO', 'DO'].join('');
const BROKEN = ['FIX', 'ME'].join('');
const HERE = `/${['wo', 'rk'].join('')}`;
const SCRATCH = `/${['tm', 'p'].join('')}`;
const HOME = `/${['ro', 'ot'].join('')}`;
const lines = (count: number) => 'export {};\n'.repeat(count);

describe('left lying about', () => {
  test.each([
    ['a file nobody reads in a sitting', { 'db/a.ts': lines(401) }, 'db/a.ts:401 401 lines: more than 400 are not read in a sitting'],
    ['something put off', { 'db/a.ts': `\n// ${LATER}: later` }, `db/a.ts:2 ${LATER}: do it, or put it down as an issue`],
    ['something known to be broken', { 'renderer/a.css': `/* ${BROKEN} */` }, `renderer/a.css:1 ${BROKEN}: do it, or put it down as an issue`],
    ['a focused test', { 'db/a.test.ts': "test.only('a', () => {});" }, 'db/a.test.ts:1 test.only: every test runs, always'],
    ['a skipped test', { 'db/a.test.ts': "it.skip('a', () => {});" }, 'db/a.test.ts:1 it.skip: every test runs, always'],
    ['a skipped table', { 'db/a.test.ts': "describe.skip.each([1])('a', () => {});" }, 'db/a.test.ts:1 describe.skip: every test runs, always'],
    ['a focused group', { 'db/a.test.tsx': "describe.concurrent.only('a', () => {});" }, 'db/a.test.tsx:1 describe.concurrent.only: every test runs, always'],
    ['a spec that never runs', { 'e2e/a.spec.ts': "test.skip('a', async () => {});" }, 'e2e/a.spec.ts:1 test.skip: every test runs, always'],
    ['a spec that stands aside without a reason', { 'e2e/a.spec.ts': 'test.skip(host.kind === other);' }, 'e2e/a.spec.ts:1 test.skip: every test runs, always'],
    ['a test still to be written', { 'db/a.test.ts': "test.todo('a');" }, 'db/a.test.ts:1 test.todo: every test runs, always'],
    ['a default export', { 'db/a.ts': '\nexport default 1;' }, 'db/a.ts:2 default export: give it a name'],
    ['a default export by another door', { 'db/a.ts': 'const a = 1;\nexport { a as default };' }, 'db/a.ts:2 default export: give it a name'],
    ['a path of this machine', { 'db/a.ts': `// see ${HERE}/x` }, `db/a.ts:1 ${HERE} is a path of one machine`],
    ['a scratch folder', { 'db/a.test.ts': `const a = '${SCRATCH}';` }, `db/a.test.ts:1 ${SCRATCH} is a path of one machine`],
    ['a home in a document', { 'docs/a.md': `run it in ${HOME}/x` }, `docs/a.md:1 ${HOME} is a path of one machine`],
    ['a path in a config', { 'package.json': `{ "a": "${HERE}/x" }` }, `package.json:1 ${HERE} is a path of one machine`],
    ['somebody\'s folder', { 'db/a.ts': "const a = '/Users/someone/x';" }, 'db/a.ts:1 /Users/someone is a path of one machine'],
    ['an address in the lock', { 'package-lock.json': '{\n"resolved": "https://registry.example/a.tgz"\n}' }, 'package-lock.json:2 an absolute registry address'],
  ])('%s', (_, files, what) => expect(untidyOf(files)).toEqual([what]));
});

describe('tidy', () => {
  test.each([
    ['four hundred lines', { 'db/a.ts': lines(400) }],
    ['words, however many', { 'renderer/words/ko.ts': lines(900), 'domain/failure-words/sale.ts': lines(900) }],
    ['a default export of a config', { 'vitest.config.ts': 'export default {};' }],
    ['a default export in a string', { 'db/a.ts': "export const a = 'export default 1';" }],
    ['a spec that stands aside in one shell, and says why', { 'e2e/a.spec.ts': "test.skip(host.kind !== 'electron', 'only Electron has this');\n" }],
    ['a list of tasks', { 'db/a.ts': 'export const todo = ["TODOS"];' }],
    ['addresses and relative paths that only look like it', { 'db/a.ts': `export const a = ['https://a.example${HERE}/b', '..${SCRATCH}/b', '${HERE}ers/b', './a${HOME}'];` }],
    ['a lock that names no registry', { 'package-lock.json': '{ "resolved": "build/get-pixels-stub", "link": true }' }],
    ['what others wrote', { 'node_modules/a/index.ts': `// ${LATER}`, 'dist/a.md': `${HERE}/x` }],
  ])('%s', (_, files) => expect(untidyOf(files)).toEqual([]));

  test('is this house', () => {
    expect(checkTidy(path.join(import.meta.dirname, '..', '..')).map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([]);
  });
});
