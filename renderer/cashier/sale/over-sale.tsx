import type { CounterView, LineView } from '../../../contract/views.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { useClient } from '../../bridge.ts';
import { useSpecialAct } from '../approval/special-acts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { LineSheet } from './line-sheet.tsx';
import type { Basket } from './use-basket.ts';

/** What lies over the sale; one at a time. */
export type Open = { readonly what: 'nothing' } | { readonly what: 'abandon' } | { readonly what: 'held' } | { readonly what: 'discount' } | { readonly what: 'line'; readonly lineId: string };
export const NOTHING_OPEN: Open = { what: 'nothing' };

type OpenOverSaleProps = { readonly view: CounterView; readonly open: Open; readonly basket: Basket | null; readonly onCancelLine: (line: LineView) => void; readonly onClose: () => void };

export function OpenOverSale({ view, open, basket, onCancelLine, onClose }: OpenOverSaleProps) {
  if (open.what === 'held') return <HeldDialog held={view.held} swaps={basket !== null} onClose={onClose} />;
  if (basket === null) return null;
  switch (open.what) {
    case 'nothing':
      return null;
    case 'abandon':
      return <AbandonDialog sale={basket} onClose={onClose} />;
    case 'discount':
      return <DiscountDialog sale={basket} maxPercent={view.discountMaxPercent} onClose={onClose} />;
    case 'line': {
      const line = basket.lines.find(({ lineId }) => lineId === open.lineId);
      return line === undefined ? null : <LineSheet saleId={basket.saleId} line={line} maxPercent={view.discountMaxPercent} onCancelLine={() => onCancelLine(line)} onClose={onClose} />;
    }
    default:
      return unreachable(open);
  }
}

function AbandonDialog({ sale, onClose }: { readonly sale: Basket; readonly onClose: () => void }) {
  const words = useWords(cashierWords).basket;
  const exchange = useWords(exchangeWords);
  const format = useFormat();
  const client = useClient();
  const special = useSpecialAct();
  const abandon = () => {
    onClose();
    void special({ saleId: sale.saleId, what: words.abandon }, (given) => client.call('sale.abandon', { saleId: sale.saleId, ...given }));
  };
  return (
    <Dialog title={sale.exchange === null ? words.abandonTitle : exchange.leaveTitle} onClose={onClose} testId="abandon-dialog">
      <p className="text-ink-2">{sale.exchange === null ? words.abandonMeaning(sale.lines.length) : exchange.leaveMeaning}</p>
      <div className="grid grid-cols-2 gap-2.5">
        <Button size="large" onPress={onClose} testId="abandon-keep">
          {words.abandonKeep}
        </Button>
        <Button size="large" kind="danger" onPress={abandon} testId="abandon-do">
          {sale.exchange === null ? words.abandonDo(format.won(sale.breakdown.totalWon)) : exchange.leaveDo}
        </Button>
      </div>
    </Dialog>
  );
}
