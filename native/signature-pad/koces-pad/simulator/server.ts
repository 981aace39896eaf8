/** A simulated KOCES pad at the far end of a serial cable (socat). */
import { setTimeout as pause } from 'node:timers/promises';
import { closed, createControlPort, listenLocally, type ControlRequest } from '../../../simulator-control.ts';
import { CABLE_REST_MS, createPtyPair } from '../../../simulator-pty.ts';
import { createWire } from '../../../simulator-wire.ts';
import { createTransport } from '../../../transport/create.ts';
import { createPadMachine, parsePadScript, SIGNS, type PadScript, type PadState } from './machine.ts';

export type PadSimulatorState = PadState & { readonly waitingScripts: number };

export type PadSimulator = {
  /** As the settings name a pad. */
  readonly address: string;
  readonly controlPort: number | undefined;
  next(script: Partial<PadScript>): void;
  /** As it was at the start: no script waits. */
  forget(): void;
  state(): PadSimulatorState;
  close(): Promise<void>;
};

const BAUD = 38_400;
const MAX_SCRIPTS = 100;

export async function createPadSimulator(options: { readonly controlPort?: number; readonly usual?: PadScript } = {}): Promise<PadSimulator> {
  let usual = options.usual ?? SIGNS;
  const scripts: PadScript[] = [];
  const pair = await createPtyPair();
  const transport = createTransport({ kind: 'serial', path: pair.far, baudRate: BAUD, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true });
  let sending: Promise<unknown> = Promise.resolve();
  const wire = createWire({ write: (bytes) => void (sending = sending.then(() => transport.write(bytes))), destroy: () => void sending.then(() => pause(CABLE_REST_MS)).then(() => pair.cut()) });
  const machine = createPadMachine(wire, { next: () => scripts.shift() ?? usual, peek: () => scripts[0] ?? usual });
  const opened = await transport.open({ onData: machine.receive, onDropped: () => wire.closed() });
  if (!opened.ok) throw new Error(`the simulator's end of the cable: ${opened.detail}`);
  const next = (script: Partial<PadScript>): void => {
    if (scripts.length >= MAX_SCRIPTS) throw new RangeError(`more than ${MAX_SCRIPTS} scripts wait`);
    scripts.push({ ...SIGNS, ...script });
  };

  const forget = (): void => {
    scripts.length = 0;
    usual = options.usual ?? SIGNS;
  };
  const state = (): PadSimulatorState => ({ ...machine.state(), waitingScripts: scripts.length });

  function obey(request: ControlRequest): object | undefined {
    if (request['ask'] === 'state') return { state: state() };
    if (request['tell'] === 'forget') {
      forget();
      return { state: state() };
    }
    const given = request['script'];
    const script = typeof given === 'object' && given !== null ? parsePadScript(Object.fromEntries(Object.entries(given))) : undefined;
    if (script === undefined || (request['tell'] !== 'next' && request['tell'] !== 'usual')) return undefined;
    if (request['tell'] === 'usual') usual = script;
    else next(script);
    return { state: state() };
  }

  const controls = options.controlPort === undefined ? undefined : createControlPort(obey);
  const controlPort = controls === undefined ? undefined : await listenLocally(controls.server, options.controlPort ?? 0);
  return {
    address: `serial://${pair.near}?baud=${BAUD}`, controlPort, next, forget, state,
    close: async () => {
      wire.closed();
      await transport.close();
      await pair.cut();
      controls?.hangUp();
      if (controls) await closed(controls.server);
    },
  };
}
