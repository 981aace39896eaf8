/** A cashier and her customers in a drill about cards: they do what the screens ask for, and say what that was. */
import type { TenderingView } from '../../contract/cards.ts';
import type { CounterView } from '../../contract/views.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalSimulatorState } from '../../native/terminal/simulator/server.ts';
import type { CardScenario, Payment } from './card-scenarios.ts';
import type { Cashier } from './cashier.ts';

const PATIENCE_MS = 40_000;
const SIGNED_AT = '20260415103000';
const NAME: readonly (readonly [number, number])[] = Array.from({ length: 40 }, (_, step) => [100 + step * 15, 300 + (step % 7) * 20] as const);

/** What the screen leaves her to do: `act`, and the code whose words stand beside it. Null: it is at work by itself, and says so. */
export type Offer = { readonly act: 'scan' | 'pay' | 'find-out' | 'sign' | 'choose-receipt' | 'answer-slip' | 'next-customer'; readonly trouble: string | null };

export type Drill = {
  readonly cashier: Cashier;
  readonly scenario: CardScenario;
  /** Of the terminal: the books a person reads at the VAN's site. */
  readonly controlPort: number;
  readonly reach: (point: string) => void;
};

export function offerOf({ sale, signature }: CounterView): Offer | null {
  switch (sale.stage) {
    case 'idle':
      return { act: 'scan', trouble: null };
    case 'basket':
      return { act: 'pay', trouble: null };
    case 'tendering':
      return offerOfParts(sale.tendering, signature !== null);
    case 'receipt-choice':
      return { act: 'choose-receipt', trouble: null };
    case 'slip-question':
      return { act: 'answer-slip', trouble: null };
    case 'done':
      return { act: 'next-customer', trouble: null };
    case 'receipt-issuing':
      return null;
  }
}

function offerOfParts({ live, unknown, signing, parts, lock, leftWon }: TenderingView, asksToSign: boolean): Offer | null {
  const trouble = parts.findLast((part) => part.trouble !== null)?.trouble ?? null;
  if (live !== null) return null;
  if (unknown !== null) return { act: 'find-out', trouble };
  if (signing !== null) return asksToSign ? { act: 'sign', trouble } : null;
  return lock === null && leftWon > 0 ? { act: 'pay', trouble } : null;
}

/** Waits until she is asked for something. */
export async function nextOffer({ look, news }: Cashier): Promise<{ readonly view: CounterView; readonly offer: Offer }> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const view = await look();
    const offer = offerOf(view);
    if (offer !== null) return { view, offer };
    if (performance.now() > deadline) throw new Error(`the screen asks for nothing: ${JSON.stringify(view.sale)}`);
    await news();
  }
}

/** From wherever the counter stands to the end of the one sale; what was over before the crash is not begun again. */
export async function sellByCard(drill: Drill): Promise<void> {
  const { cashier } = drill;
  for (;;) {
    const { view } = await nextOffer(cashier);
    const { sales } = await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 });
    const [done] = sales;
    if (done !== undefined && (view.sale.stage === 'idle' || view.sale.stage === 'done')) return papersOut(cashier, done.saleId);
    await goOn(drill, view);
  }
}

async function goOn(drill: Drill, view: CounterView): Promise<void> {
  const { cashier } = drill;
  const { sale } = view;
  switch (sale.stage) {
    case 'idle': {
      const [product] = await cashier.must('catalogue.list', {});
      await cashier.must('sale.scan', { code: product?.barcode ?? '' });
      return;
    }
    case 'basket':
      return fulfil(drill, sale.saleId, { leftWon: sale.breakdown.totalWon, parts: [] });
    case 'tendering': {
      const { unknown, signing, leftWon, parts } = sale.tendering;
      if (unknown !== null) return settleByTheBooks(drill, sale.saleId, unknown.tradeNumber);
      return signing === null ? fulfil(drill, sale.saleId, { leftWon, parts }) : sign(drill, view);
    }
    case 'receipt-choice':
      await cashier.must('receipt.decline', { saleId: sale.saleId });
      return;
    case 'slip-question':
      await cashier.must('slip.answer', { saleId: sale.saleId, wants: false });
      return;
    case 'receipt-issuing':
    case 'done':
      throw new Error(`nothing is done at ${sale.stage}`);
  }
}

async function fulfil({ cashier, scenario }: Drill, saleId: string, payment: Payment): Promise<void> {
  const { leftWon } = payment;
  const wish = scenario.wants(payment);
  if (wish.kind === 'charge') await cashier.must('sale.chargeCard', { saleId, leftWon, amountWon: wish.amountWon, installmentMonths: 0 });
  if (wish.kind === 'cash') await cashier.must('sale.takeCash', { saleId, leftWon, amountWon: wish.amountWon, receivedWon: wish.receivedWon });
  if (wish.kind === 'give-back') await cashier.must('sale.returnPart', { saleId, partId: wish.partId });
}

/** What nobody knows the fate of she looks up at the VAN's site: in the issuer's books. */
async function settleByTheBooks({ cashier, controlPort }: Drill, saleId: string, tradeNumber: string): Promise<void> {
  const { state } = await askControlPort(controlPort, { ask: 'state' });
  const trade = (state as TerminalSimulatorState).trades.find(({ number, approved }) => number === tradeNumber && approved);
  const verdict = trade === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: SIGNED_AT } as const);
  await cashier.must('card.settle', { saleId, tradeNumber, verdict, source: 'van-site', approvalId: null });
}

/** On the customer display she writes; before a pad on a cable the simulated customer does. */
async function sign({ cashier, reach }: Drill, { signature }: CounterView): Promise<void> {
  if (signature === null || signature.on !== 'display') return cashier.news();
  const { signId } = signature;
  reach('the field is shown to the customer');
  await cashier.must('customer.signReady', { signId }, 'customer');
  await cashier.must('customer.pen', { signId, seq: 0, pieces: [{ starts: true, points: NAME.map(([x, y]) => [x, y]) }] }, 'customer');
  reach('the customer has written');
  await cashier.must('customer.signDone', { signId, seq: 1 }, 'customer');
  await cashier.until('the signature to be taken', (view) => view.signature?.signId !== signId);
}

/** Nothing of the sale is on its way any more: neither the drawer nor a slip to sign. */
async function papersOut(cashier: Cashier, saleId: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { open } = await cashier.must('handwritten.list', { endedBefore: null, limit: 10 });
    const { prints } = await cashier.must('history.sale', { saleId });
    if (open.every(({ state }) => state !== 'printing') && prints.every(({ state }) => state !== 'queued' && state !== 'sent')) return;
    if (performance.now() > deadline) throw new Error(`papers never came out: ${JSON.stringify([open, prints])}`);
    await cashier.news();
  }
}
