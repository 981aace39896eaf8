import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CounterView, StatusView } from '../../contract/views.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { Dot } from '../ui/dot.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Live } from '../ui/live.tsx';
import { useNow } from '../ui/now.ts';
import { Pane, Panes } from '../ui/screen.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { cashierWords } from '../words/cashier.ts';
import { commonWords } from '../words/common.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import type { RoomProps } from './room.tsx';
import { RoomHead } from './room.tsx';
import { UnsettledPrints, UnsentReceipts } from './status-queues.tsx';

const AGE_EVERY_MS = 1_000;

/** What the status line opens: what is wrong, since when, what it means, what to do, and the key that does it. */
export function StatusDetails({ view, onLeave }: RoomProps) {
  const words = useWords(managerWords).status;
  const { status } = view;
  const { said, retrying, testPrint, retry } = useActs();
  useKeyLayer('screen', { keys: { Escape: onLeave, F6: named(words.retry, retry), F7: named(words.testPrint, testPrint) }, onEnter: retry });
  return (
    <Panes columns="grid-cols-1" testId="screen-status">
      <Pane className="gap-4 overflow-y-auto px-7.5 py-5">
        <RoomHead title={words.title} {...(allWell(status) ? { aside: words.allWell } : {})} onLeave={onLeave} />
        <div className="grid flex-none gap-4 cramped:grid-cols-1 min-[60rem]:grid-cols-2">
          <Device name={words.gateway} device={status.gateway} fine={words.gatewayFine} testId="status-gateway-card">
            <Button kind={status.gateway.state === 'ok' && status.printer.state === 'ok' ? 'plain' : 'primary'} size="large" onPress={retry} disabled={retrying} keyHint="F6" testId="status-retry" className="w-full">
              {retrying ? words.retryAsked : words.retry}
            </Button>
          </Device>
          <Device name={words.printer} device={status.printer} fine={words.printerFine} testId="status-printer-card">
            <Button size="large" onPress={testPrint} keyHint="F7" testId="status-test-print" className="w-full">
              {words.testPrint}
            </Button>
          </Device>
          <UnsentReceipts unsent={status.unsent} />
          <UnsettledPrints prints={status.prints} onTestPrint={testPrint} />
        </div>
        {said === '' ? null : <p className="font-semibold text-ok">{said}</p>}
        <Live testId="status-live">{said}</Live>
      </Pane>
    </Panes>
  );
}

function useActs() {
  const words = useWords(managerWords).status;
  const act = useAct();
  const [said, setSaid] = useState('');
  const [underWay, setUnderWay] = useState<'retry' | 'test' | null>(null);
  const once = async (what: 'retry' | 'test', call: 'status.retry' | 'printer.test', done: string) => {
    if (underWay !== null) return;
    setUnderWay(what);
    setSaid('');
    const result = await act(call, {});
    setUnderWay(null);
    if (result.ok) setSaid(done);
  };
  return {
    said,
    retrying: underWay === 'retry',
    testPrint: () => void once('test', 'printer.test', words.testAsked),
    retry: () => void once('retry', 'status.retry', words.retried),
  };
}

function allWell({ printer, gateway, unsent, prints }: StatusView): boolean {
  return printer.state === 'ok' && gateway.state === 'ok' && unsent.count === 0 && prints.count === 0;
}

type DeviceProps = { readonly name: string; readonly device: CounterView['status']['printer']; readonly fine: string; readonly testId: string; readonly children: ReactNode };

function Device({ name, device, fine, testId, children }: DeviceProps) {
  const words = useWords(managerWords).status;
  const common = useWords(commonWords);
  const short = useWords(cashierWords).status.trouble;
  const format = useFormat();
  const nowMs = useNow(AGE_EVERY_MS);
  return (
    <section aria-label={name} className="flex flex-col gap-3.5 rounded-card border border-line bg-surface px-6 py-5" data-testid={testId} data-state={device.state}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-[1.3125rem] font-[750] tracking-[-0.02em]">{name}</h2>
        <span className="flex items-center gap-2 text-[1.1875rem] font-[700]">
          <Dot state={device.state} />
          {(device.failure === null ? null : short[device.failure]) ?? common.health[device.state]}
        </span>
      </div>
      {device.failure === null ? (
        <p className="text-ink-2">{device.state === 'checking' ? words.checking : fine}</p>
      ) : (
        <Trouble code={device.failure} tone={device.state === 'down' ? 'bad' : 'warn'} testId={`${testId}-trouble`} />
      )}
      <p className="num mt-auto text-[0.9375rem] text-ink-2">
        {words.since(format.time(device.since), format.age(device.since, nowMs))} · <span className="select-text">{device.address}</span>
      </p>
      {children}
    </section>
  );
}
