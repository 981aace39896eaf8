import { useEffect, useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import type { HeardScan } from '../../cashier/scan-log.ts';
import { useScannedAt } from '../../cashier/scan-log.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import type { DeviceId } from '../../words/devices.ts';
import { deviceTestsWords } from '../../words/device-tests.ts';
import { deviceWords } from '../../words/devices.ts';
import { useWords } from '../../words/language.tsx';
import type { RoomProps, TakeScans } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { CounterPicture } from './counter-picture.tsx';
import { DevicePane } from './device-pane.tsx';
import { TestResult } from './device-test.tsx';
import { mayHere } from '../../cashier/approval/people-context.ts';
import type { Direction } from './standing.ts';
import { asksForPaper, DEVICES, neighbourOf, standingOf } from './standing.ts';
import { useReport, useTests } from './use-devices.ts';

export type DevicesScreenProps = RoomProps & {
  /** What the status line was touched at; null: whatever needs a person, else the printer. */
  readonly start: DeviceId | null;
  readonly takeScans: TakeScans;
};

const STALE_CHECK_MS = 30_000;

/** The counter with its cables, and beside it the device that was chosen: what is wrong, what it means, what to do, and its test. */
export function DevicesScreen({ view, start, takeScans, onLeave }: DevicesScreenProps) {
  const words = useWords(deviceWords);
  const test = useWords(deviceTestsWords);
  const report = useReport(view.revision);
  const tests = useTests();
  const [chosen, setChosen] = useState<DeviceId>(() => start ?? neediest(view));
  const [scan, setScan] = useState<HeardScan | null>(null);
  const scannedAt = useScannedAt();
  useScansHere(takeScans, (heard) => {
    setScan(heard);
    setChosen('scanner');
  });
  const facts = { status: view.status, report, scannedAt };
  const standing = standingOf(chosen, facts);
  const mayOpenDrawer = mayHere(view, 'open-drawer');
  const canTest = chosen !== 'scanner' && standing.unused !== true && !(chosen === 'pad' && view.signature !== null) && standing.failure !== 'terminal.none' && (chosen !== 'drawer' || mayOpenDrawer);
  const begin = () => canTest && tests.begin(chosen);
  const nowMs = useNow(STALE_CHECK_MS);
  const asked = chosen === 'printer' ? (report?.printer.test ?? null) : null;
  const canSay = asksForPaper(asked, nowMs);
  const walk = (direction: Direction) => setChosen(neighbourOf(chosen, direction));
  useKeyLayer('screen', {
    keys: {
      Escape: onLeave,
      F6: named(test.askAll, tests.askAll),
      F7: named(test.test[chosen], begin),
      ArrowUp: named(test.choose, () => walk('up')),
      ArrowDown: named(test.choose, () => walk('down')),
      ArrowLeft: named(test.choose, () => walk('left')),
      ArrowRight: named(test.choose, () => walk('right')),
    },
    typed: canSay ? [['1', test.yes], ['2', test.no]] : [],
    onTyped: (character) => {
      if (canSay && (character === '1' || character === '2')) tests.saySeen(asked.jobId, character === '1');
      return true;
    },
    onEnter: begin,
  });
  const standings = DEVICES.map((device) => standingOf(device, facts));
  const well = standings.every(({ state, device, failure, unused }) => state === 'ok' || device === 'scanner' || failure === 'terminal.none' || unused === true) && view.status.unsent.count === 0 && view.status.prints.count === 0;
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_26rem]" testId="screen-status">
      <Pane className="gap-4 px-7.5 py-4">
        <RoomHead title={words.title} {...(well ? { aside: words.allWell } : {})} onLeave={onLeave} />
        <div className="grid min-h-0 flex-1 place-items-center [container-type:size] cramped:flex-none cramped:[container-type:normal]">
          <CounterPicture counterNumber={view.shop.counterNumber} standings={standings} chosen={chosen} onChoose={setChosen} />
        </div>
      </Pane>
      <Pane tone="surface" className="border-l border-line pt-5">
        <DevicePane standing={standing} view={view} report={report} onTestPrint={() => tests.begin('printer')}>
          <TestResult standing={standing} report={report} tests={tests} scan={scan} signing={view.signature} />
        </DevicePane>
        <footer className="flex flex-none flex-col gap-2.5 border-t border-line px-6 pt-3.5 pb-4.5">
          <p className="text-[0.9375rem] text-ink-2">{chosen === 'drawer' && !mayOpenDrawer ? test.managerOnly : test.explain[chosen]}</p>
          {chosen === 'scanner' ? null : (
            <Button kind={canSay ? 'plain' : 'primary'} size="large" onPress={begin} disabled={!canTest || tests.running !== null} keyHint="F7" testId="device-test">
              {tests.running === chosen ? test.testing : test.test[chosen]}
            </Button>
          )}
          <Button onPress={tests.askAll} disabled={tests.running !== null} keyHint="F6" testId="status-retry">
            {tests.running === 'all' ? test.askingAll : test.askAll}
          </Button>
        </footer>
      </Pane>
    </Panes>
  );
}

/** The page opens at what needs a person. */
function neediest({ status }: CounterView): DeviceId {
  const candidates = ['printer', 'terminal', 'gateway', 'journal', 'display', 'pad'] as const;
  const warns = (device: (typeof candidates)[number]) => status[device].state === 'warning' && status[device].failure !== 'terminal.none';
  return candidates.find((device) => status[device].state === 'down') ?? candidates.find(warns) ?? (status.unsent.count > 0 ? 'gateway' : 'printer');
}

/** Scans are this page's while it is open: they show what the scanner sends and never reach a basket. */
function useScansHere(takeScans: TakeScans, take: (scan: HeardScan) => void): void {
  useEffect(() => {
    takeScans((code, how) => take({ code, how }));
    return () => takeScans(null);
  });
}
