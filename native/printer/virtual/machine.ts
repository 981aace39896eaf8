/**
 * A printer's insides without a wire: bytes in, answers out, paper that can end. Commands wait in the receive buffer
 * while it cannot print; real-time requests are obeyed on arrival, as the manuals say.
 */
import { createCommandReader, type CommandReader, type PrinterCommand } from './commands.ts';
import { createPaper, type Paper, type PaperStrip } from './paper.ts';

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

type Insides = {
  readonly paper: Paper;
  readonly hooks: MachineHooks;
  reader: CommandReader;
  queue: PrinterCommand[];
  level: 'enough' | 'near-end' | 'end';
  coverOpen: boolean;
  cutterError: boolean;
  jamAtCut: boolean;
  kicks: number;
  /** The mask of GS a. */
  statusBack: number;
  plan: { readonly lines: number; readonly event: 'paper-end' | 'cover-open' } | undefined;
};

export function createMachine(columns: 42 | 48, hooks: MachineHooks): Machine {
  const machine: Insides = {
    paper: createPaper(columns), hooks, reader: createCommandReader(), queue: [], level: 'enough',
    coverOpen: false, cutterError: false, jamAtCut: false, kicks: 0, statusBack: 0, plan: undefined,
  };
  return {
    receive: (bytes) => receive(machine, bytes),
    lineOpened: () => {
      machine.reader = createCommandReader();
      machine.statusBack = 0;
    },
    setPaper: (level) => setPaper(machine, level),
    setCover: (open) => {
      machine.coverOpen = open;
      changed(machine);
      work(machine);
    },
    planAfterLines: (lines, event) => {
      machine.plan = lines > 0 ? { lines, event } : undefined;
    },
    jamNextCut: () => {
      machine.jamAtCut = true;
    },
    recover: () => {
      Object.assign(machine, { plan: undefined, jamAtCut: false, cutterError: false, coverOpen: false });
      setPaper(machine, 'enough');
    },
    state: () => ({
      paper: machine.level, coverOpen: machine.coverOpen, cutterError: machine.cutterError, waiting: waiting(machine), drawerKicks: machine.kicks,
    }),
    isFull: () => waiting(machine) > MAX_WAITING,
  };
}

function waiting(machine: Insides): number {
  return machine.queue.length + machine.reader.pending();
}

function isStuck(machine: Insides): boolean {
  return machine.level === 'end' || machine.coverOpen || machine.cutterError;
}

function receive(machine: Insides, bytes: Uint8Array): void {
  for (const command of machine.reader.read(bytes)) {
    if (obeyAtOnce(machine, command)) continue;
    machine.queue.push(command);
    work(machine);
  }
}

function work(machine: Insides): void {
  let obeyed = 0;
  for (const command of machine.queue) {
    if (isStuck(machine)) break;
    obey(machine, command);
    obeyed += 1;
  }
  // In one piece: taken off one by one, each would move all that wait behind it.
  machine.queue.splice(0, obeyed);
}

function obeyAtOnce(machine: Insides, command: PrinterCommand): boolean {
  switch (command.kind) {
    case 'realtime-status':
      machine.hooks.answer(Uint8Array.of(realtimeStatus(machine, command.what)));
      return true;
    case 'realtime-drawer':
      machine.kicks += 1;
      return true;
    case 'realtime-clear':
      machine.queue = [];
      machine.paper.discardLine();
      machine.hooks.answer(ANSWER_CLEARED);
      return true;
    case 'realtime-recover':
      if (command.clear) machine.queue = [];
      if (machine.cutterError) {
        machine.cutterError = false;
        changed(machine);
        work(machine);
      }
      return true;
    default:
      return false;
  }
}

function obey(machine: Insides, command: PrinterCommand): void {
  switch (command.kind) {
    case 'drawer':
      machine.kicks += 1;
      return;
    case 'status-back':
      machine.statusBack = command.mask;
      changed(machine);
      return;
    case 'send-status':
      machine.hooks.answer(Uint8Array.of(command.what === 1 && machine.level === 'near-end' ? 0x03 : 0x00));
      return;
    case 'send-process-id':
      machine.hooks.answer(Uint8Array.of(0x37, ANSWER_PROCESS_ID, ...Buffer.from(command.id, 'latin1'), 0));
      return;
    case 'cut':
      if (!machine.jamAtCut) return print(machine, command);
      machine.jamAtCut = false;
      machine.cutterError = true;
      changed(machine);
      return;
    case 'initialise':
      machine.statusBack = 0;
      return print(machine, command);
    default:
      return print(machine, command);
  }
}

function print(machine: Insides, command: PrinterCommand): void {
  const before = machine.paper.printedLines();
  const strip = machine.paper.apply(command);
  if (strip) machine.hooks.onStrip(strip);
  else if (machine.paper.printedLines() > before) followPlan(machine);
}

function followPlan(machine: Insides): void {
  const { plan } = machine;
  if (plan === undefined) return;
  machine.plan = plan.lines > 1 ? { ...plan, lines: plan.lines - 1 } : undefined;
  if (plan.lines > 1) return;
  if (plan.event === 'paper-end') machine.level = 'end';
  else machine.coverOpen = true;
  changed(machine);
}

function setPaper(machine: Insides, level: Insides['level']): void {
  // The old roll is taken out with what hangs on it.
  const torn = machine.level === 'end' && level !== 'end' ? machine.paper.tear() : undefined;
  machine.level = level;
  if (torn) machine.hooks.onStrip(torn);
  changed(machine);
  work(machine);
}

function changed(machine: Insides): void {
  if ((machine.statusBack & 0x0e) !== 0) machine.hooks.answer(automaticStatus(machine));
}

function automaticStatus(machine: Insides): Uint8Array {
  const first = 0x10 | (isStuck(machine) ? 0x08 : 0) | (machine.coverOpen ? 0x20 : 0);
  const paper = machine.level === 'end' ? 0x0f : machine.level === 'near-end' ? 0x03 : 0;
  return Uint8Array.of(first, machine.cutterError ? 0x08 : 0, paper, 0);
}

function realtimeStatus(machine: Insides, what: number): number {
  const { level, coverOpen, cutterError } = machine;
  if (what === 1) return 0x12 | (isStuck(machine) ? 0x08 : 0);
  if (what === 2) return 0x12 | (coverOpen ? 0x04 : 0) | (level === 'end' ? 0x20 : 0) | (cutterError ? 0x40 : 0);
  if (what === 3) return 0x12 | (cutterError ? 0x08 : 0);
  return 0x12 | (level === 'enough' ? 0 : 0x0c) | (level === 'end' ? 0x60 : 0);
}
