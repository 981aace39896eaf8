import { useEffect, useRef, useState } from 'react';
import type { WaitingCancelView } from '../../../contract/ledger.ts';
import { sumWon } from '../../../domain/won.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { useNow } from '../../ui/now.ts';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { ledgerWords } from '../../words/ledger.ts';
import { managerWords } from '../../words/manager.ts';
import { refundWords } from '../../words/refund.ts';
import { RoomHead } from '../room.tsx';
import type { TabProps } from './ledger-screen.tsx';

/** What the tax office has not cancelled yet: which receipt, since when, what it waits for, and what is to be done about it. */
export function CancelsTab({ view, tabs, onTurn, onLeave, onSale }: TabProps) {
  const words = useWords(ledgerWords);
  const format = useFormat();
  const { cancels, more, refusal } = useCancels(view.revision);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = cancels ?? [];
  const at = Math.max(0, rows.findIndex(({ cancelId }) => cancelId === chosen));
  const cancel = rows[at] ?? null;
  const walk = (by: number) => setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.cancelId ?? null);
  useKeyLayer('screen', { keys: { ArrowUp: () => walk(-1), ArrowDown: () => walk(1), F4: named(words.turn, onTurn), Escape: onLeave } });
  return (
    <Panes columns="grid-cols-[28rem_minmax(0,1fr)] min-[76rem]:grid-cols-[32rem_minmax(0,1fr)]" testId="screen-ledger-cancels">
      <Pane tone="surface" label={words.tab.cancels} className="border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5 pb-3">
          <RoomHead title={words.menu} onLeave={onLeave} />
          <span className="flex flex-wrap items-center gap-2">
            {tabs}
            <Kbd>F4</Kbd>
          </span>
          {rows.length === 0 ? null : <p className="num text-ink-2">{words.cancels.count(format.number(rows.length), format.won(sumWon(rows.map(({ amountWon }) => amountWon))))}</p>}
        </div>
        <List rows={cancels} refusal={refusal} more={more} chosen={cancel?.cancelId ?? null} onChoose={setChosen} />
      </Pane>
      <Pane label={words.list} className="gap-5 px-7.5 py-6.5" scrolls>
        {cancel === null ? null : <Details key={cancel.cancelId} cancel={cancel} onSale={onSale} />}
      </Pane>
    </Panes>
  );
}

type ListProps = { readonly rows: readonly WaitingCancelView[] | null; readonly refusal: CallRefusal | null; readonly more: boolean; readonly chosen: string | null; readonly onChoose: (cancelId: string) => void };

function List({ rows, refusal, more, chosen, onChoose }: ListProps) {
  const words = useWords(ledgerWords);
  const { loading } = useWords(managerWords);
  const format = useFormat();
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line" data-testid="cancels-list">
      {refusal === null ? null : (
        <div className="p-5">
          <Trouble code={refusal.code} detail={refusal.detail} testId="cancels-refused" />
        </div>
      )}
      {rows === null && refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
      {rows?.length === 0 ? <Nothing title={words.cancels.none} hint={words.cancels.noneHint} testId="cancels-none" /> : null}
      <ul aria-label={words.tab.cancels}>
        {(rows ?? []).map((cancel) => (
          <li key={cancel.cancelId} ref={cancel.cancelId === chosen ? here : null} className="[contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
            <ListRow onPress={() => onChoose(cancel.cancelId)} chosen={cancel.cancelId === chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className="min-h-19 gap-y-0.5" testId={`cancel-row-${cancel.saleNumber}`}>
              <b className="flex min-w-0 items-center gap-2 text-[1.125rem] font-semibold">
                <Dot state={cancel.waitsFor === 'failed' ? 'down' : 'warning'} />
                <span className="truncate">{words.cancels.waitsFor[cancel.waitsFor]}</span>
              </b>
              <Amount won={cancel.amountWon} className="text-right" />
              <span className="col-span-2 truncate text-[0.9375rem] text-ink-2">{[words.ofSale(format.saleNumber(cancel.saleNumber)), cancel.identifierMasked, format.dayTime(cancel.since)].filter((part) => part !== '').join(' · ')}</span>
            </ListRow>
          </li>
        ))}
      </ul>
      {more ? <p className="px-5 py-4 text-ink-2">{words.cancels.more}</p> : null}
    </div>
  );
}

function Details({ cancel, onSale }: { readonly cancel: WaitingCancelView; readonly onSale: (saleId: string) => void }) {
  const all = useWords(ledgerWords);
  const words = all.cancels;
  const refund = useWords(refundWords);
  const format = useFormat();
  const act = useAct();
  const nowMs = useNow(1_000);
  const [retried, setRetried] = useState(false);
  const { waitsFor } = cancel;
  const goOn = waitsFor === 'failed' || waitsFor === 'terminal' ? () => void act('refund.show', { refundId: cancel.refundId }) : null;
  const retry =
    waitsFor !== 'line' && waitsFor !== 'answer'
      ? null
      : () => {
          setRetried(false);
          void act('status.retry', {}).then((asked) => setRetried(asked.ok));
        };
  const retryText = waitsFor === 'answer' ? words.askNow : words.retry;
  const openSale = () => onSale(cancel.saleId);
  const first = goOn ?? retry;
  useKeyLayer('screen', {
    keys: { F3: named(all.openSale, openSale), ...(retry === null ? {} : { F6: named(retryText, retry) }), ...(goOn === null ? {} : { F8: named(words.goOn, goOn) }) },
    ...(first === null ? {} : { onEnter: first }),
  });
  return (
    <>
      <Title>{words.waitsFor[waitsFor]}</Title>
      <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-4 text-lg font-semibold" data-testid="cancel-next">
        {words.next[waitsFor]}
      </p>
      <div className="num grid gap-2 text-lg">
        <p className="text-[1.75rem] font-[740]">{cancel.identifierMasked}</p>
        <Amount won={cancel.amountWon} size="large" />
        <p>{words.partOf(refund.kind[cancel.refundKind], format.saleNumber(cancel.saleNumber))}</p>
        <p>{words.why(refund.choose.receiptReasons[cancel.reason])}</p>
        <p className="font-semibold" data-testid="cancel-since">{words.since(format.dayTime(cancel.since), format.age(cancel.since, nowMs))}</p>
        {cancel.attempts === 0 ? null : <p className="text-ink-2">{words.tried(format.number(cancel.attempts), format.dayTime(cancel.lastAt))}</p>}
        {cancel.detail === '' ? null : <p className="text-[0.9375rem] text-ink-2">{cancel.detail}</p>}
      </div>
      <p className="text-ink-2">{words.meaning}</p>
      {retried ? <p className="font-semibold text-ok">{words.retried}</p> : null}
      <Live>{retried ? words.retried : ''}</Live>
      <div className="mt-auto grid grid-cols-2 gap-2.5">
        <Button size="large" onPress={openSale} keyHint="F3" testId="cancel-open-sale">
          {all.openSale}
        </Button>
        {retry === null ? null : (
          <Button kind="primary" size="large" onPress={retry} keyHint="F6" testId="cancel-retry">
            {retryText}
          </Button>
        )}
        {goOn === null ? null : (
          <Button kind="primary" size="large" onPress={goOn} keyHint="F8" testId="cancel-go-on">
            {words.goOn}
          </Button>
        )}
      </div>
    </>
  );
}

type Loaded = { readonly cancels: readonly WaitingCancelView[] | null; readonly more: boolean; readonly refusal: CallRefusal | null };

/** Fresh after every change; what was there before stays where a new answer cannot be had. */
function useCancels(revision: number): Loaded {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded>({ cancels: null, more: false, refusal: null });
  useEffect(() => {
    let current = true;
    void client.call('ledger.cancels', {}).then((result) => {
      if (current) setLoaded((before) => (result.ok ? { ...result.res, refusal: null } : { ...before, refusal: result }));
    });
    return () => {
      current = false;
    };
  }, [client, revision]);
  return loaded;
}
