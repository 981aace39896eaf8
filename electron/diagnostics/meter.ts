/**
 * The meter: how many presses and how long a sale took, as the window counted them. Kept beside the journal in a plain file, not in the
 * chain: it proves nothing, nothing follows from it, and a sale must not wait for it. What cannot be written is dropped and logged.
 */
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { MeterReportView, MeterSample } from '../../contract/meter.ts';
import { meterSample } from '../../contract/meter.ts';
import { businessDay } from '../../contract/primitives.ts';
import { lastDays, meterReport } from '../../domain/meter.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { Counter } from '../counter.ts';
import { mayNow } from '../people/may.ts';
import type { Result } from '../result.ts';
import { DONE, ok } from '../result.ts';

export const METER_DAYS = 28;
/** Seven hundred sales a day; beyond that the oldest go first. */
export const MAX_KEPT_SAMPLES = 20_000;
/** Lines that wait for the disk. */
const MAX_WAITING = 100;
/** A sale is counted once, also when the window was loaded again. */
const REMEMBERED_SALES = 200;
/** What our own file can hold; a larger one is not ours. */
const MAX_FILE_CHARS = 16 * 1024 * 1024;

const line = meterSample.extend({ day: businessDay, person: z.string().max(40) });
type Line = z.infer<typeof line>;

export type Meter = {
  readonly load: () => Promise<void>;
  /** Never waits and never refuses for the disk's sake. */
  readonly record: (sample: MeterSample) => Result<null>;
  readonly report: () => Promise<Result<MeterReportView>>;
  readonly idle: () => Promise<void>;
};

export function createMeter(counter: Counter, dataDir: string): Meter {
  const file = path.join(dataDir, 'meter.jsonl');
  let kept: Line[] = [];
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const today = () => counter.memory.shift?.businessDay ?? seoulDay(counter.now().toISOString());

  /** One write after the other; a disk that does not keep up loses counts, never a sale. */
  function write(work: () => Promise<void>): void {
    if (waiting >= MAX_WAITING) return;
    waiting += 1;
    last = last
      .then(work)
      .catch((problem: unknown) => counter.log(`meter: ${String(problem)}`))
      .finally(() => (waiting -= 1));
  }

  function record(sample: MeterSample): Result<null> {
    if (kept.slice(-REMEMBERED_SALES).some(({ saleId }) => saleId === sample.saleId)) return DONE;
    const measured: Line = { ...sample, day: today(), person: counter.memory.signedIn?.name ?? '' };
    kept.push(measured);
    if (kept.length > MAX_KEPT_SAMPLES) kept = kept.slice(-MAX_KEPT_SAMPLES);
    write(() => appendFile(file, `${JSON.stringify(measured)}\n`, { mode: 0o600 }));
    return DONE;
  }

  async function load(): Promise<void> {
    const text = await readIfThere(file);
    const read = text.length > MAX_FILE_CHARS ? [] : text.split('\n').flatMap(readLine);
    const first = lastDays(today(), METER_DAYS)[0] ?? '';
    // What was measured while the file was read is newer than all of it.
    kept = [...read.filter(({ day }) => day >= first), ...kept].slice(-MAX_KEPT_SAMPLES);
    if (read.length === kept.length && text.length <= MAX_FILE_CHARS) return;
    write(async () => {
      await writeFile(`${file}.new`, kept.map((measured) => `${JSON.stringify(measured)}\n`).join(''), { mode: 0o600 });
      await rename(`${file}.new`, file);
    });
  }

  return {
    load,
    record,
    report: async () => {
      const may = mayNow(counter, 'reports');
      if (!may.ok) return may;
      const { days, people, today: now } = meterReport(kept, today(), METER_DAYS);
      return ok({ today: now, days: [...days], people: [...people] });
    },
    idle: async () => void (await last),
  };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return '';
    throw problem;
  }
}

/** A line cut off by a power cut, or written by another version, is left out. */
function readLine(text: string): Line[] {
  if (text === '') return [];
  try {
    const parsed = line.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
