/** An answer that its own sale cannot take is kept as a stray charge, and not as nothing. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Approval, TradeOutcome } from '../../native/terminal/port.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Outside } from '../app.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

let world: World;
let counter: RunningCounter;
let terminal: TerminalSimulatorProcess;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await counter.stop();
  await terminal.stop();
});
afterAll(() => world.close());

const saysLate = (entry: JournalEntry) => entry.kind === 'sale.traded' && entry.payload.event.type === 'traded' && entry.payload.event.event.type === 'late-result';

/** The driver's answer is held until what the terminal said behind the limit is in the journal; then it is `answer`. */
function answersAfterTheLateResult(answer: (said: TradeOutcome) => TradeOutcome): Outside {
  const late = Promise.withResolvers<void>();
  return {
    now: () => new Date(),
    wrap: (parts) => ({
      ...parts,
      journal: {
        ...parts.journal,
        append: async (entries) => {
          const rows = await parts.journal.append(entries);
          if (entries.some(saysLate)) late.resolve();
          return rows;
        },
      },
      terminal: {
        ...parts.terminal,
        trade: async (request, events) => {
          const said = await parts.terminal.trade(request, events);
          await late.promise;
          return answer(said);
        },
      },
    }),
  };
}

const OTHER: Approval = {
  approvalNumber: '39999999', cancels: false, tradedAt: '20260415103015', totalWon: undefined, installmentMonths: 0, maskedNumber: '94901234****123*', issuer: { code: '0101', name: 'KB국민카드' }, acquirer: { code: '0101', name: 'KB국민카드' },
  merchantNumber: '', terminalId: '', vanNumber: '', cardKind: undefined, message: '', notices: [], signedAtTerminal: undefined, signatureBmpHex: undefined,
};

describe.each(FAMILIES)('the answer of %s after its own late result', (family) => {
  function settings(given: Settings): Settings {
    const changed = withTerminal({ family, address: terminal.address })(given);
    return { ...changed, terminal: { ...changed.terminal, waits: { ...changed.terminal.waits, customerTimeoutMs: 300, approvalTimeoutMs: 300, lingerMs: 60_000 } } };
  }

  async function chargeWith(answer: (said: TradeOutcome) => TradeOutcome): Promise<string> {
    terminal = await startTerminalSimulatorProcess({ family });
    await terminal.next({ approvalMs: 900 });
    counter = await startCounter(world, settings, answersAfterTheLateResult(answer));
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    return saleId;
  }

  it.each([
    ['names another approval', (): TradeOutcome => ({ state: 'approved', approval: OTHER, checks: [] }), OTHER.approvalNumber],
    ['denies it', (): TradeOutcome => ({ state: 'declined', by: 'issuer', code: '8324', message: '한도초과' }), ''],
  ])('%s: the sale stands by the first, and what contradicts it is counted until somebody has looked', async (_what, answer, approvalNumber) => {
    const saleId = await chargeWith(answer);
    const { notices } = await counter.cashier.until('the stray charge', ({ status }) => status.cards.strayCharges === 1);
    expect(notices.map(({ code }) => code)).toContain('stray.result');
    const kept = { kind: 'contradicts', saleId, approvalNumber, canCancel: false };
    expect((await counter.cashier.must('stray.list', {})).strays).toMatchObject([kept]);
    expect(await approvedAt(terminal), 'charged once').toBe(1);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir, settings);
    expect((await counter.cashier.look()).status.cards.strayCharges, 'after a restart too').toBe(1);
    expect((await counter.cashier.must('stray.list', {})).strays).toMatchObject([kept]);
  });

  it('that nobody knows, which was true when it was said, is no news', async () => {
    const saleId = await chargeWith((said) => said);
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    expect((await counter.cashier.look()).status.cards).toMatchObject({ strayCharges: 0, unknownCharges: 0 });
    expect(await approvedAt(terminal), 'charged once').toBe(1);
  });
});
