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

export default defineConfig({
  test: {
    include: ['{domain,contract,native,db,electron,renderer,build,hq}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**'],
    globalSetup: 'build/testing/vitest-setup.ts',
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
