/**
 * A printer's insides without a wire: bytes in, answers out, paper that can end. Commands wait in the receive buffer
 * while it cannot print; real-time requests are obeyed on arrival, as the manuals say.
 */
import { createCommandReader, type PrinterCommand } from './commands.ts';
import { createPaper, type PaperStrip } from './paper.ts';

export type MachineState = {
  readonly paper: 'enough' | 'near-end' | 'end';
  readonly coverOpen: boolean;
  readonly cutterError: boolean;
  /** Bytes received and not yet obeyed. */
  readonly waiting: number;
  readonly drawerKicks: number;
};

export type MachineHooks = {
  readonly answer: (bytes: Uint8Array) => void;
  readonly onStrip: (strip: PaperStrip) => void;
};

export type Machine = {
  receive(bytes: Uint8Array): void;
  /** A new line was opened: half a command of the last one is forgotten, automatic status is off until asked for. */
  lineOpened(): void;
  setPaper(paper: 'enough' | 'near-end' | 'end'): void;
  setCover(open: boolean): void;
  /** Something happens once `lines` more lines are on the paper; 0 takes a plan back. */
  planAfterLines(lines: number, event: 'paper-end' | 'cover-open'): void;
  /** The knife jams at the next cut. */
  jamNextCut(): void;
  recover(): void;
  state(): MachineState;
  /** True while no more bytes fit: the wire must be held. */
  isFull(): boolean;
};

const MAX_WAITING = 64 * 1024;
const ANSWER_PROCESS_ID = 0x22;
const ANSWER_CLEARED = Uint8Array.of(0x37, 0x25, 0x00);

export function createMachine(columns: 42 | 48, hooks: MachineHooks): Machine {
  const paper = createPaper(columns);
  let reader = createCommandReader();
  let queue: PrinterCommand[] = [];
  let level: 'enough' | 'near-end' | 'end' = 'enough';
  let coverOpen = false;
  let cutterError = false;
  let jamAtCut = false;
  let kicks = 0;
  let statusBack = 0;
  let plan: { lines: number; event: 'paper-end' | 'cover-open' } | undefined;

  const stuck = (): boolean => level === 'end' || coverOpen || cutterError;

  function changed(): void {
    if ((statusBack & 0x0e) !== 0) hooks.answer(automaticStatus());
  }

  function automaticStatus(): Uint8Array {
    const first = 0x10 | (stuck() ? 0x08 : 0) | (coverOpen ? 0x20 : 0);
    return Uint8Array.of(first, cutterError ? 0x08 : 0, level === 'end' ? 0x0f : level === 'near-end' ? 0x03 : 0, 0);
  }

  function realtimeStatus(what: number): number {
    if (what === 1) return 0x12 | (stuck() ? 0x08 : 0);
    if (what === 2) return 0x12 | (coverOpen ? 0x04 : 0) | (level === 'end' ? 0x20 : 0) | (cutterError ? 0x40 : 0);
    if (what === 3) return 0x12 | (cutterError ? 0x08 : 0);
    return 0x12 | (level === 'enough' ? 0 : 0x0c) | (level === 'end' ? 0x60 : 0);
  }

  function obeyAtOnce(command: PrinterCommand): boolean {
    switch (command.kind) {
      case 'realtime-status':
        hooks.answer(Uint8Array.of(realtimeStatus(command.what)));
        return true;
      case 'realtime-drawer':
        kicks += 1;
        return true;
      case 'realtime-clear':
        queue = [];
        paper.discardLine();
        hooks.answer(ANSWER_CLEARED);
        return true;
      case 'realtime-recover':
        if (command.clear) queue = [];
        if (cutterError) {
          cutterError = false;
          changed();
        }
        return true;
      default:
        return false;
    }
  }

  function obey(command: PrinterCommand): void {
    switch (command.kind) {
      case 'drawer':
        kicks += 1;
        return;
      case 'status-back':
        statusBack = command.mask;
        changed();
        return;
      case 'send-status':
        hooks.answer(Uint8Array.of(command.what === 1 && level === 'near-end' ? 0x03 : 0x00));
        return;
      case 'send-process-id':
        hooks.answer(Uint8Array.of(0x37, ANSWER_PROCESS_ID, ...Buffer.from(command.id, 'latin1'), 0));
        return;
      case 'initialise':
        statusBack = 0;
        break;
      case 'cut':
        if (jamAtCut) {
          jamAtCut = false;
          cutterError = true;
          changed();
          return;
        }
    }
    const before = paper.printedLines();
    const strip = paper.apply(command);
    if (strip) hooks.onStrip(strip);
    else if (paper.printedLines() > before) lineWasPrinted();
  }

  function lineWasPrinted(): void {
    if (plan === undefined) return;
    plan.lines -= 1;
    if (plan.lines > 0) return;
    const { event } = plan;
    plan = undefined;
    if (event === 'paper-end') level = 'end';
    else coverOpen = true;
    changed();
  }

  function work(): void {
    while (!stuck()) {
      const command = queue.shift();
      if (command === undefined) return;
      obey(command);
    }
  }

  function receive(bytes: Uint8Array): void {
    for (const command of reader.read(bytes)) {
      if (obeyAtOnce(command)) continue;
      queue.push(command);
      work();
    }
  }

  function setPaper(next: 'enough' | 'near-end' | 'end'): void {
    // The old roll is taken out with what hangs on it.
    const torn = level === 'end' && next !== 'end' ? paper.tear() : undefined;
    level = next;
    if (torn) hooks.onStrip(torn);
    changed();
    work();
  }

  function setCover(open: boolean): void {
    coverOpen = open;
    changed();
    work();
  }

  return {
    receive,
    lineOpened: () => {
      reader = createCommandReader();
      statusBack = 0;
    },
    setPaper,
    setCover,
    planAfterLines: (lines, event) => {
      plan = lines > 0 ? { lines, event } : undefined;
    },
    jamNextCut: () => {
      jamAtCut = true;
    },
    recover: () => {
      plan = undefined;
      jamAtCut = false;
      cutterError = false;
      coverOpen = false;
      setPaper('enough');
    },
    state: () => ({ paper: level, coverOpen, cutterError, waiting: queue.length + reader.pending(), drawerKicks: kicks }),
    isFull: () => queue.length + reader.pending() > MAX_WAITING,
  };
}
