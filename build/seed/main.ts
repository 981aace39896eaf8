/** npm run seed: a practice counter with years of generated sales behind it, for looking at how it carries them. docs/history.md. */
import path from 'node:path';
import process from 'node:process';
import { HELP, readSeedOptions } from './options.ts';
import { writeYears } from './write.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const options = readSeedOptions(process.argv.slice(2), new Date());
  if (options.help) print(HELP);
  else {
    const { sales, entries, seconds, bytes } = writeYears(options, (done) => process.stderr.write(`seed: ${done.toLocaleString('en')} of ${options.sales.toLocaleString('en')} sales\n`));
    print(`${sales.toLocaleString('en')} sales in ${entries.toLocaleString('en')} entries, ${Math.round(bytes / 1_000_000).toLocaleString('en')} MB, ${seconds.toFixed(1)} s: ${Math.round(sales / seconds).toLocaleString('en')} sales a second`);
    print(`open it with: npm start -- --practice --data=${path.relative(process.cwd(), options.dataDir) || '.'}`);
  }
} catch (problem) {
  process.stderr.write(`seed: ${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
}
