import type { ExchangeView } from '../../../contract/exchange.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { differenceOf } from './difference.ts';

/** There is one exchange on the screen: why these goods cannot be taken stands over its key. */
const WHY_NOT = 'exchange-why-not';

/** What came back, under the goods that are taken for it: the two columns the difference below is made of. */
export function ExchangeBar({ exchange }: { readonly exchange: ExchangeView }) {
  const words = useWords(exchangeWords);
  const format = useFormat();
  const { saleNumber, lines, backWon, refusal } = exchange;
  return (
    <section aria-label={words.back} className="flex-none border-t-2 border-line bg-sunk px-5.5 py-3" data-testid="exchange-bar">
      <div className="num flex items-baseline gap-3">
        <b className="text-[1.0625rem] font-[700] whitespace-nowrap">{words.title(format.saleNumber(saleNumber))}</b>
        <span data-may-shorten className="min-w-0 flex-1 truncate text-[0.9375rem] text-ink-2">
          {words.back} · {lines.map((line) => words.piece(line.name, format.number(line.quantity))).join(', ')}
        </span>
        <Amount won={-backWon} className="text-xl! font-[650]!" testId="exchange-back" />
      </div>
      {refusal === null ? null : (
        <div id={WHY_NOT} className="mt-2.5">
          <Trouble code={refusal} tone="warn" testId="exchange-refused" />
        </div>
      )}
    </section>
  );
}

/** The one sum that is left between what came back and what is taken. */
export function DifferenceTotal({ exchange, empty }: { readonly exchange: ExchangeView; readonly empty: boolean }) {
  const words = useWords(exchangeWords);
  const { kind, won } = differenceOf(exchange);
  return (
    <span className="ml-auto flex flex-none items-baseline gap-3.5" data-testid="exchange-difference" data-difference={empty ? 'open' : kind}>
      {empty || exchange.refusal !== null ? (
        <b className="flex min-h-14 items-center text-[1.625rem] font-[700] text-ink">{empty ? words.scanNow : words.cannot}</b>
      ) : (
        <>
          <b className="text-[1.0625rem] font-semibold whitespace-nowrap text-ink">{words.difference[kind]}</b>
          <Amount won={won} size="total" tone={kind === 'even' ? 'muted' : kind === 'give' ? 'ok' : 'ink'} testId="sale-total" />
        </>
      )}
    </span>
  );
}

/** Nothing is to be paid: one key ends it, and says in won what goes back. */
export function SettleKey({ exchange, onSettle }: { readonly exchange: ExchangeView; readonly onSettle: () => void }) {
  const words = useWords(exchangeWords);
  const format = useFormat();
  const { kind, won } = differenceOf(exchange);
  const text = exchange.refusal !== null ? words.cannot : kind === 'give' ? words.settleGive(format.won(won)) : words.settleEven;
  return (
    <div className="mt-2.5 grid">
      <Button kind="primary" size="huge" disabled={exchange.refusal !== null} onPress={onSettle} describedBy={exchange.refusal === null ? undefined : WHY_NOT} keyHint="F8" testId="exchange-settle" className="num">
        {text}
      </Button>
    </div>
  );
}
