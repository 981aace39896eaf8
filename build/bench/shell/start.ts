/**
 * From the spawn of the shell until both windows say they are ready, beside the same shell with a blank page in each. In turns.
 * A first start has an empty data folder (journal, keys, people and browser profile are made); a later one is every other morning.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import { runShell, shellName, type ShellPlace } from './run.ts';

type Times = Record<'first' | 'later' | 'blankFirst' | 'blankLater', number[]>;

export type StartOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly blankFile: string; readonly dir: string; readonly rounds: number };

export async function benchStart({ place, mainFile, blankFile, dir, rounds }: StartOptions): Promise<readonly Measured[]> {
  const times: Times = { first: [], later: [], blankFirst: [], blankLater: [] };
  const startOnce = async (file: string, dataDir: string): Promise<number> => {
    mkdirSync(dataDir, { recursive: true });
    const { readyMs, end } = await runShell(place, file, dataDir);
    await end();
    return readyMs;
  };
  // The disk's cache is warm for both from here on.
  await startOnce(blankFile, path.join(dir, 'blank-0'));
  await startOnce(mainFile, path.join(dir, 'counter-0'));
  for (let round = 1; round <= rounds; round += 1) {
    const [counterDir, blankDir] = [path.join(dir, `counter-${round}`), path.join(dir, `blank-${round}`)];
    times.blankFirst.push(await startOnce(blankFile, blankDir));
    times.first.push(await startOnce(mainFile, counterDir));
    times.blankLater.push(await startOnce(blankFile, blankDir));
    times.later.push(await startOnce(mainFile, counterDir));
  }
  const blank = `blank windows, ${shellName(place)}`;
  const beside = (measured: readonly number[]) => ({ to: 'floor', name: blank, measured: summarise(measured), atMost: 1.3 }) as const;
  return [
    { name: 'start → both windows ready', unit: 'ms', measured: summarise(times.later), beside: beside(times.blankLater) },
    { name: 'first start, empty data folder', unit: 'ms', measured: summarise(times.first), beside: beside(times.blankFirst) },
  ];
}
