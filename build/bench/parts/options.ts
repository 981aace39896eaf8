import { parseArgs } from 'node:util';

export const BENCHES = ['commit', 'slip', 'calls', 'start', 'keys'] as const;
export type BenchName = (typeof BENCHES)[number];

export type BenchOptions = { readonly only: readonly BenchName[]; readonly jsonFile: string; readonly help: boolean };

export const HELP = `npm run bench -- [options]

Measures this checkout, each figure beside its floor or peer in the same run, prints a table and writes it as JSON.

  --only NAME   one of ${BENCHES.join(', ')}; may be given more than once (default: all)
  --json FILE   where the figures go (default: out/bench.json)
  --help        this text
`;

/** Throws a TypeError or RangeError with words for the person at the keyboard. */
export function readBenchOptions(args: readonly string[], defaultJsonFile: string): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, json: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const wanted = values.only ?? [];
  const unknown = wanted.find((name) => !BENCHES.some((bench) => bench === name));
  if (unknown !== undefined) throw new RangeError(`--only is one of ${BENCHES.join(', ')}, not "${unknown}"`);
  const only = BENCHES.filter((bench) => wanted.length === 0 || wanted.includes(bench));
  return { only, jsonFile: values.json ?? defaultJsonFile, help: values.help };
}
