import type { RefundView } from '../../../contract/refund.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Pane, Title } from '../../ui/screen.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import { useOnce } from '../refund/use-once.ts';

export type ExchangeGoOnProps = { readonly refund: RefundView; /** The goods are on the sale screen again. */ readonly onShown: () => void; readonly onLater: () => void };

/** An exchange whose goods are still being chosen: the way back to them. */
export function ExchangeGoOn({ refund, onShown, onLater }: ExchangeGoOnProps) {
  const words = useWords(exchangeWords).goOn;
  const { later } = useWords(refundWords);
  const act = useAct();
  const { busy, once } = useOnce();
  const show = () =>
    once(async () => {
      const shown = await act('exchange.show', { refundId: refund.refundId });
      if (shown.ok) onShown();
      return shown;
    });
  useKeyLayer('screen', { keys: { Escape: onLater }, onEnter: show });
  return (
    <>
      <Pane label={words.title} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.title}</Title>
        <Amount won={refund.amountWon} size="giant" />
        <p className="text-xl text-balance">{words.meaning}</p>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {later}
        </Button>
        <Button kind="primary" size="huge" disabled={busy} onPress={show} keyHint="Enter" testId="exchange-show">
          {words.act}
        </Button>
      </Pane>
    </>
  );
}
