import { describe, expect, it } from 'vitest';
import type { DevicesReport } from '../../../contract/devices.ts';
import { counter } from '../../gallery/samples.ts';
import { sampleReport } from '../../gallery/device-samples.ts';
import { asksForPaper, DEVICES, neighbourOf, standingOf } from './standing.ts';

const { status } = counter({});
const at = '2026-11-21T05:02:00.000Z';
const withPrinter = (failure: 'printer.unreachable' | 'printer.offline' | 'printer.paper-end') => ({ ...status, printer: { ...status.printer, state: 'down' as const, failure, since: at } });
const facts = { status, report: sampleReport, scannedAt: null };

describe('the picture', () => {
  it('shows a cable broken when nothing gets through, and whole when the device itself is in trouble', () => {
    expect(standingOf('printer', { ...facts, status: withPrinter('printer.unreachable') })).toMatchObject({ state: 'down', cable: 'broken', since: at });
    expect(standingOf('printer', { ...facts, status: withPrinter('printer.paper-end') })).toMatchObject({ state: 'down', cable: 'whole' });
    expect(standingOf('gateway', { ...facts, status: { ...status, gateway: { ...status.gateway, state: 'down', failure: 'cash-receipt.network' } } })).toMatchObject({ cable: 'broken' });
    expect(standingOf('gateway', { ...facts, status: { ...status, gateway: { ...status.gateway, state: 'warning', failure: 'cash-receipt.system' } } })).toMatchObject({ cable: 'whole' });
  });

  it('shows no broken cable where there is no terminal to reach', () => {
    const terminal = (failure: 'terminal.none' | 'terminal.unreachable' | 'terminal.silent') => standingOf('terminal', { ...facts, status: { ...status, terminal: { ...status.terminal, state: failure === 'terminal.none' ? 'warning' : 'down', failure } } });
    expect(terminal('terminal.none')).toMatchObject({ state: 'warning', cable: 'asked', since: null, address: '' });
    expect(terminal('terminal.unreachable')).toMatchObject({ state: 'down', cable: 'broken' });
    expect(terminal('terminal.silent')).toMatchObject({ state: 'down', cable: 'whole' });
  });

  it('shows neither a printer nor a drawer behind it as well where none is connected', () => {
    const bare = { ...facts, status: { ...status, printer: { ...status.printer, state: 'warning' as const, failure: 'printer.none' as const, since: at, address: 'none' } } };
    expect(standingOf('printer', bare)).toMatchObject({ state: 'warning', failure: 'printer.none', cable: 'asked', since: null, address: '' });
    expect(standingOf('drawer', bare)).toMatchObject({ state: 'warning', failure: 'drawer.not-opened', cable: 'asked' });
  });

  it('shows a pad as it is, and none where none is used', () => {
    const pad = (over: Partial<typeof status.pad>) => standingOf('pad', { ...facts, status: { ...status, pad: { ...status.pad, ...over } } });
    expect(pad({ kind: 'koces-pad', state: 'down', failure: 'pad.unreachable', since: at })).toMatchObject({ state: 'down', cable: 'broken', since: at });
    expect(pad({ kind: 'koces-pad', state: 'down', failure: 'pad.silent' })).toMatchObject({ state: 'down', cable: 'whole' });
    expect(pad({ kind: 'display', state: 'down', failure: 'display.silent' })).toMatchObject({ state: 'down', cable: 'broken' });
    expect(pad({ kind: 'none', state: 'ok' })).toMatchObject({ state: 'checking', cable: 'asked', unused: true, failure: null });
  });

  it('knows of the drawer what the printer can tell: out of reach with it, not with an empty roll', () => {
    expect(standingOf('drawer', { ...facts, status: withPrinter('printer.unreachable') })).toMatchObject({ state: 'down', failure: 'drawer.not-opened', since: at, cable: 'whole' });
    expect(standingOf('drawer', { ...facts, status: withPrinter('printer.paper-end') })).toMatchObject({ state: 'ok', failure: null });
    const tried: DevicesReport = { ...sampleReport, drawer: { test: { jobId: 'p-1', state: 'unknown', failure: 'drawer.unknown', createdAt: at, seen: null } } };
    expect(standingOf('drawer', { ...facts, report: tried })).toMatchObject({ state: 'warning', failure: 'drawer.unknown' });
  });

  it('believes the person who saw no paper, not the printer that says it printed', () => {
    const test = { jobId: 'p-1', state: 'confirmed', failure: null, createdAt: at, seen: false } as const;
    expect(standingOf('printer', { ...facts, report: { ...sampleReport, printer: { ...sampleReport.printer, test } } })).toMatchObject({ state: 'warning', failure: 'printer.not-seen', since: at });
    expect(standingOf('printer', { ...facts, report: { ...sampleReport, printer: { ...sampleReport.printer, test: { ...test, seen: true } } } })).toMatchObject({ state: 'ok' });
  });

  it('asks about paper only while it can still be seen', () => {
    const test = { jobId: 'p-1', state: 'confirmed', failure: null, createdAt: at, seen: null } as const;
    const atMs = Date.parse(at);
    expect(asksForPaper(test, atMs + 60_000)).toBe(true);
    expect(asksForPaper(test, atMs + 11 * 60_000)).toBe(false);
    expect(asksForPaper({ ...test, seen: true }, atMs)).toBe(false);
    expect(asksForPaper({ ...test, state: 'failed' }, atMs)).toBe(false);
    expect(asksForPaper(null, atMs)).toBe(false);
  });

  it('takes a scanner for well once it was heard', () => {
    expect(standingOf('scanner', facts)).toMatchObject({ state: 'checking', since: null });
    expect(standingOf('scanner', { ...facts, scannedAt: at })).toMatchObject({ state: 'ok', since: at });
  });

  it('lets the arrows reach every device from every other', () => {
    for (const start of DEVICES) {
      const reached = new Set<string>([start]);
      for (let round = 0; round < DEVICES.length; round += 1) {
        for (const device of DEVICES) if (reached.has(device)) for (const direction of ['up', 'down', 'left', 'right'] as const) reached.add(neighbourOf(device, direction));
      }
      expect([...reached].toSorted()).toEqual([...DEVICES].toSorted());
    }
  });
});
