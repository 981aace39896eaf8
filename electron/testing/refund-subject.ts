/**
 * A counter that gives a sale back, as a process that a drill may kill; it is told cash|card|split|terminal-receipt,
 * CONTROL_PORT and void|part|correct. It sells once where nothing is sold, and then gives back all of it, or one piece of two, or corrects its cash receipt,
 * from wherever it stands; points count from there on.
 */
import { playToCrash } from './crash-program.ts';
import { followRefund, paidBy, papersRest, settleReceipts, soldOnce, untilTrue, type Giver } from './giver.ts';
import { beginRefund, correctReceipt, isOver } from './refunder.ts';

const giverOf = (cashier: Giver['cashier'], [tender = 'cash', controlPort = '0']: readonly string[]): Giver => ({ cashier, tender: paidBy(tender), controlPort: Number(controlPort) });

await playToCrash({
  before: (cashier, asked) => soldOnce(giverOf(cashier, asked), asked[2] === 'part' ? { place: 1, pieces: 2 } : { place: 0, pieces: 1 }),
  act: (cashier, saleId, asked) => giveBack(giverOf(cashier, asked), saleId, asked[2] ?? 'void'),
});

async function giveBack(giver: Giver, saleId: string, what: string): Promise<void> {
  const { cashier } = giver;
  await untilTrue(cashier, 'gave back', async () => {
    const { refund } = await cashier.look();
    if (refund !== null && !isOver(refund)) await followRefund(giver, refund);
    if (refund !== null) return isOver(refund);
    const offer = await cashier.must('refund.offer', { saleId });
    if (offer.openRefundId !== null) await cashier.must('refund.show', { refundId: offer.openRefundId });
    else if (offer.refunds.length === 0) await begin(cashier, what, saleId, offer.lines[0]?.lineId ?? '');
    return offer.refunds.length > 0 && offer.openRefundId === null;
  });
  await settleReceipts(giver, saleId);
  await papersRest(cashier, saleId);
}

async function begin(cashier: Giver['cashier'], what: string, saleId: string, lineId: string): Promise<void> {
  if (what === 'correct') await correctReceipt(cashier, saleId);
  else await beginRefund(cashier, { saleId, lines: what === 'void' ? null : [{ lineId, quantity: 1 }] });
}
