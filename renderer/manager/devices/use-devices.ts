import { useEffect, useState } from 'react';
import type { DevicesReport } from '../../../contract/devices.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import type { DeviceId } from '../../words/devices.ts';

const ASK_EVERY_MS = 1_000;

/** What main knows of the devices beyond the view: asked while the page is open, and at once after every change. */
export function useReport(revision: number): DevicesReport | null {
  const client = useClient();
  const [report, setReport] = useState<DevicesReport | null>(null);
  useEffect(() => {
    let current = true;
    let asking = false;
    const ask = async () => {
      if (asking) return;
      asking = true;
      const result = await client.call('devices.report', {});
      asking = false;
      if (current && result.ok) setReport(result.res);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [client, revision]);
  return report;
}

/** What answers a question at once. */
export type AskedDevice = 'gateway' | 'terminal';
const NOT_ASKED: Tests['tookMs'] = { gateway: null, terminal: null };

export type Tests = {
  readonly running: DeviceId | 'all' | null;
  /** How long the gateway or the terminal took to answer its newest test. */
  readonly tookMs: Readonly<Record<AskedDevice, number | null>>;
  readonly begin: (device: DeviceId) => void;
  readonly askAll: () => void;
  readonly saySeen: (jobId: string, seen: boolean) => void;
};

/** One test at a time: an impatient second press is the same test. */
export function useTests(): Tests {
  const act = useAct();
  const [running, setRunning] = useState<Tests['running']>(null);
  const [tookMs, setTookMs] = useState(NOT_ASKED);
  const once = async (what: NonNullable<Tests['running']>, work: () => Promise<unknown>) => {
    if (running !== null) return;
    setRunning(what);
    await work();
    setRunning(null);
  };
  const testOf = async (device: DeviceId): Promise<void> => {
    if (device === 'printer') await act('printer.test', {});
    else if (device === 'drawer') await act('drawer.test', {});
    else if (device === 'display') await act('display.test', {});
    else if (device === 'pad') await act('pad.test', {});
    else if (device === 'journal') await act('journal.verify', {});
    else if (device === 'gateway' || device === 'terminal') {
      setTookMs((before) => ({ ...before, [device]: null }));
      const result = await act(`${device}.test`, {});
      if (result.ok) setTookMs((before) => ({ ...before, [device]: result.res.tookMs }));
    }
  };
  return {
    running,
    tookMs,
    begin: (device) => void once(device, () => testOf(device)),
    askAll: () => void once('all', () => act('status.retry', {})),
    saySeen: (jobId, seen) => void act('printer.testSeen', { jobId, seen }),
  };
}
