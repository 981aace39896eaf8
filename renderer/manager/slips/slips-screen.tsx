import { Button } from '../../ui/button.tsx';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { RoomHead } from '../room.tsx';
import { CollectDialog } from './collect-dialog.tsx';
import { HandInDialog } from './hand-in-dialog.tsx';
import { MAX_MARKED, rowsOf, SLIP_TABS, wonOf } from './list.ts';
import { SlipDetails } from './slip-details.tsx';
import { SlipRows } from './slip-rows.tsx';
import type { SlipRoom, SlipScreenProps } from './use-slip-room.ts';
import { usePrimaryLabel, useSlipRoom } from './use-slip-room.ts';
import { WriteOffDialog } from './write-off-dialog.tsx';

/** 수기서명 전표: each followed from the printer to the customer's pen, and to the agency. One step, one list, one act. */
export function SlipsScreen(props: SlipScreenProps) {
  const words = useWords(handwrittenWords);
  const room = useSlipRoom(props);
  const { tab, slip, dialog, done, closeDialog, loaded } = room;
  /** Nothing under any of the tabs: the list has the room to itself. */
  const alone = loaded.slips === null ? loaded.refusal !== null : loaded.slips.open.length + loaded.slips.ended.length === 0;
  return (
    <Panes columns={alone ? 'grid-cols-1' : 'grid-cols-[26rem_minmax(0,1fr)] min-[76rem]:grid-cols-[32rem_minmax(0,1fr)]'} testId="screen-slips">
      <Pane tone="surface" label={words.title} className="border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5 pb-3">
          <RoomHead title={words.title} onLeave={props.onLeave} />
          <Tabs room={room} />
        </div>
        <SlipRows room={room} />
        <Live testId="slips-live">{room.said}</Live>
        {tab === 'ended' || (room.rows.length === 0 && room.said === '') ? null : <MarkLine room={room} />}
      </Pane>
      {alone ? null : (
        <Pane label={words.list}>
          <SlipDetails room={room} />
          {tab === 'ended' || slip === null ? null : <PrimaryLine room={room} />}
        </Pane>
      )}
      {dialog?.kind === 'collect' ? <CollectDialog slips={dialog.slips} onDone={done} onClose={closeDialog} /> : null}
      {dialog?.kind === 'hand-in' ? <HandInDialog slips={dialog.slips} onDone={done} onClose={closeDialog} /> : null}
      {dialog?.kind === 'write-off' ? dialog.slips.map((one) => <WriteOffDialog key={one.slipId} slip={one} onDone={done} onClose={closeDialog} />) : null}
    </Panes>
  );
}

function Tabs({ room: { tab, goTo, loaded } }: { readonly room: SlipRoom }) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const options = SLIP_TABS.map((id) => {
    const count = id === 'ended' || loaded.slips === null ? 0 : rowsOf(id, loaded.slips).length;
    return { id, testId: `slips-tab-${id}`, content: <span className="num">{count === 0 ? words.tabs[id] : `${words.tabs[id]} ${format.number(count)}`}</span> };
  });
  return <Segments label={words.tabsLabel} value={tab} options={options} onChange={goTo} className="flex-wrap" />;
}

/** Under the list: what is chosen, and all of it by one key; what was done last. */
function MarkLine({ room: { rows, marks, markAll, said, targets } }: { readonly room: SlipRoom }) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const sum = marks.size === 0 ? words.count(format.number(rows.length), format.won(wonOf(rows))) : words.marked(format.number(targets.length), format.won(wonOf(targets)));
  return (
    <div className="flex flex-none flex-col gap-1 border-t border-line bg-sunk px-5 py-2">
      {said === '' ? null : (
        <p className="pt-1 leading-tight font-semibold text-ok" data-testid="slips-said">
          {said}
        </p>
      )}
      {marks.size < MAX_MARKED ? null : <p className="pt-1 text-ink-2">{words.tooMany(format.number(MAX_MARKED))}</p>}
      {rows.length === 0 ? null : (
        <div className="flex items-center justify-between gap-3">
          <span className="num text-ink-2" data-testid="slips-sum">
            {sum}
          </span>
          <Button size="small" onPress={markAll} keyHint="F6" testId="slips-mark-all" className="flex-none">
            {marks.size === 0 ? words.markAll : targets.length === rows.length ? words.markNone : words.markAll}
          </Button>
        </div>
      )}
    </div>
  );
}

function PrimaryLine({ room }: { readonly room: SlipRoom }) {
  const { targets, primary } = room;
  const label = usePrimaryLabel(room, wonOf(targets));
  return (
    <footer className="flex-none border-t border-line px-7.5 py-4">
      <Button kind="primary" size="huge" disabled={targets.length === 0} onPress={primary} keyHint="Enter" testId="slips-primary" className="num w-full">
        {label}
      </Button>
    </footer>
  );
}
