/** A simulated card terminal as a process of its own. Says `{"ready":true,"address":…,"controlPort":…}` once it listens. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { portOf, runSimulatorProgram, serveUntilTold } from '../../simulator-main.ts';
import { APPROVE } from './script.ts';
import { createTerminalSimulator } from './server.ts';

const HELP = `Usage: node native/terminal/simulator/main.ts --family koces-cat|kicc-ed721 [options]

  --port N          its port on 127.0.0.1 (default 0: a free one)
  --pty             a serial cable instead, through socat; kicc-ed721 only
  --baud N          speed of that cable (default 115200)
  --control-port N  port that takes commands as JSON lines (default 0: a free one)
  --customer-ms N   how long the customer takes where no script says otherwise (default 0)
  --help            this text

Control port: {"tell":"next","script":{"answer":"decline"}}, {"tell":"usual","script":{…}}, {"tell":"forget"}, {"tell":"keyed-sale","totalWon":5000}, {"ask":"state"}.
Parts of a script: docs/terminals.md. With EXIT_WITH_STDIN=1 in the environment it ends when its standard input ends.
`;

await runSimulatorProgram('terminal simulator', async () => {
  const { values } = parseArgs({
    strict: true,
    options: {
      family: { type: 'string' }, port: { type: 'string', default: '0' }, pty: { type: 'boolean', default: false }, baud: { type: 'string', default: '115200' },
      'control-port': { type: 'string', default: '0' }, 'customer-ms': { type: 'string', default: '0' }, help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (values.family !== 'koces-cat' && values.family !== 'kicc-ed721') throw new TypeError('--family must be koces-cat or kicc-ed721');
  if (values.pty && values.family === 'koces-cat') throw new TypeError('a KOCES CAT has no serial line');
  const baudRate = Number(values.baud);
  if (!Number.isInteger(baudRate) || baudRate < 300 || baudRate > 921_600) throw new TypeError('--baud must be from 300 to 921600');
  const customerMs = Number(values['customer-ms']);
  if (!Number.isInteger(customerMs) || customerMs < 0 || customerMs > 600_000) throw new TypeError('--customer-ms must be from 0 to 600000');
  const simulator = await createTerminalSimulator({
    family: values.family,
    now: () => new Date(),
    line: values.pty ? { kind: 'pty', baudRate } : { kind: 'tcp', port: portOf(values.port, 'port') },
    controlPort: portOf(values['control-port'], 'control-port'),
    usual: { ...APPROVE, customerMs },
  });
  const { address, port, path, controlPort } = simulator;
  serveUntilTold({ address, port, path, controlPort }, () => simulator.close());
});
