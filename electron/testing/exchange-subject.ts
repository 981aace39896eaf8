/**
 * A counter that takes goods back for others, as a process that a drill may kill; it is told cash|card, CONTROL_PORT and
 * give|pay|even. It sells two pieces once where nothing is sold, and then exchanges one of them from wherever it stands, for
 * what is cheaper, dearer or the same; points count from there on.
 */
import type { SaleView } from '../../contract/views.ts';
import type { Cashier } from './cashier.ts';
import { issueReceipt } from './counter-fixture.ts';
import { playToCrash } from './crash-program.ts';
import { beginExchange } from './exchanger.ts';
import { followRefund, paidBy, papersRest, ring, settleCharge, soldOnce, untilTrue, type Giver } from './giver.ts';
import { isOver } from './refunder.ts';

const giverOf = (cashier: Cashier, [tender = 'cash', controlPort = '0']: readonly string[]): Giver => ({ cashier, tender: paidBy(tender), controlPort: Number(controlPort) });
type Taken = { readonly place: number; readonly pieces: number };

await playToCrash({
  before: (cashier, asked) => soldOnce(giverOf(cashier, asked), { place: 1, pieces: 2 }),
  act: (cashier, saleId, asked) => exchange(giverOf(cashier, asked), saleId, takenOf(asked[2] ?? 'give')),
});

/** One of those at place 1 comes back. */
function takenOf(what: string): Taken {
  if (what === 'give') return { place: 0, pieces: 1 };
  return what === 'pay' ? { place: 0, pieces: 2 } : { place: 1, pieces: 1 };
}

/** Whatever the screen is at, she goes on from it, until the refund behind it and the sale before it are both over. */
async function exchange(giver: Giver, saleId: string, taken: Taken): Promise<void> {
  const { cashier } = giver;
  await untilTrue(cashier, 'exchanged', async () => {
    const { refund, sale } = await cashier.look();
    if (refund !== null) {
      if (isOver(refund)) await cashier.must('refund.leave', {});
      else await followRefund(giver, refund);
      return false;
    }
    if (sale.stage !== 'idle') {
      await goOn(giver, sale, taken);
      return false;
    }
    const offer = await cashier.must('refund.offer', { saleId });
    if (offer.openRefundId === null && offer.refunds.length === 0) await beginExchange(cashier, { saleId, lines: [{ lineId: offer.lines[0]?.lineId ?? '', quantity: 1 }] });
    return offer.openRefundId === null && offer.refunds.length > 0;
  });
  for (const { saleId: each } of (await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 })).sales) await papersRest(cashier, each);
}

async function goOn(giver: Giver, sale: Exclude<SaleView, { stage: 'idle' }>, taken: Taken): Promise<void> {
  const { cashier } = giver;
  const { saleId } = sale;
  if (sale.stage === 'basket') await payOrSettle(giver, sale, taken);
  else if (sale.stage === 'tendering') {
    await settleCharge(giver, sale);
    if (sale.tendering.canLeave) await cashier.ask('sale.leavePayment', { saleId });
  } else if (sale.stage === 'receipt-choice') await issueReceipt(cashier, saleId);
  else if (sale.stage === 'slip-question') await cashier.ask('slip.answer', { saleId, wants: true });
  else if (sale.stage === 'done') await cashier.ask('sale.next', { saleId });
}

async function payOrSettle({ cashier, tender }: Giver, { saleId, lines, exchange: back }: SaleView & { stage: 'basket' }, taken: Taken): Promise<void> {
  if (back === null) throw new Error('a basket that is no exchange');
  const { ask } = cashier;
  const { dueWon, giveWon } = back;
  if (lines.length === 0) await ring(cashier, taken.place, taken.pieces);
  else if (dueWon === 0) await ask('exchange.settle', { saleId, giveWon });
  else if (tender === 'cash') await ask('sale.tenderCash', { saleId, dueWon, receivedWon: dueWon });
  else await ask('sale.chargeCard', { saleId, leftWon: dueWon, amountWon: dueWon, installmentMonths: 0 });
}
