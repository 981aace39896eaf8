/** A simulated KOCES pad as a process of its own. Says `{"ready":true,"address":…,"controlPort":…}` once its cable is there. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { portOf, runSimulatorProgram, serveUntilTold } from '../../../simulator-main.ts';
import { SIGNS } from './machine.ts';
import { createPadSimulator } from './server.ts';

const HELP = `Usage: node native/signature-pad/koces-pad/simulator/main.ts [options]

  --control-port N  port that takes commands as JSON lines (default 0: a free one)
  --customer-ms N   how long the customer takes to begin (default 0)
  --help            this text

Needs socat. Control port: {"tell":"next","script":{"customer":"cancels"}}, {"tell":"usual","script":{…}}, {"ask":"state"}.
Parts of a script: docs/terminals.md. With EXIT_WITH_STDIN=1 in the environment it ends when its standard input ends.
`;

await runSimulatorProgram('pad simulator', async () => {
  const { values } = parseArgs({
    strict: true,
    options: { 'control-port': { type: 'string', default: '0' }, 'customer-ms': { type: 'string', default: '0' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return void process.stdout.write(HELP);
  const customerMs = Number(values['customer-ms']);
  if (!Number.isInteger(customerMs) || customerMs < 0 || customerMs > 600_000) throw new TypeError('--customer-ms must be from 0 to 600000');
  const simulator = await createPadSimulator({ controlPort: portOf(values['control-port'], 'control-port'), usual: { ...SIGNS, customerMs } });
  serveUntilTold({ address: simulator.address, controlPort: simulator.controlPort }, () => simulator.close());
});
