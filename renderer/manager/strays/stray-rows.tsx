import { useEffect, useRef } from 'react';
import type { StrayView } from '../../../contract/cards.ts';
import type { CallRefusal } from '../../bridge.ts';
import { Amount } from '../../ui/amount.tsx';
import { Dot } from '../../ui/dot.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { strayWords } from '../../words/stray.ts';
import { meaningOf } from './meaning.ts';

export type StrayRowsProps = { readonly strays: readonly StrayView[] | null; readonly refusal: CallRefusal | null; readonly chosen: string | null; readonly onChoose: (strayId: string) => void };

export function StrayRows({ strays, refusal, chosen, onChoose }: StrayRowsProps) {
  const words = useWords(strayWords);
  const { loading } = useWords(managerWords);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const none = strays !== null && strays.length === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line" data-testid="strays-list">
      <Live>{none ? words.none : ''}</Live>
      {refusal === null ? null : (
        <div className="p-5">
          <Trouble code={refusal.code} detail={refusal.detail} testId="strays-refused" />
        </div>
      )}
      {strays === null && refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
      {none ? <Nothing title={words.none} hint={words.noneHint} testId="strays-none" /> : null}
      {strays === null || none ? null : (
        <ul aria-label={words.list}>
          {strays.map((stray) => (
            <li key={stray.strayId} ref={stray.strayId === chosen ? row : null} className="[contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
              <Row stray={stray} chosen={stray.strayId === chosen} onChoose={() => onChoose(stray.strayId)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ stray, chosen, onChoose }: { readonly stray: StrayView; readonly chosen: boolean; readonly onChoose: () => void }) {
  const words = useWords(strayWords);
  const format = useFormat();
  const { title } = words.kinds[meaningOf(stray)];
  const seen = [stray.cancel === 'under-way' ? words.cancelling : '', format.dayTime(stray.openedAt), stray.approvalNumber].filter((part) => part !== '').join(' · ');
  return (
    <ListRow onPress={onChoose} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className="min-h-19 gap-y-0.5" testId="stray-row">
      <b className="flex min-w-0 items-center gap-2 text-[1.1875rem] font-semibold">
        <Dot state={stray.cancel === 'under-way' ? 'checking' : 'warning'} />
        <span className="truncate">{title}</span>
      </b>
      <Amount won={stray.amountWon} className="text-right" />
      <span className="col-span-2 truncate text-[0.9375rem] text-ink-2">{seen}</span>
    </ListRow>
  );
}
