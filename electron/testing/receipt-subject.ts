/**
 * A counter whose cash receipts the card terminal issues, as a process that a drill may kill: `receipt-subject.ts DATA_DIR CRASH_AT
 * TERMINAL_CONTROL_PORT`. It sells once for cash with a receipt, from wherever it stands; what is unknown the cashier settles by the
 * terminal's books, as a person reads them off its slip.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { CashReceiptView } from '../../contract/views.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalSimulatorState } from '../../native/terminal/simulator/server.ts';
import { startApp } from '../app.ts';
import { withCrashPoints } from './crash-points.ts';
import { createCashier, type Cashier } from './cashier.ts';
import { headlessShell } from './headless-shell.ts';

const [dataDir = '', crashAtText = '0', controlPort = '0'] = process.argv.slice(2);
const crashAt = Number(crashAtText);
let armed = false;
let reached = 0;

const say = (line: string): void => void writeSync(1, `${line}\n`);

const reach = (point: string): void => {
  if (!armed) return;
  reached += 1;
  say(`point ${reached} ${point}`);
  if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
};

async function settleByTheBooks(cashier: Cashier, { cashReceiptId, terminal }: CashReceiptView): Promise<void> {
  const { state } = await askControlPort(Number(controlPort), { ask: 'state' });
  const trade = (state as TerminalSimulatorState).trades.find(({ number, approved }) => number === terminal?.tradeNumber && approved);
  const verdict = trade === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: '20261128120000' } as const);
  await cashier.ask('receipt.settle', { cashReceiptId, verdict, source: 'terminal-slip' });
}

/** Whatever the screen asks for next; true when the sale is over. */
async function goOn(cashier: Cashier): Promise<boolean> {
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
      if (terminal !== null && terminal.unknown !== null && terminal.live === null) await settleByTheBooks(cashier, sale.cashReceipt);
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

const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
const cashier = createCashier(app);
say(`view ${JSON.stringify(await cashier.look())}`);
await cashier.begin();
armed = true;
// A sale that was over before the crash is not begun again.
let over = (await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 })).sales.length > 0;
const deadline = performance.now() + 40_000;
while (!over) {
  over = await goOn(cashier);
  if (performance.now() > deadline) throw new Error('the sale was never over');
}
armed = false;
await app.stop();
say('sold');
process.exit(0);
