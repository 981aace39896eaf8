import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newHome, openProgram, signInOwner } from '../testing/program-fixture.ts';

const SUBJECT = path.join(import.meta.dirname, '..', 'testing', 'setup-subject.ts');

let home: ReturnType<typeof newHome>;
beforeEach(() => {
  home = newHome();
});
afterEach(() => home.remove());

function run(dir: string, crashAt: number) {
  const { stdout, signal } = spawnSync(process.execPath, [SUBJECT, dir, String(crashAt)], { encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'inherit'] });
  return { lines: stdout.trim().split('\n'), killed: signal === 'SIGKILL' };
}

it('a shop whose making is killed at any step is there whole, or not at all with what was typed kept', async () => {
  const { lines } = run(path.join(home.dir, 'reference'), 0);
  expect(lines.at(-1)).toBe('made');
  const steps = lines.slice(0, -1);
  expect(steps.length).toBeGreaterThan(6);
  const whole: string[] = [];
  for (const [index, step] of steps.entries()) {
    const dir = path.join(home.dir, `killed-${index + 1}`);
    expect({ step, killed: run(dir, index + 1).killed }).toEqual({ step, killed: true });
    const program = await openProgram(dir);
    const view = await program.cashier.must('program.view', {});
    if (view.place === 'shop') {
      whole.push(step);
      await signInOwner(program);
      expect((await program.cashier.look()).trouble).toBeNull();
      expect(await program.cashier.must('settings.view', {})).toMatchObject({ shop: { name: '산들상회' }, receipts: { linkId: 'SHOP', secretKept: true } });
    } else {
      expect({ step, ...view }).toMatchObject({ place: 'none', shopExists: false, secretKept: true, draft: { shop: { name: '산들상회' }, ownerName: '사장' } });
      expect({ step, left: readdirSync(dir) }).toEqual({ step, left: ['setup.json'] });
    }
    await program.stop();
  }
  expect(whole).toEqual(['step named']);
}, 300_000);

it('secrets lie in files of their owner alone, in the draft and in the shop', () => {
  const dir = path.join(home.dir, 'one');
  run(dir, 0);
  const modes = ['setup.json', 'shop/credentials.json'].map((name) => (statSync(path.join(dir, name)).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '600']);
  expect(readFileSync(path.join(dir, 'shop', 'settings.json'), 'utf8')).not.toContain('c2VjcmV0');
  expect(existsSync(path.join(dir, 'shop.unfinished'))).toBe(false);
});
