/** The codecs against many spoilt inputs: `node native/inspect/fuzz-main.ts --protocol koces-cat --inputs 10000000`. Part of `npm run drill`. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fuzz, FUZZED } from './fuzz.ts';

const PER_SEED = 100_000;

function main(): void {
  const { values } = parseArgs({ strict: true, options: { protocol: { type: 'string' }, inputs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
  const protocol = FUZZED.find((name) => name === values.protocol);
  if (protocol === undefined) throw new TypeError(`--protocol must be one of ${FUZZED.join(', ')}`);
  const [inputs, first] = [Number(values.inputs), Number(values.seed)];
  if (!Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(first) || first < 0) throw new TypeError('--inputs and --seed must be whole numbers');
  let [done, frames, faults, seed] = [0, 0, 0, first];
  while (done < inputs) {
    const report = fuzz(protocol, Math.min(PER_SEED, inputs - done), seed);
    done += report.inputs;
    frames += report.frames;
    faults += report.faults;
    seed += 1;
  }
  process.stdout.write(`${protocol}: ${done} inputs, seeds ${first} to ${seed - 1}: ${frames} frames given out, all sound; ${faults} faults named; no crash, nothing held\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
