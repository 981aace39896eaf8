import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CounterView } from '../../../contract/views.ts';
import { Dot } from '../../ui/dot.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { useNow } from '../../ui/now.ts';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** Always there; it speaks only when something is up, and then says won, count and age. A touch shows what is wrong and what to do. */
export function StatusLine({ view, onDetails }: { readonly view: CounterView; readonly onDetails: (() => void) | null }) {
  const words = useWords(cashierWords).status;
  const format = useFormat();
  const nowMs = useNow(5_000);
  const { printer, gateway, unsent, prints } = view.status;
  const device = (name: string, { state, failure }: DeviceHealth, testId: string) => (
    <Item state={state} loud={state === 'down' || state === 'warning'} testId={testId} onPress={onDetails}>
      {name}
      {state === 'ok' ? <span className="sr-only"> {words.state.ok}</span> : ` ${(failure === null ? null : words.trouble[failure]) ?? words.state[state]}`}
    </Item>
  );
  return (
    <footer aria-label={words.label} className="num flex min-h-12 flex-none items-stretch gap-1 border-t border-line bg-sunk px-2 text-[0.875rem] text-ink-2 cramped:flex-wrap" data-testid="status-line">
      {device(words.printer, printer, 'status-printer')}
      {device(words.gateway, gateway, 'status-gateway')}
      {unsent.count === 0 ? null : (
        <Item state="warning" loud testId="status-unsent" onPress={onDetails}>
          {words.unsent(unsent.count)}
          <span className="font-normal text-ink-2">
            {' '}
            {format.won(unsent.amountWon)}
            {unsent.oldestAt === null ? '' : ` · ${format.age(unsent.oldestAt, nowMs)}`}
          </span>
        </Item>
      )}
      {prints.count === 0 ? null : (
        <Item state="warning" loud testId="status-prints" onPress={onDetails}>
          {words.prints(prints.count)}
        </Item>
      )}
      <span className="ml-auto flex items-center gap-4.5 px-3">
        {view.lastSale === null ? null : (
          <span data-testid="status-last-sale">
            {words.last(format.saleNumber(view.lastSale.saleNumber))} · {words.lastChange} <b className="font-semibold text-ink">{format.won(view.lastSale.changeWon)}</b>
          </span>
        )}
        <time data-testid="clock">{format.time(new Date(nowMs).toISOString())}</time>
      </span>
    </footer>
  );
}

type DeviceHealth = CounterView['status']['printer'];

type ItemProps = { readonly state: DotState; readonly loud: boolean; readonly testId: string; readonly onPress: (() => void) | null; readonly children: ReactNode };

function Item({ state, loud, testId, onPress, children }: ItemProps) {
  const inner = (
    <>
      <Dot state={state} />
      <span className={loud ? 'font-semibold text-ink' : ''}>{children}</span>
    </>
  );
  const look = 'inline-flex min-h-12 items-center gap-1.75 px-3';
  if (onPress === null) {
    return (
      <span className={look} data-testid={testId} data-state={state}>
        {inner}
      </span>
    );
  }
  return (
    <AriaButton preventFocusOnPress onPress={onPress} className={`${look} cursor-default rounded-control data-pressed:bg-line`} data-testid={testId} data-state={state}>
      {inner}
    </AriaButton>
  );
}
