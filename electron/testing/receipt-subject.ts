/**
 * A counter whose cash receipts the card terminal issues, as a process that a drill may kill; it is told the
 * TERMINAL_CONTROL_PORT. It sells once for cash with a receipt, from wherever it stands; what is unknown the cashier settles by the
 * terminal's books, as a person reads them off its slip.
 */
import type { CashReceiptView } from '../../contract/views.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalSimulatorState } from '../../native/terminal/simulator/server.ts';
import type { Cashier } from './cashier.ts';
import { playToCrash } from './crash-program.ts';

async function settleByTheBooks(cashier: Cashier, controlPort: string, { cashReceiptId, terminal }: CashReceiptView): Promise<void> {
  const { state } = await askControlPort(Number(controlPort), { ask: 'state' });
  const trade = (state as TerminalSimulatorState).trades.find(({ number, approved }) => number === terminal?.tradeNumber && approved);
  const verdict = trade === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: '20261128120000' } as const);
  await cashier.ask('receipt.settle', { cashReceiptId, verdict, source: 'terminal-slip' });
}

/** Whatever the screen asks for next; true when the sale is over. */
async function goOn(cashier: Cashier, controlPort: string): Promise<boolean> {
  const { sale } = await cashier.look();
  switch (sale.stage) {
    case 'idle': {
      const [product] = await cashier.must('catalogue.list', {});
      await cashier.must('sale.scan', { code: product?.barcode ?? '', quantity: 1 });
      return false;
    }
    case 'basket':
      await cashier.must('sale.tenderCash', { saleId: sale.saleId, dueWon: sale.breakdown.totalWon, receivedWon: sale.breakdown.totalWon });
      return false;
    case 'receipt-choice':
      await cashier.must('receipt.issueAtTerminal', { saleId: sale.saleId, purpose: 'income-deduction' });
      return false;
    case 'receipt-issuing': {
      const { terminal } = sale.cashReceipt;
      if (terminal !== null && terminal.unknown !== null && terminal.live === null) await settleByTheBooks(cashier, controlPort, sale.cashReceipt);
      else await new Promise((resolve) => setTimeout(resolve, 10));
      return false;
    }
    case 'slip-question':
      await cashier.must('slip.answer', { saleId: sale.saleId, wants: false });
      return false;
    case 'done':
      return true;
    default:
      throw new Error(`a sale for cash is never at ${sale.stage}`);
  }
}

/** A sale that was over before the crash is not begun again. */
async function sellOnce(cashier: Cashier, controlPort: string): Promise<void> {
  let over = (await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 })).sales.length > 0;
  const deadline = performance.now() + 40_000;
  while (!over) {
    over = await goOn(cashier, controlPort);
    if (performance.now() > deadline) throw new Error('the sale was never over');
  }
}

await playToCrash({ before: async () => null, act: (cashier, _, [controlPort = '0']) => sellOnce(cashier, controlPort) });
