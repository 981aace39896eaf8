/** Reads what the test runners report about themselves into one shape. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Tally = { readonly passed: number; readonly failed: readonly string[]; readonly skipped: readonly string[] };

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

type PlaywrightSuite = {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly file: string; readonly tests: readonly { readonly status: string }[] }[];
};
type PlaywrightReport = { readonly suites: readonly PlaywrightSuite[]; readonly errors?: readonly { readonly message?: string }[] };

const unreadable = (what: string): Tally => ({ passed: 0, failed: [`${what} did not run to the end`], skipped: [] });

/** A runner that ended badly although every test passed (an unhandled rejection, a broken file) has failed all the same. */
const heedExit = (tally: Tally, endedWell: boolean, what: string): Tally =>
  endedWell || tally.failed.length > 0 ? tally : { ...tally, failed: [`${what}: the runner failed although no test did; see above`] };

export const readVitestReport = (file: string, endedWell: boolean, root: string): Tally => {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return unreadable('unit tests');
  }
  const failed: string[] = [];
  const skipped: string[] = [];
  let passed = 0;
  for (const { name, status, assertionResults } of report.testResults) {
    const label = path.relative(root, name);
    // A file that cannot even be loaded has no tests to fail.
    if (status === 'failed' && !assertionResults.some(result => result.status === 'failed')) failed.push(label);
    for (const result of assertionResults) {
      if (result.status === 'passed') passed += 1;
      else (result.status === 'failed' ? failed : skipped).push(`${label}: ${result.fullName}`);
    }
  }
  return heedExit({ passed, failed, skipped }, endedWell, 'unit tests');
};

export const readPlaywrightReport = (file: string, endedWell: boolean): Tally => {
  let report: PlaywrightReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return unreadable('end-to-end tests');
  }
  const failed: string[] = [];
  const skipped: string[] = [];
  let passed = 0;
  const visit = (suite: PlaywrightSuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const { status } of spec.tests) {
        // Flaky: passed when tried once more. The list above says which.
        if (status === 'expected' || status === 'flaky') passed += 1;
        else (status === 'skipped' ? skipped : failed).push(`${spec.file}: ${spec.title}`);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  for (const { message = 'unknown' } of report.errors ?? []) failed.push(`end-to-end tests: ${message.split('\n')[0]}`);
  if (passed + failed.length + skipped.length === 0) return unreadable('end-to-end tests');
  return heedExit({ passed, failed, skipped }, endedWell, 'end-to-end tests');
};
