/** A counter whose card terminal is a simulator of its own process, reached over real TCP. */
import type { TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import type { RunningCounter } from './counter-fixture.ts';

/** Short, because faults are waited for. */
const WAITS = { customerTimeoutMs: 600, approvalTimeoutMs: 600, closingTimeoutMs: 300, inquiryTimeoutMs: 400, lingerMs: 2_000 };

/** No pad, so that a signature is always a slip for a pen. */
export function withTerminal({ family, address }: { readonly family: 'koces-cat' | 'kicc-ed721'; readonly address: string }, signature: Partial<Settings['signature']> = {}): (settings: Settings) => Settings {
  return (settings) => ({
    ...settings,
    terminal: { ...settings.terminal, family, address, waits: WAITS },
    signature: { ...settings.signature, pad: 'none', takenBy: 'none', ...signature },
  });
}

/** A customer who takes her time: what is done meanwhile is not a race against her. */
export const SLOW_CUSTOMER = { customerMs: 60_000 } as const;

/** As `withTerminal`, and she is waited for. */
export function patient(settings: Settings): Settings {
  return { ...settings, terminal: { ...settings.terminal, waits: { ...settings.terminal.waits, customerTimeoutMs: 120_000 } } };
}

/** `quantity` of the first goods of the shelf. */
export async function ringUp({ cashier }: RunningCounter, quantity: number): Promise<{ saleId: string; totalWon: number }> {
  const products = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: products[0]?.barcode ?? '', quantity });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  return { saleId: sale.saleId, totalWon: sale.breakdown.totalWon };
}

/** Trades the terminal has approved since it was started. */
export async function approvedAt(simulator: TerminalSimulatorProcess): Promise<number> {
  return (await simulator.state()).trades.filter((trade) => trade.approvalNumber !== undefined).length;
}
