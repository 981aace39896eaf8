/**
 * The sandbox as its own process.
 *
 *   node main.ts --link-id ID --secret BASE64 [--port 0] [--host 127.0.0.1] [--state-file FILE] [--member NUMBER]… [--cancel-needs-nts]
 *
 * The secret may come from the environment (POPBILL_SANDBOX_SECRET) so that it does not stand in the process list.
 * Prints one line `{"ready":true,"port":N}` when it listens. With EXIT_WITH_STDIN=1 it ends when its stdin closes.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';

import { createSandbox } from './server.ts';

const { values } = parseArgs({
  options: {
    'link-id': { type: 'string' },
    secret: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    'state-file': { type: 'string' },
    member: { type: 'string', multiple: true },
    'cancel-needs-nts': { type: 'boolean', default: false },
  },
});

const linkId = values['link-id'];
const secretKey = values.secret ?? process.env['POPBILL_SANDBOX_SECRET'];
const port = Number(values.port);
if (linkId === undefined || secretKey === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('usage: --link-id ID --secret BASE64 [--port N] [--host ADDRESS] [--state-file FILE] [--member NUMBER]… [--cancel-needs-nts]\n');
  process.exit(2);
}

const sandbox = await createSandbox({
  clock: () => Date.now(),
  linkId,
  secretKey,
  port,
  host: values.host,
  cancelNeedsNts: values['cancel-needs-nts'],
  ...(values['state-file'] === undefined ? {} : { stateFile: values['state-file'] }),
  ...(values.member === undefined ? {} : { members: values.member }),
});
process.stdout.write(`${JSON.stringify({ ready: true, port: sandbox.port })}\n`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (process.env['EXIT_WITH_STDIN'] === '1') {
  process.stdin.resume();
  process.stdin.once('end', stop);
  process.stdin.once('close', stop);
}
