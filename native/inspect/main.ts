import process from 'node:process';
import { runInspect } from './command.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await runInspect(process.argv.slice(2), {
  input: process.stdin,
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
