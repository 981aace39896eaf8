/** How each device stands, and where its cable is broken: derived from what main says, the same in the picture and beside it. Pure. */
import type { DevicesReport, TestJobView } from '../../../contract/devices.ts';
import type { CounterView } from '../../../contract/views.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import type { DotState } from '../../ui/dot.tsx';
import type { DeviceId } from '../../words/devices.ts';

export const DEVICES = ['printer', 'drawer', 'terminal', 'gateway', 'journal', 'display', 'scanner', 'pad'] as const satisfies readonly DeviceId[];

export type Cable = 'whole' | 'broken' | 'asked';
export type Standing = {
  readonly device: DeviceId;
  readonly state: DotState;
  readonly failure: FailureCode | null;
  /** Null where nobody can know. */
  readonly since: string | null;
  readonly address: string;
  readonly cable: Cable;
  /** The counter has none and needs none. */
  readonly unused?: true;
};

/** Nothing gets through: the cable is drawn broken. Any other trouble is the device's own, at the end of a whole cable. */
const CUTS_CABLE: ReadonlySet<FailureCode> = new Set<FailureCode>(['printer.unreachable', 'cash-receipt.network', 'terminal.unreachable', 'display.silent', 'pad.unreachable']);
/** Nobody is there to pass the pulse on. */
const CUTS_DRAWER: ReadonlySet<FailureCode> = new Set<FailureCode>(['printer.unreachable', 'printer.offline']);

type Facts = { readonly status: CounterView['status']; readonly report: DevicesReport | null; /** When this window heard the scanner last. */ readonly scannedAt: string | null };

export function standingOf(device: DeviceId, { status, report, scannedAt }: Facts): Standing {
  switch (device) {
    case 'printer':
    case 'gateway':
    case 'terminal':
    case 'display':
    case 'journal': {
      const unseen = device === 'printer' ? unseenSince(report) : null;
      if (unseen !== null && status.printer.state === 'ok') return { device, state: 'warning', failure: 'printer.not-seen', since: unseen, address: status.printer.address, cable: 'whole' };
      const { state, failure, since, address } = status[device];
      if (failure === 'terminal.none' || failure === 'printer.none') return { device, state, failure, since: null, address: '', cable: 'asked' };
      return { device, state, failure, since, address, cable: failure !== null && CUTS_CABLE.has(failure) ? 'broken' : state === 'checking' ? 'asked' : 'whole' };
    }
    case 'pad':
      return padStanding(status.pad);
    case 'drawer':
      return drawerStanding(status.printer, report);
    case 'scanner':
      return { device, state: scannedAt === null ? 'checking' : 'ok', failure: null, since: scannedAt, address: '', cable: 'whole' };
    default:
      return unreachable(device);
  }
}

/** Who signs elsewhere has no pad, and nothing is wrong with that. */
function padStanding({ kind, state, failure, since, address }: CounterView['status']['pad']): Standing {
  if (kind === 'none') return { device: 'pad', state: 'checking', failure: null, since: null, address: '', cable: 'asked', unused: true };
  return { device: 'pad', state, failure, since, address, cable: failure !== null && CUTS_CABLE.has(failure) ? 'broken' : state === 'checking' ? 'asked' : 'whole' };
}

/** A person said that the newest test slip did not come out, whatever the printer says. */
function unseenSince(report: DevicesReport | null): string | null {
  const test = report?.printer.test ?? null;
  return test !== null && test.seen === false ? test.createdAt : null;
}

/** The drawer says nothing itself: what is known is whether the printer can pass a pulse on, and how the last try went. */
function drawerStanding(printer: CounterView['status']['printer'], report: DevicesReport | null): Standing {
  const own = { device: 'drawer', address: '', cable: 'whole' } as const;
  if (printer.failure === 'printer.none') return { ...own, state: 'warning', failure: 'drawer.not-opened', since: null, cable: 'asked' };
  if (printer.failure !== null && CUTS_DRAWER.has(printer.failure)) return { ...own, state: 'down', failure: 'drawer.not-opened', since: printer.since };
  const tried = report?.drawer.test ?? null;
  if (tried !== null && tried.failure !== null) return { ...own, state: tried.state === 'unknown' ? 'warning' : 'down', failure: tried.failure, since: tried.createdAt };
  return { ...own, state: printer.state === 'checking' ? 'checking' : 'ok', failure: null, since: null, cable: printer.state === 'checking' ? 'asked' : 'whole' };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where the arrows lead, as the picture is drawn; the device itself where there is nothing in that direction. */
const NEXT: Readonly<Record<DeviceId, Readonly<Partial<Record<Direction, DeviceId>>>>> = {
  printer: { down: 'drawer', right: 'gateway' },
  drawer: { up: 'printer', right: 'scanner', down: 'terminal' },
  terminal: { up: 'drawer', right: 'journal' },
  gateway: { left: 'printer', right: 'display', down: 'journal' },
  journal: { up: 'gateway', left: 'terminal', right: 'pad' },
  display: { left: 'gateway', down: 'scanner' },
  scanner: { up: 'display', left: 'drawer', down: 'pad' },
  pad: { up: 'scanner', left: 'journal' },
};

export function neighbourOf(device: DeviceId, direction: Direction): DeviceId {
  return NEXT[device][direction] ?? device;
}

/** A paper of a while ago is in the bin: nobody is asked about it. */
const PAPER_ASKED_WITHIN_MS = 10 * 60_000;

export function isRecent(test: TestJobView, nowMs: number): boolean {
  return nowMs - Date.parse(test.createdAt) <= PAPER_ASKED_WITHIN_MS;
}

/** Whether a person is being asked if the paper of this test came out. */
export function asksForPaper(test: TestJobView | null, nowMs: number): test is TestJobView {
  return test !== null && isRecent(test, nowMs) && test.seen === null && (test.state === 'confirmed' || test.state === 'unknown');
}
