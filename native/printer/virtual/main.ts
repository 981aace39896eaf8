/** The virtual printer as a process of its own. Says `{"ready":true,"port":…,"controlPort":…}` once it listens. */
import { parseArgs } from 'node:util';
import { createVirtualPrinter } from './server.ts';

const HELP = `Usage: node native/printer/virtual/main.ts [options]

  --port N          printer port on 127.0.0.1 (default 0: a free one)
  --control-port N  port that takes commands as JSON lines (default 0: a free one)
  --columns 42|48   width of the paper (default 48)
  --dir DIR         keep each slip there as slip-0001.png and slip-0001.txt
  --max-slips N     slips kept, older ones are removed (default 200)
  --help            this text

With EXIT_WITH_STDIN=1 in the environment it ends when its standard input ends.
`;

function portOf(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new TypeError(`--${name} must be a port from 0 to 65535, not "${text}"`);
  return port;
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      port: { type: 'string', default: '0' },
      'control-port': { type: 'string', default: '0' },
      columns: { type: 'string', default: '48' },
      dir: { type: 'string' },
      'max-slips': { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.columns !== '42' && values.columns !== '48') throw new TypeError(`--columns must be 42 or 48, not "${values.columns}"`);
  const maxSlips = Number(values['max-slips']);
  if (!Number.isInteger(maxSlips) || maxSlips < 1 || maxSlips > 100_000) throw new TypeError('--max-slips must be from 1 to 100000');
  return {
    port: portOf(values.port, 'port'),
    controlPort: portOf(values['control-port'], 'control-port'),
    columns: values.columns === '42' ? 42 : 48,
    dir: values.dir,
    maxSlips,
  } as const;
}

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (options === undefined) {
    process.stdout.write(HELP);
    return;
  }
  const printer = await createVirtualPrinter(options);
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void printer.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (process.env['EXIT_WITH_STDIN'] === '1') {
    process.stdin.once('end', end).once('close', end).once('error', end);
    process.stdin.resume();
  }
  process.stdout.write(`${JSON.stringify({ ready: true, port: printer.port, controlPort: printer.controlPort })}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`virtual printer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
