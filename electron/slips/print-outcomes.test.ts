import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../domain/failure.ts';
import type { PrintFailureCause, PrintJobState } from '../../domain/print-job.ts';
import { stepPrintJob } from '../../domain/print-job.ts';
import type { FailureCause, UnknownReason } from '../../native/printer/port.ts';
import { eventOfDrawer, eventOfPrint, failureOfCause, failureOfPrint } from './print-outcomes.ts';

/** Every cause the printer's driver can name: as the job keeps it, and as the cashier hears of it. */
const CAUSES = {
  'paper-end': { cause: 'paper-end', code: 'printer.paper-end' },
  'cover-open': { cause: 'cover-open', code: 'printer.cover-open' },
  cutter: { cause: 'cutter', code: 'printer.cutter' },
  'printer-error': { cause: 'printer-error', code: 'printer.error' },
  offline: { cause: 'offline', code: 'printer.offline' },
  unreachable: { cause: 'unreachable', code: 'printer.unreachable' },
  'not-encodable': { cause: 'not-encodable', code: 'printer.not-encodable' },
  busy: { cause: 'offline', code: 'printer.offline' },
  closed: { cause: 'offline', code: 'printer.offline' },
} as const satisfies Record<FailureCause, { cause: PrintFailureCause; code: FailureCode }>;
const EVERY_CAUSE = Object.entries(CAUSES).map(([told, row]) => ({ told: told as FailureCause, ...row }));

const REASONS = { 'line-dropped': true, silent: true, 'no-completion': true, 'write-timeout': true, 'no-back-channel': true } as const satisfies Record<UnknownReason, true>;
const EVERY_REASON = Object.keys(REASONS) as UnknownReason[];

describe('what became of a slip', () => {
  it.each(['process-id', 'in-order-status', 'file-synced'] as const)('confirmed on the evidence of %s', (evidence) => {
    expect(eventOfPrint({ state: 'confirmed', evidence, nearEnd: false, drawer: 'not-asked' })).toEqual({ type: 'confirmed' });
  });

  it.each(EVERY_REASON)('%s: unknown, with the reason kept, never confirmed and never failed', (reason) => {
    expect(eventOfPrint({ state: 'unknown', reason, detail: 'after 812 bytes', drawer: 'not-asked' })).toEqual({ type: 'unknown', why: `${reason} after 812 bytes` });
  });

  it.each(EVERY_CAUSE)('$told: failed for $cause, and the journal says whether a piece of it may hang out', ({ told, cause }) => {
    const outcome = { state: 'failed', cause: told, detail: 'status 0x12', drawer: 'not-asked' } as const;
    expect(eventOfPrint({ ...outcome, bytesWritten: false })).toEqual({ type: 'failed', cause, detail: 'nothing sent status 0x12' });
    expect(eventOfPrint({ ...outcome, bytesWritten: true })).toEqual({ type: 'failed', cause, detail: 'partly sent status 0x12' });
  });

  it.each(EVERY_CAUSE)('$told is told as $code', ({ cause, code }) => {
    expect(failureOfCause(cause)).toBe(code);
  });
});

describe('what became of a drawer pulse', () => {
  it('sent: the printer took it, which is all a printer can say', () => {
    expect(eventOfDrawer({ state: 'sent' })).toEqual({ type: 'confirmed' });
  });

  it('unknown: nobody can tell whether the drawer opened', () => {
    expect(eventOfDrawer({ state: 'unknown', detail: 'line dropped' })).toEqual({ type: 'unknown', why: 'line dropped' });
  });

  it.each([
    ['unreachable', 'unreachable'],
    ['busy', 'offline'],
    ['closed', 'offline'],
  ] as const)('%s: failed for %s', (told, cause) => {
    expect(eventOfDrawer({ state: 'failed', cause: told, detail: 'no line' })).toEqual({ type: 'failed', cause, detail: 'no line' });
  });
});

type Told = { readonly state: PrintJobState; readonly slip: FailureCode | null; readonly drawer: FailureCode | null };

const STATES = {
  queued: [{ state: { name: 'queued' }, slip: null, drawer: null }],
  sent: [{ state: { name: 'sent' }, slip: null, drawer: null }],
  confirmed: [{ state: { name: 'confirmed' }, slip: null, drawer: null }],
  unknown: [{ state: { name: 'unknown', why: 'silent' }, slip: 'printer.unknown', drawer: 'drawer.unknown' }],
  failed: [
    { state: { name: 'failed', cause: 'paper-end', detail: '' }, slip: 'printer.paper-end', drawer: 'drawer.not-opened' },
    { state: { name: 'failed', cause: 'unreachable', detail: '' }, slip: 'printer.unreachable', drawer: 'drawer.not-opened' },
  ],
  settled: [{ state: { name: 'settled', how: 'came-out', was: 'unknown' }, slip: null, drawer: null }],
} as const satisfies Record<PrintJobState['name'], readonly Told[]>;

describe.each<Told>(Object.values(STATES).flat())('a job in state $state.name', ({ state, slip, drawer }) => {
  it(`is told as ${String(slip)} for paper and as ${String(drawer)} for the drawer`, () => {
    expect({ slip: failureOfPrint(state, 'slip'), drawer: failureOfPrint(state, 'drawer') }).toEqual({ slip, drawer });
  });
});

describe('every outcome', () => {
  it('settles a job that was sent', () => {
    const events = [
      eventOfPrint({ state: 'confirmed', evidence: 'process-id', nearEnd: true, drawer: 'sent' }),
      ...EVERY_REASON.map((reason) => eventOfPrint({ state: 'unknown', reason, detail: '', drawer: 'unknown' })),
      ...EVERY_CAUSE.map(({ told }) => eventOfPrint({ state: 'failed', cause: told, bytesWritten: true, detail: '', drawer: 'not-sent' })),
      eventOfDrawer({ state: 'sent' }),
      eventOfDrawer({ state: 'unknown', detail: '' }),
      eventOfDrawer({ state: 'failed', cause: 'closed', detail: '' }),
    ];
    for (const event of events) expect(stepPrintJob({ name: 'sent' }, event)).toMatchObject({ ok: true, state: { name: event.type } });
  });
});
