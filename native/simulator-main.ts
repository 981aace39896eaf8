/** What the programs of all simulators share: arguments, the ready line, and an end that leaves nothing behind. */
import process from 'node:process';

export function portOf(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new TypeError(`--${name} must be a port from 0 to 65535, not "${text}"`);
  return port;
}

/** Says that it is ready and ends with SIGTERM, SIGINT or, with EXIT_WITH_STDIN=1, with its standard input. */
export function serveUntilTold(said: Readonly<Record<string, unknown>>, close: () => Promise<void>): void {
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (process.env['EXIT_WITH_STDIN'] === '1') {
    process.stdin.once('end', end).once('close', end).once('error', end);
    process.stdin.resume();
  }
  process.stdout.write(`${JSON.stringify({ ready: true, ...said })}\n`);
}

export async function runSimulatorProgram(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
