/** What a learner can choose, as scripts of the simulators (docs/terminals.md). */
import type { PadBehaviour, TerminalBehaviour } from '../../contract/behaviours.ts';
import { terminalBehaviour } from '../../contract/practice.ts';
import type { PadScript } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import type { Script } from '../../native/terminal/simulator/script.ts';
import type { TerminalFamily, TerminalSettings } from '../terminal/settings.ts';
import { CUSTOMER_MS } from './simulators.ts';

type Waits = TerminalSettings['waits'];

const SLOW_CUSTOMER_MS = 8_000;
/** How much later than the counter's limit a late answer comes. */
const LATE_BY_MS = 4_000;
/** Longer than any counter waits for a customer. */
const NEVER_MS = 600_000;

/** One family's alone. */
const ONLY_KOCES: ReadonlySet<TerminalBehaviour> = new Set<TerminalBehaviour>(['not-closed', 'link-nak', 'no-echo', 'drop-result', 'drop-confirm']);
const ONLY_KICC: ReadonlySet<TerminalBehaviour> = new Set<TerminalBehaviour>(['stale-end']);

export function behavioursOf(family: TerminalFamily): TerminalBehaviour[] {
  const others = family === 'koces-cat' ? ONLY_KICC : ONLY_KOCES;
  return terminalBehaviour.options.filter((behaviour) => !others.has(behaviour));
}

const SCRIPTS: Readonly<Record<Exclude<TerminalBehaviour, 'late' | 'nobody-acts'>, Partial<Script>>> = {
  approve: {},
  decline: { answer: 'decline', code: '8324', message: '한도초과' },
  'decline-card': { answer: 'decline', code: '8350', message: '분실도난카드' },
  'customer-cancels': { answer: 'customer-cancels' },
  'slow-customer': { customerMs: SLOW_CUSTOMER_MS },
  refuse: { answer: 'refuse' },
  silent: { answer: 'silent' },
  'result-lost': { result: 'lost' },
  'all-lost': { ack: 'lost', result: 'lost' },
  nak: { answer: 'nak' },
  damaged: { result: 'damaged' },
  'zero-approval': { answer: 'zero-approval' },
  'no-approval-number': { answer: 'no-approval-number' },
  foreign: { answer: 'foreign' },
  dead: { dropAt: 'connect' },
  'link-silent': { linkCheck: 'silent' },
  'drop-link': { dropAt: 'link-check' },
  'drop-request': { dropAt: 'request' },
  'drop-ack': { dropAt: 'ack' },
  'drop-approving': { dropAt: 'approving' },
  'drop-mid-result': { dropAt: 'mid-result' },
  'drop-result': { dropAt: 'result' },
  'drop-confirm': { dropAt: 'confirm' },
  'ack-lost': { ack: 'lost' },
  'single-bytes': { pieces: 'bytes' },
  glued: { pieces: 'glued' },
  twice: { result: 'twice' },
  'not-closed': { end: 'lost' },
  'link-nak': { linkNak: true },
  'no-echo': { echo: false },
  'stale-end': { staleEnd: true },
  'full-number': { fullNumber: true },
  'no-cancel': { answer: 'no-cancel', code: '8414', message: '승인거래없음' },
  'other-original': { answer: 'other-original' },
};

export function scriptOf(behaviour: TerminalBehaviour, family: TerminalFamily, waits: Waits): Partial<Script> {
  const customer = { customerMs: CUSTOMER_MS };
  switch (behaviour) {
    // The one family says when it approves, and its limit counts from there.
    case 'late':
      return { ...customer, approvalMs: (family === 'koces-cat' ? waits.approvalTimeoutMs : waits.customerTimeoutMs) + LATE_BY_MS };
    // One gives up by itself; the other is told to stop by the counter.
    case 'nobody-acts':
      return family === 'koces-cat' ? { customerMs: NEVER_MS } : { ...customer, answer: 'nobody-acts' };
    default:
      return { ...customer, ...SCRIPTS[behaviour] };
  }
}

export const PAD_SCRIPTS: Readonly<Record<PadBehaviour, Partial<PadScript>>> = {
  signs: {},
  touches: { customer: 'touches' },
  dots: { customer: 'dots' },
  cancels: { customer: 'cancels' },
  'begins-and-cancels': { customer: 'begins-and-cancels' },
  'walks-off': { customer: 'walks-off' },
  'silent-pad': { pad: 'silent' },
  refuses: { pad: 'refuses' },
  'short-record': { pad: 'short-record' },
  'long-record': { pad: 'long-record' },
  'keeps-record': { pad: 'keeps-record' },
  resets: { pad: 'resets' },
  'point-damaged': { damage: 'one-point' },
  'record-damaged': { damage: 'record' },
  'drop-wake': { dropAt: 'wake' },
  'drop-request': { dropAt: 'request' },
  'drop-pen': { dropAt: 'pen' },
  'drop-record': { dropAt: 'record' },
};

