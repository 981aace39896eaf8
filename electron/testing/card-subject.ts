/**
 * A counter with a card terminal, as a process that a drill may kill: `card-subject.ts DATA_DIR CRASH_AT TERMINAL_CONTROL_PORT`. It sells once by
 * card, from wherever it stands; what is unknown the cashier settles by what the issuer's books say, as a person reads them off a VAN's site.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
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

async function booksOf(tradeNumber: string) {
  const { state } = await askControlPort(Number(controlPort), { ask: 'state' });
  return (state as TerminalSimulatorState).trades.find((trade) => trade.number === tradeNumber && trade.approved);
}

async function settleByTheBooks(cashier: Cashier, saleId: string, tradeNumber: string): Promise<void> {
  const trade = await booksOf(tradeNumber);
  const verdict = trade === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: '20261128120000' } as const);
  await cashier.must('card.settle', { saleId, tradeNumber, verdict, source: 'van-site', approvalId: null });
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
      await cashier.must('sale.chargeCard', { saleId: sale.saleId, leftWon: sale.breakdown.totalWon, amountWon: sale.breakdown.totalWon, installmentMonths: 0 });
      return false;
    case 'tendering': {
      const { live, unknown, leftWon, parts } = sale.tendering;
      if (unknown !== null && live === null) await settleByTheBooks(cashier, sale.saleId, unknown.tradeNumber);
      else if (live === null && leftWon > 0 && !parts.some(({ standing }) => standing === 'under-way' || standing === 'unknown')) await cashier.must('sale.chargeCard', { saleId: sale.saleId, leftWon, amountWon: leftWon, installmentMonths: 0 });
      else await new Promise((resolve) => setTimeout(resolve, 10));
      return false;
    }
    case 'slip-question':
      await cashier.must('slip.answer', { saleId: sale.saleId, wants: false });
      return false;
    case 'done':
      return true;
    default:
      throw new Error(`a sale by card alone is never at ${sale.stage}`);
  }
}

const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
const cashier = createCashier(app);
say(`view ${JSON.stringify(await cashier.look())}`);
await cashier.begin();
armed = true;
// A sale that was over before the crash is not begun again.
const finished = (await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 })).sales.length > 0;
const deadline = performance.now() + 40_000;
let over = finished;
while (!over) {
  over = await goOn(cashier);
  if (performance.now() > deadline) throw new Error('the sale was never over');
}
await cashier.until('the slip to sign is out of the printer', (view) => view.status.cards.slipsUnsigned + view.status.cards.slipsNotPrinted > 0);
armed = false;
await app.stop();
say('sold');
process.exit(0);
