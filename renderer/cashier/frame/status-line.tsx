import type { ReactNode } from 'react';
import { memo } from 'react';
import type { RefundBriefView } from '../../../contract/refund.ts';
import type { CounterView } from '../../../contract/views.ts';
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { useNow } from '../../ui/now.ts';
import { Press } from '../../ui/press.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { correctionWords } from '../../words/correction.ts';
import type { DeviceId } from '../../words/devices.ts';
import { deviceWords } from '../../words/devices.ts';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import { slipSettingsWords } from '../../words/slip-settings.ts';
import { strayWords } from '../../words/stray.ts';
import type { CaseRoom } from '../use-rooms.ts';

type CardCases = CounterView['status']['cards'];

export type StatusLineProps = {
  readonly view: CounterView;
  /** Null before anyone has signed in. */
  readonly onDevice: ((device: DeviceId) => void) | null;
  /** To the slips to sign, and to the card results that fit no sale; null before anyone has signed in. */
  readonly onCase: ((room: CaseRoom) => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onRefund: (refundId: string) => void;
};

/**
 * Always there; it speaks only when something is up, and then says won, count and age. Each item leads to the device it speaks of.
 * Printer and gateway always stand here, because their absence would be a question; the others come when they need somebody. A terminal that
 * is well stands here too, as long as nobody needs the room; a shop that takes no cards has none, and nobody is reminded of it all day.
 */
export const StatusLine = memo(function StatusLine({ view, onDevice, onCase, onPrevious, onRefund }: StatusLineProps) {
  const words = useWords(cashierWords).status;
  const slipsOff = useWords(slipSettingsWords).statusOff;
  const format = useFormat();
  const nowMs = useNow(5_000);
  const { display, pad, journal, unsent, prints } = view.status;
  const device = (id: StatusDevice) => <DeviceItem id={id} health={view.status[id]} onDevice={onDevice} />;
  return (
    <footer aria-label={words.label} className="num flex min-h-12 flex-none items-stretch border-t border-line bg-sunk px-2 text-[0.875rem] text-ink-2 cramped:flex-wrap" data-testid="status-line">
      {device('printer')}
      {device('gateway')}
      {showsTerminal(view.status) ? device('terminal') : null}
      {troubled(display.state) ? device('display') : null}
      {pad.kind === 'koces-pad' && troubled(pad.state) ? device('pad') : null}
      {troubled(journal.state) ? device('journal') : null}
      {unsent.count === 0 ? null : (
        <Item state="warning" loud testId="status-unsent" onPress={onDevice === null ? null : () => onDevice('gateway')}>
          {words.unsent(unsent.count)}
          <span className="font-normal text-ink-2">
            {' '}
            {format.won(unsent.amountWon)}
            {unsent.oldestAt === null ? '' : ` · ${format.age(unsent.oldestAt, nowMs).replaceAll(' ', '\u00A0')}`}
          </span>
        </Item>
      )}
      {prints.count === 0 ? null : (
        <Item state="warning" loud testId="status-prints" onPress={onDevice === null ? null : () => onDevice('printer')}>
          {words.prints(prints.count)}
        </Item>
      )}
      {prints.off ? (
        <Item state="warning" loud testId="status-slips-off" onPress={onDevice === null ? null : () => onDevice('printer')}>
          {slipsOff}
        </Item>
      ) : null}
      <CardCaseItems cards={view.status.cards} onCase={onCase} />
      {view.status.refunds.first === null || view.refund !== null ? null : <OpenRefunds refunds={view.status.refunds} first={view.status.refunds.first} onRefund={view.shift === null ? null : onRefund} />}
      {/* The last sale gives way before what is up has to stand in two lines. */}
      <span data-may-shorten className="ml-auto flex max-h-12 min-w-18 shrink-[1000000] flex-row-reverse flex-wrap-reverse items-stretch gap-x-1.5 overflow-hidden">
        <time className="flex min-h-12 items-center px-3 whitespace-nowrap" data-testid="clock">
          {format.time(new Date(nowMs).toISOString())}
        </time>
        <LastSale view={view} onPrevious={onPrevious} />
      </span>
    </footer>
  );
});

/** Paper that still wants a signature, and charges nobody has looked at: each leads to its room. */
function CardCaseItems({ cards: { slipsUnsigned, slipsNotPrinted, strayCharges }, onCase }: { readonly cards: CardCases } & Pick<StatusLineProps, 'onCase'>) {
  const slips = useWords(handwrittenWords).status;
  const strays = useWords(strayWords).status;
  const toSign = slipsUnsigned + slipsNotPrinted;
  return (
    <>
      {toSign === 0 ? null : (
        <Item state="warning" loud testId="status-slips" onPress={onCase === null ? null : () => onCase('to-sign')}>
          {slips(toSign)}
        </Item>
      )}
      {strayCharges === 0 ? null : (
        <Item state="warning" loud testId="status-strays" onPress={onCase === null ? null : () => onCase('strays')}>
          {strays(strayCharges)}
        </Item>
      )}
    </>
  );
}

function troubled(state: DotState): boolean {
  return state === 'down' || state === 'warning';
}

function showsTerminal({ printer, gateway, terminal, unsent, prints, cards }: CounterView['status']): boolean {
  if (terminal.failure === 'terminal.none') return false;
  return troubled(terminal.state) || (!troubled(printer.state) && !troubled(gateway.state) && unsent.count === 0 && prints.count === 0 && !prints.off && cards.slipsUnsigned + cards.slipsNotPrinted + cards.strayCharges === 0);
}

type OpenRefundsProps = { readonly refunds: CounterView['status']['refunds']; readonly first: RefundBriefView; readonly onRefund: ((refundId: string) => void) | null };

/** Money that is on its way back: a touch leads to the oldest. */
function OpenRefunds({ refunds, first, onRefund }: OpenRefundsProps) {
  const words = useWords(refundWords);
  const correction = useWords(correctionWords).status;
  const format = useFormat();
  return (
    <Item state="warning" loud testId="status-refunds" onPress={onRefund === null ? null : () => onRefund(first.refundId)}>
      {first.kind === 'receipt-correction' && refunds.count === 1 ? correction : words.status(format.number(refunds.count), format.won(refunds.won))}
    </Item>
  );
}

/** Her change stays in sight until the next sale is paid; a touch opens that sale again. */
function LastSale({ view, onPrevious }: Pick<StatusLineProps, 'view' | 'onPrevious'>) {
  const words = useWords(cashierWords).status;
  const format = useFormat();
  if (view.lastSale === null) return null;
  const text = (
    <span className="whitespace-nowrap" data-testid="status-last-sale">
      {words.last(format.saleNumber(view.lastSale.saleNumber))} · {words.lastChange} <b className="font-semibold text-ink">{format.won(view.lastSale.changeWon)}</b>
    </span>
  );
  return (
    <Pressable onPress={onPrevious} testId="open-previous">
      {text}
    </Pressable>
  );
}

type ItemProps = { readonly state: DotState; readonly loud: boolean; readonly testId: string; readonly onPress: (() => void) | null; readonly children: ReactNode };

type StatusDevice = 'printer' | 'gateway' | 'terminal' | 'display' | 'pad' | 'journal';

function DeviceItem({ id, health: { state, failure }, onDevice }: { readonly id: StatusDevice; readonly health: CounterView['status']['printer']; readonly onDevice: StatusLineProps['onDevice'] }) {
  const words = useWords(cashierWords).status;
  const { short } = useWords(deviceWords);
  return (
    <Item state={state} loud={troubled(state)} testId={`status-${id}`} onPress={onDevice === null ? null : () => onDevice(id)}>
      {state === 'ok' ? words[id] : words.ails(words[id], inLine((failure === null ? null : short[failure]) ?? words.state[state]))}
      {state === 'ok' ? <span className="sr-only"> {words.state.ok}</span> : null}
    </Item>
  );
}

/** What stands alone elsewhere, in the midst of a line: no capital, and in one piece. */
function inLine(text: string): string {
  return (text.charAt(0).toLowerCase() + text.slice(1)).replaceAll(' ', '\u00A0');
}

function Item({ state, loud, testId, onPress, children }: ItemProps) {
  return (
    <Pressable onPress={onPress} testId={testId} state={state}>
      <Dot state={state} />
      <span className={loud ? 'font-semibold text-ink' : ''}>{children}</span>
    </Pressable>
  );
}

type PressableProps = { readonly onPress: (() => void) | null; readonly testId: string; readonly state?: DotState; readonly children: ReactNode };

/** A button where it leads somewhere, plain text where it does not. */
function Pressable({ onPress, testId, state, children }: PressableProps) {
  const look = 'inline-flex min-h-12 items-center gap-1.75 px-[min(0.75rem,0.9vw)] text-left leading-tight';
  if (onPress === null) {
    return (
      <span className={look} data-testid={testId} data-state={state}>
        {children}
      </span>
    );
  }
  return (
    <Press onPress={onPress} className={cx(look, 'cursor-default rounded-control data-pressed:bg-line')} data-testid={testId} data-state={state}>
      {children}
    </Press>
  );
}
