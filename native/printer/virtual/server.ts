/** The virtual printer on TCP: a machine, its wire with faults to order, and the slips it kept. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createControlServer } from './control.ts';
import { createMachine, type MachineState } from './machine.ts';
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

type Wire = { silent: boolean; lateMs: number; dropAfterBytes: number | undefined; connections: number; bytesReceived: number };

const MAX_LINES_AT_ONCE = 4;
const HOLD_MS = 20;

export async function createVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const wire: Wire = { silent: false, lateMs: 0, dropAfterBytes: undefined, connections: 0, bytesReceived: 0 };
  const shelf = createShelf(options.dir, options.maxSlips ?? 200);
  const timers = new Set<NodeJS.Timeout>();
  const lines = new Set<Socket>();
  let current: Socket | undefined;
  const machine = createMachine(options.columns, { answer, onStrip: (strip) => shelf.keep(strip) });

  function answer(bytes: Uint8Array): void {
    const line = current;
    if (wire.silent || line === undefined) return;
    if (wire.lateMs === 0) {
      line.write(bytes);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!line.destroyed && !wire.silent) line.write(bytes);
    }, wire.lateMs);
    timers.add(timer);
  }

  function serve(line: Socket): void {
    lines.add(line);
    wire.connections += 1;
    let received = 0;
    line.on('error', () => undefined);
    line.on('close', () => {
      lines.delete(line);
      if (current === line) current = undefined;
    });
    line.on('data', (bytes) => {
      if (current !== line) {
        current = line;
        machine.lineOpened();
      }
      const room = wire.dropAfterBytes === undefined ? bytes.length : wire.dropAfterBytes - received;
      const taken = bytes.subarray(0, room);
      received += taken.length;
      wire.bytesReceived += taken.length;
      machine.receive(taken);
      if (wire.dropAfterBytes !== undefined && received >= wire.dropAfterBytes) {
        wire.dropAfterBytes = undefined;
        line.destroy();
      } else if (machine.isFull()) hold(line);
    });
  }

  /** No more is read until there is room, so that a sender feels a full buffer. */
  function hold(line: Socket): void {
    line.pause();
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (line.destroyed) return;
      if (machine.isFull()) hold(line);
      else line.resume();
    }, HOLD_MS);
    timers.add(timer);
  }

  function tell(what: Tell): void {
    if (what.tell === 'late') wire.lateMs = what.ms;
    else if (what.tell === 'silent') wire.silent = true;
    else if (what.tell === 'drop-after') wire.dropAfterBytes = what.bytes;
    else if (what.tell === 'paper-end') whenOrNow(what.afterLines, 'paper-end', () => machine.setPaper('end'));
    else if (what.tell === 'cover-open') whenOrNow(what.afterLines, 'cover-open', () => machine.setCover(true));
    else if (what.tell === 'near-end') machine.setPaper('near-end');
    else if (what.tell === 'paper-in') machine.setPaper('enough');
    else if (what.tell === 'cover-close') machine.setCover(false);
    else if (what.tell === 'cutter-error') machine.jamNextCut();
    else recover();
  }

  function whenOrNow(afterLines: number | undefined, event: 'paper-end' | 'cover-open', now: () => void): void {
    if (afterLines === undefined || afterLines === 0) now();
    else machine.planAfterLines(afterLines, event);
  }

  function recover(): void {
    Object.assign(wire, { silent: false, lateMs: 0, dropAfterBytes: undefined });
    machine.recover();
  }

  function state(): VirtualPrinterState {
    const { silent, lateMs, connections, bytesReceived } = wire;
    return { ...machine.state(), slips: shelf.list(), slipCount: shelf.count(), connections, bytesReceived, silent, lateMs };
  }

  const server = createServer(serve);
  server.maxConnections = MAX_LINES_AT_ONCE;
  const port = await listen(server, options.port ?? 0);
  const controlServer = options.controlPort === undefined ? undefined : createControlServer({ tell, state, slipText: shelf.text });
  const controlPort = controlServer === undefined ? undefined : await listen(controlServer.server, options.controlPort ?? 0);

  async function close(): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    for (const line of lines) line.destroy();
    controlServer?.hangUp();
    await Promise.all([server, controlServer?.server].map((each) => each && new Promise<void>((resolve) => each.close(() => resolve()))));
  }

  return { port, controlPort, tell, state, slipText: shelf.text, slipPicture: shelf.picture, close };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
