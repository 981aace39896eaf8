import { useEffect, useState } from 'react';
import type { StrayView } from '../../../contract/cards.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { Live } from '../../ui/live.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import { sumWon } from '../../../domain/won.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { canSettle, strayAt, strayBeside } from './meaning.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { StrayActs } from './stray-acts.tsx';
import { StrayDetails } from './stray-details.tsx';
import { StrayRows } from './stray-rows.tsx';

export type StraysScreenProps = RoomProps & { readonly onSale: (saleId: string) => void };

/** What the card terminal told that fits no sale of this counter: what it means, and how it ends. */
export function StraysScreen({ view, onLeave, onSale }: StraysScreenProps) {
  const words = useWords(strayWords);
  const format = useFormat();
  const { strays, refusal } = useStrays(view.revision);
  const [chosen, setChosen] = useState<string | null>(null);
  /** With the one it was asked for: the list may go on underneath, and nothing may be done to another. */
  const [dialog, setDialog] = useState<{ readonly kind: 'cancel' | 'settle'; readonly stray: StrayView } | null>(null);
  const [said, setSaid] = useState('');
  const rows = strays ?? [];
  const stray = strayAt(rows, chosen);
  const cancel = stray?.canCancel === true ? () => setDialog({ kind: 'cancel', stray }) : null;
  const settle = stray !== null && canSettle(stray) ? () => setDialog({ kind: 'settle', stray }) : null;
  const openSale = stray === null || stray.saleId === null ? null : () => onSale(stray.saleId ?? '');
  const walk = (by: number) => setChosen(strayBeside(rows, chosen, by));
  const close = () => setDialog(null);
  const done = (text: string) => {
    close();
    setSaid(text);
  };
  const first = cancel ?? settle;
  /** Nothing to choose: the list has the room to itself. */
  const alone = rows.length === 0 && (strays !== null || refusal !== null);
  useKeyLayer('screen', {
    keys: {
      ArrowUp: () => walk(-1),
      ArrowDown: () => walk(1),
      Escape: onLeave,
      ...(openSale === null ? {} : { F3: openSale }),
      ...(settle === null ? {} : { F6: named(words.settle, settle) }),
    },
    ...(first === null ? {} : { onEnter: first }),
  });
  return (
    <Panes columns={alone ? 'grid-cols-1' : 'grid-cols-[26rem_minmax(0,1fr)] min-[76rem]:grid-cols-[32rem_minmax(0,1fr)]'} testId="screen-strays">
      <Pane tone="surface" label={words.title} className="border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-1 px-5 pb-3">
          <RoomHead title={words.title} onLeave={onLeave} />
          {rows.length === 0 ? null : <p className="num text-ink-2">{words.count(format.number(rows.length), format.won(sumWon(rows.map(({ amountWon }) => amountWon))))}</p>}
        </div>
        <StrayRows strays={strays} refusal={refusal} chosen={stray?.strayId ?? null} onChoose={setChosen} />
        <Live testId="strays-live">{said}</Live>
        {said === '' ? null : <p className="flex-none border-t border-line bg-sunk px-5 py-3 font-semibold text-ok">{said}</p>}
      </Pane>
      {alone ? null : (
        <Pane label={words.list}>
          {stray === null ? null : (
            <>
              <StrayDetails stray={stray} />
              <StrayActs stray={stray} onCancel={cancel} onSettle={settle} onSale={openSale} />
            </>
          )}
        </Pane>
      )}
      {dialog?.kind === 'cancel' ? <CancelDialog stray={dialog.stray} onDone={close} onClose={close} /> : null}
      {dialog?.kind === 'settle' ? <SettleDialog stray={dialog.stray} onDone={done} onClose={close} /> : null}
    </Panes>
  );
}

type LoadedStrays = { readonly strays: readonly StrayView[] | null; readonly refusal: CallRefusal | null };

/** All that are open, fresh after every change; what was there before stays where a new answer cannot be had. */
function useStrays(revision: number): LoadedStrays {
  const client = useClient();
  const [loaded, setLoaded] = useState<LoadedStrays>({ strays: null, refusal: null });
  useEffect(() => {
    let current = true;
    void client.call('stray.list', {}).then((result) => {
      if (current) setLoaded((before) => (result.ok ? { strays: result.res.strays, refusal: null } : { ...before, refusal: result }));
    });
    return () => {
      current = false;
    };
  }, [client, revision]);
  return loaded;
}
