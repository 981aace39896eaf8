/** Somebody at the counter who takes goods back for others: asks, has it approved, and rings up what is taken. */
import type { CallRequest } from '../../contract/calls.ts';
import type { ExchangeView } from '../../contract/exchange.ts';
import type { SaleView } from '../../contract/views.ts';
import type { Answer, Cashier } from './cashier.ts';
import { MANAGER, REASON } from './refunder.ts';

type Begin = CallRequest<'exchange.begin'>;
export type AskedExchange = Pick<Begin, 'saleId' | 'lines'>;

export async function tryExchange(cashier: Cashier, { saleId, lines }: AskedExchange): Promise<Answer<'exchange.begin'>> {
  const preview = await cashier.ask('refund.preview', { saleId, want: 'exchange', lines, shares: null });
  if (!preview.ok) return preview;
  const { amountWon } = preview.res;
  const { approvalId } = await cashier.must('people.approve', { act: 'exchange', saleId, amountWon, reason: REASON, ...MANAGER });
  return cashier.ask('exchange.begin', { saleId, lines, expectedWon: amountWon, reason: REASON, receiptReason: 'transaction-cancelled', approvalId });
}

export async function beginExchange(cashier: Cashier, asked: AskedExchange): Promise<string> {
  const answer = await tryExchange(cashier, asked);
  if (!answer.ok) throw new Error(`exchange.begin was refused: ${answer.code} ${answer.detail}`);
  return answer.res.refundId;
}

/** The basket on the screen, and what came back for it. */
export async function exchangeOn(cashier: Cashier): Promise<{ readonly sale: SaleView & { readonly stage: 'basket' }; readonly exchange: ExchangeView }> {
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket' || sale.exchange === null) throw new Error(`no exchange is on the screen, but ${sale.stage}`);
  return { sale, exchange: sale.exchange };
}
