import type { CounterView, SaleView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { CashScreen } from '../cash/cash-screen.tsx';
import { PayScreen } from './pay-screen.tsx';

/** How the basket on the screen is being paid, before anything of it is taken. `partWon`: only this much of it, in cash. */
export type PayFor = { readonly saleId: string; readonly by: 'cash' | 'card'; readonly partWon?: number };

export type BasketPaymentProps = { readonly view: CounterView; readonly sale: SaleView & { stage: 'basket' }; readonly paying: PayFor; readonly onPay: (paying: PayFor | null) => void };

export function BasketPayment({ view, sale, paying, onPay }: BasketPaymentProps) {
  const act = useAct();
  const { saleId } = sale;
  const dueWon = sale.exchange?.dueWon ?? sale.breakdown.totalWon;
  if (paying.by === 'card') {
    const cash = (partWon: number) => onPay(partWon === dueWon ? { saleId, by: 'cash' } : { saleId, by: 'cash', partWon });
    const charge = (amountWon: number, installmentMonths: number) => act('sale.chargeCard', { saleId, leftWon: dueWon, amountWon, installmentMonths });
    return <PayScreen totalWon={dueWon} leftWon={dueWon} parts={[]} offer={view.cardOffer} onLeave={() => onPay(null)} onCash={cash} onCharge={charge} onReturn={() => undefined} />;
  }
  const { partWon } = paying;
  if (partWon !== undefined && partWon < dueWon) {
    const take = (receivedWon: number) => act('sale.takeCash', { saleId, leftWon: dueWon, amountWon: partWon, receivedWon });
    return <CashScreen dueWon={partWon} onTake={take} onLeave={() => onPay({ saleId, by: 'card' })} />;
  }
  return <CashScreen dueWon={dueWon} onTake={(receivedWon) => act('sale.tenderCash', { saleId, dueWon, receivedWon })} onLeave={() => onPay(null)} />;
}
