/** A simulated card terminal on its real line: TCP, or one end of a serial cable. */
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { closed, createControlPort, listenLocally, type ControlRequest } from '../../simulator-control.ts';
import { CABLE_REST_MS, createPtyPair, type PtyPair } from '../../simulator-pty.ts';
import { createTransport } from '../../transport/create.ts';
import { createKiccMachine } from '../kicc-ed721/simulator/machine.ts';
import { createCatMachine } from '../koces-cat/simulator/machine.ts';
import type { Books, MachineFactory, Session } from './machine.ts';
import { APPROVE, parseScript, type Script, type SimulatedTrade } from './script.ts';
import { createWire, type RawLine } from '../../simulator-wire.ts';

export type TerminalFamily = 'koces-cat' | 'kicc-ed721';
const MACHINES: Readonly<Record<TerminalFamily, MachineFactory>> = { 'koces-cat': createCatMachine, 'kicc-ed721': createKiccMachine };

export type TerminalSimulatorOptions = {
  readonly family: TerminalFamily;
  readonly now: () => Date;
  /** `tcp` with 0 takes a free port; `pty` makes a cable of its own. */
  readonly line: { readonly kind: 'tcp'; readonly port: number } | { readonly kind: 'pty'; readonly baudRate: number };
  readonly controlPort?: number | undefined;
  /** What it does when no script waits. */
  readonly usual?: Script;
};

export type TerminalSimulatorState = { readonly trades: readonly SimulatedTrade[]; readonly connections: number; readonly open: number; readonly waitingScripts: number };

export type TerminalSimulator = {
  /** As the settings name a terminal. */
  readonly address: string;
  readonly port: number | undefined;
  readonly path: string | undefined;
  readonly controlPort: number | undefined;
  next(script: Partial<Script>): void;
  /** As it was at the start: no script waits, and trades go as usual. A dead line uses up no script, so it needs this to live again. */
  forget(): void;
  keyedSale(totalWon: number, number?: string): void;
  state(): TerminalSimulatorState;
  /** Cuts the line as a pulled cable would. */
  cut(): Promise<void>;
  close(): Promise<void>;
};

const MAX_SCRIPTS = 100;
const MAX_TRADES = 10_000;
const MAX_LINES_AT_ONCE = 4;

type Floor = { readonly sessions: Set<{ readonly line: RawLine; readonly session: Session }>; connections: number };

export async function createTerminalSimulator(options: TerminalSimulatorOptions): Promise<TerminalSimulator> {
  let usual = options.usual ?? APPROVE;
  const scripts: Script[] = [];
  const trades: SimulatedTrade[] = [];
  const books: Books = {
    trades,
    now: options.now,
    terminal: { lastResult: undefined },
    peek: () => scripts[0] ?? usual,
    next: () => {
      if (trades.length >= MAX_TRADES) trades.splice(0, trades.length - MAX_TRADES + 1);
      return scripts.shift() ?? usual;
    },
  };
  const floor: Floor = { sessions: new Set(), connections: 0 };
  const next = (script: Partial<Script>): void => {
    if (scripts.length >= MAX_SCRIPTS) throw new RangeError(`more than ${MAX_SCRIPTS} scripts wait`);
    scripts.push({ ...APPROVE, ...script });
  };
  const forget = (): void => {
    scripts.length = 0;
    usual = options.usual ?? APPROVE;
  };
  const keyedSale = (totalWon: number, number?: string): void => floor.sessions.forEach(({ session }) => session.keyedSale(totalWon, number));
  const state = (): TerminalSimulatorState => ({ trades, connections: floor.connections, open: floor.sessions.size, waitingScripts: scripts.length });

  function obey(request: ControlRequest): object | undefined {
    if (request['ask'] === 'state') return { state: state() };
    if (request['tell'] === 'forget') {
      forget();
      return { state: state() };
    }
    if (request['tell'] === 'keyed-sale' && typeof request['totalWon'] === 'number') {
      keyedSale(request['totalWon'], typeof request['number'] === 'string' ? request['number'] : undefined);
      return { state: state() };
    }
    const given = request['script'];
    const script = typeof given === 'object' && given !== null ? parseScript(Object.fromEntries(Object.entries(given))) : undefined;
    if (script === undefined || (request['tell'] !== 'next' && request['tell'] !== 'usual')) return undefined;
    if (request['tell'] === 'usual') usual = script;
    else next(script);
    return { state: state() };
  }

  const machine = MACHINES[options.family];
  const link = options.line.kind === 'tcp' ? await onTcp(options.line.port, machine, books, floor) : await onPty(options.line.baudRate, machine, books, floor);
  const controls = options.controlPort === undefined ? undefined : createControlPort(obey);
  const controlPort = controls === undefined ? undefined : await listenLocally(controls.server, options.controlPort ?? 0);
  return {
    address: link.address, port: link.port, path: link.path, controlPort, next, forget, keyedSale, state,
    cut: link.cut,
    close: async () => {
      await link.close();
      controls?.hangUp();
      if (controls) await closed(controls.server);
    },
  };
}

type Link = { readonly address: string; readonly port: number | undefined; readonly path: string | undefined; readonly cut: () => Promise<void>; readonly close: () => Promise<void> };

async function onTcp(port: number, machine: MachineFactory, books: Books, floor: Floor): Promise<Link> {
  const server: Server = createServer((socket) => serve(socket, machine, books, floor));
  server.maxConnections = MAX_LINES_AT_ONCE;
  const listening = await listenLocally(server, port);
  const cut = async (): Promise<void> => floor.sessions.forEach(({ line }) => line.destroy());
  return {
    address: `tcp://127.0.0.1:${listening}`, port: listening, path: undefined, cut,
    close: async () => {
      await cut();
      await closed(server);
    },
  };
}

function serve(socket: Socket, machine: MachineFactory, books: Books, floor: Floor): void {
  socket.setNoDelay(true);
  floor.connections += 1;
  // A terminal that drops resets: what it sent last has left before, because `destroy` waits for the write.
  const line: RawLine = { write: (bytes) => void (socket.writable && socket.write(bytes)), destroy: () => void (socket.writableLength === 0 ? socket.destroy() : socket.end(() => socket.destroy())) };
  const wire = createWire(line);
  const session = machine(wire, books);
  const entry = { line, session };
  floor.sessions.add(entry);
  socket.on('error', () => undefined);
  socket.on('data', session.receive);
  socket.on('close', () => {
    wire.closed();
    floor.sessions.delete(entry);
  });
}

async function onPty(baudRate: number, machine: MachineFactory, books: Books, floor: Floor): Promise<Link> {
  const pair: PtyPair = await createPtyPair();
  const transport = createTransport({ kind: 'serial', path: pair.far, baudRate, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true });
  let sending: Promise<unknown> = Promise.resolve();
  const line: RawLine = {
    write: (bytes) => void (sending = sending.then(() => transport.write(bytes))),
    destroy: () => void sending.then(() => pause(CABLE_REST_MS)).then(() => pair.cut()),
  };
  const wire = createWire(line);
  const session = machine(wire, books);
  floor.sessions.add({ line, session });
  floor.connections += 1;
  const opened = await transport.open({ onData: session.receive, onDropped: () => wire.closed() });
  if (!opened.ok) throw new Error(`the simulator's end of the cable: ${opened.detail}`);
  return {
    address: `serial://${pair.near}?baud=${baudRate}`, port: undefined, path: pair.near,
    cut: () => pair.cut(),
    close: async () => {
      wire.closed();
      await transport.close();
      await pair.cut();
    },
  };
}
