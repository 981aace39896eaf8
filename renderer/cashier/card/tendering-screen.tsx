import { useState } from 'react';
import type { CounterView, SaleView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { CashScreen } from '../cash/cash-screen.tsx';
import { LiveScreen } from './live-screen.tsx';
import { PayScreen } from './pay-screen.tsx';
import { SigningScreen } from './signing-screen.tsx';
import { SurplusScreen } from './surplus-screen.tsx';
import { UnknownScreen } from './unknown-screen.tsx';

export type TenderingScreenProps = { readonly view: CounterView; readonly sale: SaleView & { stage: 'tendering' } };

/** One thing at a time: the terminal, then what nobody knows, then the signature, then a charge too many, then what is left to pay. */
export function TenderingScreen({ view, sale }: TenderingScreenProps) {
  const act = useAct();
  const [cashWon, setCashWon] = useState<number | null>(null);
  const { tendering, saleId } = sale;
  const { live, unknown, signing } = tendering;
  if (live !== null) return <LiveScreen saleId={saleId} tendering={tendering} live={live} />;
  if (unknown !== null) return <UnknownScreen saleId={saleId} tendering={tendering} unknown={unknown} offer={view.cardOffer} />;
  if (signing !== null) return <SigningScreen tendering={tendering} signing={signing} asked={view.signature} />;
  const surplus = tendering.parts.find((part) => part.standing === 'surplus');
  if (surplus !== undefined) return <SurplusScreen saleId={saleId} tendering={tendering} part={surplus} />;
  if (cashWon !== null && cashWon <= tendering.leftWon) {
    const take = (receivedWon: number) => act('sale.takeCash', { saleId, leftWon: tendering.leftWon, amountWon: cashWon, receivedWon });
    return <CashScreen key={tendering.leftWon} dueWon={cashWon} onTake={take} onTaken={() => setCashWon(null)} onLeave={() => setCashWon(null)} />;
  }
  const leave = () => void act('sale.leavePayment', { saleId });
  return (
    <PayScreen
      totalWon={tendering.totalWon}
      leftWon={tendering.leftWon}
      parts={tendering.parts}
      offer={view.cardOffer}
      onLeave={tendering.canLeave ? leave : null}
      onCash={setCashWon}
      onCharge={(amountWon, installmentMonths) => act('sale.chargeCard', { saleId, leftWon: tendering.leftWon, amountWon, installmentMonths })}
      onReturn={(partId) => void act('sale.returnPart', { saleId, partId })}
    />
  );
}
