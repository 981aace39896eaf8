import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The storms take longest and are no large files: begun last they would run alone at the end, on one core. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // eslint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, no array's
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification): boolean => /crash|fault|storm|fuzz|panel|program|driver/.test(file.moduleId);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}

/** What only works things out: nothing of it waits for anybody, so it may have the smaller part of the machine. */
const ALONE = ['{domain,contract,renderer}/**/*.test.{ts,tsx}', 'native/inspect/fuzz.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'with-others', globalSetup: 'build/testing/vitest-setup.ts', include: ['{native,db,electron,build,hq}/**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**', ...ALONE] } },
    ],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    // No module of ours remembers anything from one test to the next, so a worker keeps what it has read: a sixth of the time.
    isolate: false,
    // Many tests wait for a line or a limit: four keep two cores busy.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Limits for what hangs; a machine that others use may need many times what is needed alone.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A limit, not a wait: what a poll looks for is there within milliseconds on a machine of its own.
    expect: { poll: { timeout: 15_000 } },
  },
});
