/** A driver, a simulated terminal on a real line, and what must hold between them whatever happens. */
import { parseDeviceAddress } from '../../transport/address.ts';
import { createKiccEd721 } from '../kicc-ed721/driver.ts';
import { createKocesCat } from '../koces-cat/driver.ts';
import type { CardAuthorise, CardCancel, CashReceiptCancel, CashReceiptIssue, Terminal, TerminalLimits, TradeOutcome, TradeRequest, TradeStage, UnaskedResult } from '../port.ts';
import type { Script } from '../simulator/script.ts';
import { createTerminalSimulator, type TerminalFamily, type TerminalSimulator } from '../simulator/server.ts';

/** Patient where a test expects an answer: a loaded machine must not turn it into another one. */
export const PATIENT: Partial<TerminalLimits> = { connectTimeoutMs: 20_000, linkCheckTimeoutMs: 20_000, customerTimeoutMs: 25_000, approvalTimeoutMs: 25_000, closingTimeoutMs: 20_000, inquiryTimeoutMs: 20_000, drainMs: 30 };
/** Short where the limit itself is what is waited for, and still long enough for a loaded machine to answer within. */
export const HASTY: Partial<TerminalLimits> = { ...PATIENT, customerTimeoutMs: 1_000, approvalTimeoutMs: 1_000, closingTimeoutMs: 400 };

export type Bench = {
  readonly terminal: Terminal;
  readonly simulator: TerminalSimulator;
  readonly unasked: UnaskedResult[];
  /** Trades with a script, remembering what the driver said. */
  readonly trade: (request: TradeRequest, script?: Partial<Script>) => Promise<{ readonly outcome: TradeOutcome; readonly stages: readonly TradeStage[] }>;
  /** Where the driver called a trade that the issuer approved anything but approved or unknown, or asked for one twice. */
  readonly wrongs: () => readonly string[];
  readonly close: () => Promise<void>;
};

export async function setUpBench(family: TerminalFamily, limits: Partial<TerminalLimits> = PATIENT, line: 'tcp' | 'pty' = 'tcp'): Promise<Bench> {
  const now = new Date('2026-04-15T01:30:15Z');
  const simulator = await createTerminalSimulator({ family, now: () => now, line: line === 'tcp' ? { kind: 'tcp', port: 0 } : { kind: 'pty', baudRate: 115_200 } });
  const parsed = parseDeviceAddress(simulator.address);
  if (!parsed.ok) throw new Error(parsed.reason);
  const unasked: UnaskedResult[] = [];
  const options = { address: parsed.address, limits, onUnasked: (result: UnaskedResult) => void unasked.push(result) };
  const terminal = family === 'koces-cat' ? createKocesCat(options) : createKiccEd721(options);
  const said: { readonly number: string; readonly outcome: TradeOutcome }[] = [];
  return {
    terminal, simulator, unasked,
    trade: async (request, script) => {
      if (script) simulator.next(script);
      const stages: TradeStage[] = [];
      const outcome = await terminal.trade(request, { onStage: (stage) => stages.push(stage) });
      said.push({ number: request.tradeNumber, outcome });
      return { outcome, stages };
    },
    wrongs: () => {
      const { trades } = simulator.state();
      const denied = said.filter(({ number, outcome }) => ['declined', 'cancelled', 'not-sent'].includes(outcome.state) && trades.some((trade) => trade.number === number && trade.approved));
      const claimed = said.filter(({ number, outcome }) => outcome.state === 'approved' && !trades.some((trade) => trade.number === number && trade.approved));
      const twice = said.filter(({ number }) => trades.filter((trade) => trade.number === number).length > 1);
      return [...denied.map(({ number }) => `${number} denied`), ...claimed.map(({ number }) => `${number} claimed`), ...twice.map(({ number }) => `${number} sent twice`)];
    },
    close: async () => {
      await terminal.close();
      await simulator.close();
    },
  };
}

export const SALE: CardAuthorise = { kind: 'card-authorise', tradeNumber: 'POS1-0001', amounts: { totalWon: 55_000, vatWon: 5_000, serviceChargeWon: 0, taxFreeWon: 0 }, installmentMonths: 3 };
export const CANCEL: CardCancel = { kind: 'card-cancel', tradeNumber: 'POS1-0002', totalWon: 55_000, installmentMonths: 3, original: { approvalNumber: '30012345', tradeDate: '20260414' } };
export const RECEIPT: CashReceiptIssue = { kind: 'cash-receipt-issue', tradeNumber: 'POS1-0003', amounts: { totalWon: 1_004, vatWon: 91, serviceChargeWon: 0, taxFreeWon: 0 }, purpose: 'income-deduction' };
export const RECEIPT_CANCEL: CashReceiptCancel = { kind: 'cash-receipt-cancel', tradeNumber: 'POS1-0004', totalWon: 1_004, purpose: 'income-deduction', original: { approvalNumber: '149331691', tradeDate: '20260414' }, reason: 'issued-by-mistake' };
