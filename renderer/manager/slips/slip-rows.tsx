import { useEffect, useRef, useState } from 'react';
import type { HandwrittenView } from '../../../contract/cards.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Press } from '../../ui/press.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { slipSign } from '../signs.ts';
import { drawnRows, isReady } from './list.ts';
import type { SlipRoom } from './use-slip-room.ts';

export function SlipRows({ room }: { readonly room: SlipRoom }) {
  const words = useWords(handwrittenWords);
  const { loading } = useWords(managerWords);
  const { tab, rows, slip, marks, mark, choose, loaded } = room;
  const chosen = useRef<HTMLLIElement>(null);
  const slipId = slip?.slipId ?? null;
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [slipId]);
  const { slips, refusal, more, loadMore } = loaded;
  const none = slips !== null && rows.length === 0;
  const [pages, setPages] = useState({ tab, count: 1 });
  const drawn = drawnRows(rows, slip, pages.tab === tab ? pages.count : 1);
  const further = drawn < rows.length ? () => setPages({ tab, count: (pages.tab === tab ? pages.count : 1) + 1 }) : tab === 'ended' && more ? loadMore : null;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line" data-testid="slips-list">
      <Live>{none ? words.none[tab] : ''}</Live>
      {refusal === null ? null : (
        <div className="p-5">
          <Trouble code={refusal.code} detail={refusal.detail} testId="slips-refused" />
        </div>
      )}
      {slips === null && refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
      {none ? <Nothing title={words.none[tab]} hint={words.noneHint[tab]} testId="slips-none" /> : null}
      {rows.length === 0 ? null : (
        <ul aria-label={words.list}>
          {rows.slice(0, drawn).map((row) => (
            <li key={row.slipId} ref={row.slipId === slipId ? chosen : null} className="flex [contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
              {tab === 'ended' ? null : <Mark slip={row} marked={marks.has(row.slipId)} onMark={() => mark(row)} />}
              <Row slip={row} chosen={row.slipId === slipId} onChoose={() => choose(row.slipId)} />
            </li>
          ))}
        </ul>
      )}
      {further === null ? null : (
        <div className="px-5 py-4">
          <Button onPress={further} testId="slips-more">
            {words.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function Mark({ slip, marked, onMark }: { readonly slip: HandwrittenView; readonly marked: boolean; readonly onMark: () => void }) {
  const words = useWords(handwrittenWords);
  const name = useSlipName(slip);
  return (
    <Press
      onPress={onMark}
      disabled={!isReady(slip)}
      skippedByTab
      aria-label={words.markOf(name)}
      aria-pressed={marked}
      className="grid w-14 flex-none cursor-default place-items-center border-b border-sunk -outline-offset-2! data-pressed:bg-sunk"
      data-testid="slip-mark"
    >
      <span aria-hidden="true" className={cx('grid size-7 place-items-center rounded-[0.4375rem] border-2', marked ? 'border-accent bg-accent text-accent-ink' : isReady(slip) ? 'border-line-strong' : 'border-line')}>
        {marked ? <CheckIcon /> : null}
      </span>
    </Press>
  );
}

/** By what a person tells it from others: the number on the paper. */
export function useSlipName({ card }: Pick<HandwrittenView, 'card'>): string {
  const words = useWords(handwrittenWords);
  return card.approvalNumber === '' ? words.noApproval : words.approval(card.approvalNumber);
}

function Row({ slip, chosen, onChoose }: { readonly slip: HandwrittenView; readonly chosen: boolean; readonly onChoose: () => void }) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const name = useSlipName(slip);
  const { state, trouble, ageDays, openedAt, card, chargedWon } = slip;
  const waits = state === 'printed' || state === 'not-printed' || state === 'printing';
  return (
    <ListRow onPress={onChoose} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className={cx('min-h-19 gap-y-0.5', waits || state === 'collected' ? 'pl-3' : '')} testId={`slip-row-${state}`}>
      <b className="truncate text-[1.1875rem] font-semibold">{name}</b>
      <Amount won={chargedWon} className="text-right" />
      <span data-may-shorten className="truncate text-[0.9375rem] text-ink-2">
        <span className={ageDays > 0 && waits ? 'font-semibold text-warn' : ''}>{ageDays === 0 ? `${words.today} ${format.time(openedAt)}` : words.days(ageDays)}</span>
        {card.maskedNumber === '' ? '' : ` · ${card.maskedNumber}`}
      </span>
      <span className="flex items-center justify-end gap-1.75 text-[0.9375rem] text-ink-2">
        <Dot state={slipSign(state)} />
        {trouble === 'handwritten.print-unknown' ? words.maybePrinted : words.state[state]}
      </span>
    </ListRow>
  );
}
