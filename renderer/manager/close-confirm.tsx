import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Live } from '../ui/live.tsx';
import { Pane, Panes, Title } from '../ui/screen.tsx';
import { useFormat, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import type { Count } from './count.ts';
import { COINS_WON, countedWon, countOf, DENOMINATIONS_WON } from './count.ts';

export type CloseConfirmProps = { readonly count: Count; readonly busy: boolean; readonly onRecount: () => void; readonly onClose: () => void };

/** Not to be undone, so the sum is in the button, and Enter does not press it: the key that ended the last field would. */
export function CloseConfirm({ count, busy, onRecount, onClose }: CloseConfirmProps) {
  const words = useWords(managerWords).close;
  const format = useFormat();
  const sumWon = countedWon(count);
  const sum = format.won(sumWon);
  useKeyLayer('screen', { keys: { Escape: named(words.recount, onRecount), F9: named(words.confirm(sum), onClose) } });
  const counted = DENOMINATIONS_WON.filter((value) => countOf(count, value) > 0);
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_22rem] min-[76rem]:grid-cols-[minmax(0,1fr)_30rem]" testId="screen-close-confirm">
      <Pane className="gap-4 overflow-y-auto px-11 py-9">
        <Title>{words.confirmTitle(sum)}</Title>
        <Amount won={sumWon} size="huge" className="min-[76rem]:text-[6rem]!" testId="close-confirm-sum" />
        <p className="max-w-[40rem] text-[1.1875rem] text-ink-2">{words.confirmBody}</p>
        <div className="mt-auto flex flex-col gap-3 pt-4">
          <Button kind="primary" size="huge" onPress={onClose} disabled={busy} keyHint="F9" testId="close-confirm" className="num">
            {busy ? words.closing : words.confirm(sum)}
          </Button>
          <Button size="large" onPress={onRecount} disabled={busy} keyHint="Esc" testId="close-recount">
            {words.recount}
          </Button>
        </div>
      </Pane>
      <Pane tone="surface" label={words.counted} className="border-l border-line px-7.5 py-6.5">
        <ul tabIndex={0} aria-label={words.counted} className="num flex flex-1 flex-col overflow-y-auto">
          {counted.map((value) => (
            <li key={value} className="grid grid-cols-[minmax(7rem,auto)_1fr_auto] items-baseline gap-x-4 border-b border-sunk py-3 text-[1.1875rem]">
              <span className="font-[650]">{format.won(value)}</span>
              <span className="text-ink-2">{words.pieces(format.number(countOf(count, value)), COINS_WON.some((coin) => coin === value) ? 'coins' : 'notes')}</span>
              <span className="text-right font-[650]">{format.number(value * countOf(count, value))}</span>
            </li>
          ))}
        </ul>
      </Pane>
      <Live urgent>{`${words.confirmTitle(sum)} ${words.confirmBody}`}</Live>
    </Panes>
  );
}
