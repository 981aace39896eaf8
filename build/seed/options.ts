import path from 'node:path';
import { parseArgs } from 'node:util';
import { DAY_MS, seoulDay } from '../../domain/seoul-time.ts';

export type SeedOptions = {
  readonly sales: number;
  readonly years: number;
  readonly seed: number;
  /** The program's folder: the journal becomes that of its practice place. */
  readonly dataDir: string;
  readonly lastDay: string;
  readonly help: boolean;
};

const MAX_SALES = 10_000_000;
const MAX_YEARS = 20;

export const HELP = `npm run seed -- --sales N [options]

Writes a new practice journal with N generated sales, whole: chain, signatures and tables. The numbers in it are test numbers.

  --sales N     how many, 1 to ${MAX_SALES}
  --years Y     over how many years up to yesterday (default: 5)
  --data DIR    the program's folder (default: out/seed); its practice journal must not be there yet
  --seed S      another number tells other years (default: 1)
  --help        this text
`;

/** Throws a TypeError or RangeError with words for the person at the keyboard. */
export function readSeedOptions(args: readonly string[], now: Date): SeedOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { sales: { type: 'string' }, years: { type: 'string', default: '5' }, data: { type: 'string', default: path.join('out', 'seed') }, seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
  });
  const whole = (name: string, text: string | undefined, least: number, most: number) => {
    const value = Number(text);
    if (text === undefined || !Number.isInteger(value) || value < least || value > most) throw new RangeError(`--${name} is a whole number from ${least} to ${most}, not "${text ?? ''}"`);
    return value;
  };
  const years = Number(values.years);
  if (!(years > 0 && years <= MAX_YEARS)) throw new RangeError(`--years is more than 0 and at most ${MAX_YEARS}, not "${values.years}"`);
  return {
    sales: values.help ? 1 : whole('sales', values.sales, 1, MAX_SALES),
    years,
    seed: whole('seed', values.seed, 0, 4_294_967_295),
    dataDir: path.resolve(values.data),
    // The last day is over: its shift is closed, and the counter opens as on any morning.
    lastDay: seoulDay(new Date(now.getTime() - DAY_MS).toISOString()),
    help: values.help,
  };
}
