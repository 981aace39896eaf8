/** The virtual printer on TCP: a machine, its wire with faults to order, and the slips it kept. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { unreachable } from '../../../domain/unreachable.ts';
import { createControlServer } from './control.ts';
import { createMachine, type Machine, type MachineState } from './machine.ts';
import { createShelf, type KeptSlip } from './shelf.ts';

export type VirtualPrinterOptions = {
  readonly columns: 42 | 48;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Where `slip-0001.png` and `.txt` go. Without it slips are kept in memory only. */
  readonly dir?: string | undefined;
  /** 0 takes a free one; undefined opens no control port. */
  readonly controlPort?: number | undefined;
  /** Older slips are removed, files too. */
  readonly maxSlips?: number;
};

/** What the printer can be told, over the control port one JSON object a line, or by `tell`. */
export type Tell =
  | { readonly tell: 'paper-end'; readonly afterLines?: number | undefined }
  | { readonly tell: 'cover-open'; readonly afterLines?: number | undefined }
  | { readonly tell: 'near-end' | 'paper-in' | 'cover-close' | 'cutter-error' | 'silent' | 'recover' }
  | { readonly tell: 'late'; readonly ms: number }
  /** The line is cut once that many bytes arrived on it. */
  | { readonly tell: 'drop-after'; readonly bytes: number };

export type VirtualPrinterState = MachineState & {
  readonly slips: readonly KeptSlip[];
  /** All that were ever made, kept or not. */
  readonly slipCount: number;
  readonly connections: number;
  readonly bytesReceived: number;
  readonly silent: boolean;
  readonly lateMs: number;
};

export type VirtualPrinter = {
  readonly port: number;
  readonly controlPort: number | undefined;
  tell(what: Tell): void;
  state(): VirtualPrinterState;
  slipText(number: number): string | undefined;
  slipPicture(number: number): Buffer | undefined;
  close(): Promise<void>;
};

type Wire = {
  readonly machine: Machine;
  readonly timers: Set<NodeJS.Timeout>;
  readonly lines: Set<Socket>;
  /** The line spoken on last: answers go there. */
  current: Socket | undefined;
  silent: boolean;
  lateMs: number;
  dropAfterBytes: number | undefined;
  connections: number;
  bytesReceived: number;
};

const MAX_LINES_AT_ONCE = 4;
const HOLD_MS = 20;

/** Listens on 127.0.0.1. Rejects when a port is taken. */
export async function createVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const shelf = createShelf(options.dir, options.maxSlips ?? 200);
  const machine = createMachine(options.columns, { answer: (bytes) => answer(wire, bytes), onStrip: (strip) => shelf.keep(strip) });
  const wire: Wire = {
    machine, timers: new Set(), lines: new Set(), current: undefined, silent: false, lateMs: 0, dropAfterBytes: undefined, connections: 0, bytesReceived: 0,
  };
  const obey = (what: Tell): void => tell(wire, what);
  const state = (): VirtualPrinterState => {
    const { silent, lateMs, connections, bytesReceived } = wire;
    return { ...machine.state(), slips: shelf.list(), slipCount: shelf.count(), connections, bytesReceived, silent, lateMs };
  };
  const server = createServer((line) => serve(wire, line));
  server.maxConnections = MAX_LINES_AT_ONCE;
  const port = await listen(server, options.port ?? 0);
  const controls = options.controlPort === undefined ? undefined : createControlServer({ tell: obey, state, slipText: shelf.text });
  const controlPort = controls === undefined ? undefined : await listen(controls.server, options.controlPort ?? 0);

  async function close(): Promise<void> {
    for (const timer of wire.timers) clearTimeout(timer);
    for (const line of wire.lines) line.destroy();
    controls?.hangUp();
    await closed(server);
    if (controls) await closed(controls.server);
  }

  return { port, controlPort, tell: obey, state, slipText: shelf.text, slipPicture: shelf.picture, close };
}

function answer(wire: Wire, bytes: Uint8Array): void {
  const line = wire.current;
  if (wire.silent || line === undefined) return;
  if (wire.lateMs === 0) line.write(bytes);
  else after(wire, wire.lateMs, () => !line.destroyed && !wire.silent && line.write(bytes));
}

function serve(wire: Wire, line: Socket): void {
  wire.lines.add(line);
  wire.connections += 1;
  let received = 0;
  line.on('error', () => undefined);
  line.on('close', () => {
    wire.lines.delete(line);
    if (wire.current === line) wire.current = undefined;
  });
  line.on('data', (bytes) => {
    if (wire.current !== line) {
      wire.current = line;
      wire.machine.lineOpened();
    }
    const taken = wire.dropAfterBytes === undefined ? bytes : bytes.subarray(0, wire.dropAfterBytes - received);
    received += taken.length;
    wire.bytesReceived += taken.length;
    wire.machine.receive(taken);
    if (wire.dropAfterBytes !== undefined && received >= wire.dropAfterBytes) {
      wire.dropAfterBytes = undefined;
      line.destroy();
    } else if (wire.machine.isFull()) hold(wire, line);
  });
}

/** No more is read until there is room, so that a sender feels a full buffer. */
function hold(wire: Wire, line: Socket): void {
  line.pause();
  after(wire, HOLD_MS, () => {
    if (line.destroyed) return;
    if (wire.machine.isFull()) hold(wire, line);
    else line.resume();
  });
}

function after(wire: Wire, delayMs: number, act: () => void): void {
  const timer = setTimeout(() => {
    wire.timers.delete(timer);
    act();
  }, delayMs);
  wire.timers.add(timer);
}

function tell(wire: Wire, what: Tell): void {
  const { machine } = wire;
  switch (what.tell) {
    case 'late':
      wire.lateMs = what.ms;
      return;
    case 'silent':
      wire.silent = true;
      return;
    case 'drop-after':
      wire.dropAfterBytes = what.bytes;
      return;
    case 'paper-end':
      return what.afterLines ? machine.planAfterLines(what.afterLines, 'paper-end') : machine.setPaper('end');
    case 'cover-open':
      return what.afterLines ? machine.planAfterLines(what.afterLines, 'cover-open') : machine.setCover(true);
    case 'near-end':
      return machine.setPaper('near-end');
    case 'paper-in':
      return machine.setPaper('enough');
    case 'cover-close':
      return machine.setCover(false);
    case 'cutter-error':
      return machine.jamNextCut();
    case 'recover':
      Object.assign(wire, { silent: false, lateMs: 0, dropAfterBytes: undefined });
      return machine.recover();
    default:
      return unreachable(what);
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
