/** What main would answer on the device page and on the meter's. */
import type { CallAnswer, CallName } from '../../contract/calls.ts';
import type { DevicesReport } from '../../contract/devices.ts';
import type { MeterReportView } from '../../contract/meter.ts';
import type { CounterView } from '../../contract/views.ts';
import type { Measured } from '../../domain/meter.ts';
import { lastDays, meterReport } from '../../domain/meter.ts';

const AT = '2026-11-21T05:08:03.000Z';
const TODAY = '2026-11-21';
const DAYS = 28;

export const sampleReport: DevicesReport = {
  printer: { lastAnswer: { at: AT, tookMs: 12 }, columns: 48, test: { jobId: 'p-test', state: 'confirmed', failure: null, createdAt: AT, seen: null } },
  drawer: { test: null },
  gateway: { lastAnswer: { at: AT, tookMs: 84 } },
  terminal: { lastAnswer: { at: AT, tookMs: 21 }, family: 'kicc-ed721', identity: { model: 'K03', version: '0023', serial: '3K0000000001', terminalId: '1234567' }, simulated: true },
  display: { monitor: 'own', lastHeardAt: AT, size: { widthPx: 1024, heightPx: 600 }, test: null },
  pad: { lastAnswer: { at: AT, tookMs: 140 }, model: 'KOCES-PAD', serial: '0000000001', version: '01.00', test: null },
  journal: { lastSeq: 4_812, lastAt: AT, freeBytes: 79_000_000_000, verify: { state: 'done', ok: true, rows: 4_812, at: AT, tookMs: 310, firstFault: null } },
};

/** What is down has not answered since, and nothing was printed on it. */
function reportFor({ printer, gateway, terminal, display, pad, journal }: CounterView['status']): DevicesReport {
  const heard = <Answer extends { readonly at: string }>(answer: Answer | null, { state, since }: CounterView['status']['printer']) => (answer === null || state !== 'down' ? answer : { ...answer, at: since });
  return {
    ...sampleReport,
    printer: { ...sampleReport.printer, lastAnswer: heard(sampleReport.printer.lastAnswer, printer), test: printer.state === 'ok' ? sampleReport.printer.test : null },
    gateway: { lastAnswer: heard(sampleReport.gateway.lastAnswer, gateway) },
    terminal: { ...sampleReport.terminal, lastAnswer: heard(sampleReport.terminal.lastAnswer, terminal) },
    display: { ...sampleReport.display, lastHeardAt: display.state === 'down' ? display.since : AT },
    pad: { ...sampleReport.pad, lastAnswer: heard(sampleReport.pad.lastAnswer, pad) },
    journal: journal.failure === 'journal.disk-low' ? { ...sampleReport.journal, freeBytes: 430_000_000 } : sampleReport.journal,
  };
}

const WAITED_MS = 3_000;

/** The answer to a call of the device page; undefined for every other call. */
export function devicesAnswer(call: CallName, status: CounterView['status']): unknown {
  switch (call) {
    case 'devices.report':
      return reportFor(status);
    case 'terminal.test':
      return { tookMs: status.terminal.state === 'down' ? WAITED_MS : 21 } satisfies CallAnswer<'terminal.test'>;
    case 'gateway.test':
      return { tookMs: status.gateway.state === 'down' ? WAITED_MS : 84 } satisfies CallAnswer<'gateway.test'>;
    default:
      return undefined;
  }
}

/** The same every time: a shop that is closed on Mondays, and gets a little quicker. */
function sample(day: string, dayIndex: number, index: number): Measured {
  const slow = (index * 7 + dayIndex * 3) % 11;
  return {
    day,
    person: index % 3 === 0 ? '점장' : '김',
    sinceLastItem: 3 + Math.max(0, slow - 6),
    paidAfterMs: 7_400 + slow * 1_130 - dayIndex * 41 + index * 13,
    receipt: index % 2 === 0 ? { presses: 11 + (slow % 4), issuedAfterMs: 8_200 + slow * 620 - dayIndex * 37 } : null,
  };
}

const days = lastDays(TODAY, DAYS);
const measured = days.flatMap((day, dayIndex) => (new Date(`${day}T00:00:00Z`).getUTCDay() === 1 ? [] : Array.from({ length: 24 + ((dayIndex * 5) % 17) }, (_, index) => sample(day, dayIndex, index))));
const report = meterReport(measured, TODAY, DAYS);
export const sampleMeter: MeterReportView = { today: report.today, days: [...report.days], people: [...report.people] };
