import type { ExchangeTieView } from '../../../contract/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';

export type SaleExchangesProps = { readonly exchanges: readonly ExchangeTieView[]; readonly onSale: (saleId: string) => void };

/** The sales on the other side of an exchange, one press away: each of the two leads to the other. F5 goes to the newest. */
export function SaleExchanges({ exchanges, onSale }: SaleExchangesProps) {
  const words = useWords(exchangeWords).tied;
  const format = useFormat();
  const newest = exchanges.at(-1);
  const text = ({ which, saleNumber }: ExchangeTieView) => words[which](format.saleNumber(saleNumber));
  useKeyLayer('screen', { keys: newest === undefined ? {} : { F5: named(text(newest), () => onSale(newest.saleId)) } });
  return (
    <ul className="grid gap-2 py-2.5">
      {exchanges.map((tie) => (
        <li key={tie.saleId} className="grid">
          <Button onPress={() => onSale(tie.saleId)} {...(tie === newest ? { keyHint: 'F5' } : {})} testId={`exchange-${tie.which}`} className="num justify-between!">
            {text(tie)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
