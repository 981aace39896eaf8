import { parseArgs } from 'node:util';

export const BENCHES = ['commit', 'slip', 'calls', 'start', 'keys', 'window', 'basket', 'memory', 'history', 'cards'] as const;
export type BenchName = (typeof BENCHES)[number];

export type BenchOptions = { readonly only: readonly BenchName[]; readonly jsonFile: string; /** For `memory`. */ readonly sales: number; /** For `cards`, on each family. */ readonly cards: number; /** For `history`: how many are generated, and the folder that has them already. */ readonly years: { readonly sales: number; readonly data: string | null }; readonly help: boolean };

/** What fits into the time a whole run has; the aim is spoken of 1,000. */
const DEFAULT_SALES = 300;
const DEFAULT_HISTORY = 20_000;
const DEFAULT_CARDS = 1_000;
const MAX_HISTORY = 10_000_000;

export const HELP = `npm run bench -- [options]

Measures this checkout, each figure beside its floor or peer in the same run, prints a table and writes it as JSON.

  --only NAME   one of ${BENCHES.join(', ')}; may be given more than once (default: all)
  --sales N     how many sales memory is taken over, 100 to 5000 (default: ${DEFAULT_SALES})
  --history N   how many sales are generated for history, 1000 to ${MAX_HISTORY} (default: ${DEFAULT_HISTORY})
  --cards N     how many card sales in a row on each family of terminals, 100 to 5000 (default: ${DEFAULT_CARDS})
  --data DIR    for history: a folder that npm run seed has filled, instead of generating one
  --json FILE   where the figures go (default: out/bench.json)
  --help        this text
`;

/** Throws a TypeError or RangeError with words for the person at the keyboard. */
export function readBenchOptions(args: readonly string[], defaultJsonFile: string): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, json: { type: 'string' }, sales: { type: 'string' }, history: { type: 'string' }, cards: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const wanted = values.only ?? [];
  const unknown = wanted.find((name) => !BENCHES.some((bench) => bench === name));
  if (unknown !== undefined) throw new RangeError(`--only is one of ${BENCHES.join(', ')}, not "${unknown}"`);
  const only = BENCHES.filter((bench) => wanted.length === 0 || wanted.includes(bench));
  const sales = Number(values.sales ?? DEFAULT_SALES);
  if (!Number.isInteger(sales) || sales < 100 || sales > 5_000) throw new RangeError(`--sales is a whole number from 100 to 5000, not "${values.sales}"`);
  const history = Number(values.history ?? DEFAULT_HISTORY);
  if (!Number.isInteger(history) || history < 1_000 || history > MAX_HISTORY) throw new RangeError(`--history is a whole number from 1000 to ${MAX_HISTORY}, not "${values.history}"`);
  const cards = Number(values.cards ?? DEFAULT_CARDS);
  if (!Number.isInteger(cards) || cards < 100 || cards > 5_000) throw new RangeError(`--cards is a whole number from 100 to 5000, not "${values.cards}"`);
  return { only, sales, cards, years: { sales: history, data: values.data ?? null }, jsonFile: values.json ?? defaultJsonFile, help: values.help };
}
