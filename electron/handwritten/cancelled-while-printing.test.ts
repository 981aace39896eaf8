import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Outside } from '../app.ts';
import { ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let terminal: TerminalSimulatorProcess;

beforeAll(async () => {
  world = await openWorld();
  terminal = await startTerminalSimulatorProcess({ family: 'koces-cat' });
});
afterAll(async () => {
  await terminal.stop();
  await world.close();
});

/** What the journal would not take, and its kinds in the order they were asked for. */
const refused: string[] = [];
const asked: string[] = [];

/** The paper comes out between the moment the cancel is durable and the moment anybody hears of it. */
function paperMeetsCancel(): Outside {
  const cancelled = Promise.withResolvers<void>();
  const printed = Promise.withResolvers<void>();
  return {
    now: () => new Date(),
    wrap: (parts) => ({
      ...parts,
      printer: {
        ...parts.printer,
        print: async (document, options) => {
          await cancelled.promise;
          return parts.printer.print(document, options);
        },
      },
      journal: {
        ...parts.journal,
        append: async (entries) => {
          const kinds: readonly string[] = entries.map(({ kind }) => kind);
          asked.push(...kinds);
          const rows = await parts.journal.append(entries).catch((problem: unknown) => {
            refused.push(kinds.join(' + '));
            throw problem;
          });
          if (kinds.includes('print.confirmed')) printed.resolve();
          if (!kinds.includes('handwritten.charge-cancelled')) return rows;
          cancelled.resolve();
          await printed.promise;
          await delay(50);
          return rows;
        },
      },
    }),
  };
}

it('a slip whose charge is cancelled while its paper comes out is not needed any more, and the journal is asked for nothing it refuses', async () => {
  const counter = await startCounter(world, withTerminal({ family: 'koces-cat', address: terminal.address }, { fromWon: 0 }), paperMeetsCancel());
  const { cashier } = counter;
  const { saleId, totalWon } = await ringUp(counter, 1);
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: 1_000, installmentMonths: 0 });
  const taken = await cashier.until('the approval and its slip', ({ sale }) => sale.stage === 'tendering' && sale.tendering.parts.some((part) => part.standing === 'taken' && part.signature === 'handwritten') && asked.includes('print.sent'));
  if (taken.sale.stage !== 'tendering') throw new Error(taken.sale.stage);
  await cashier.must('sale.returnPart', { saleId, partId: taken.sale.tendering.parts[0]?.partId ?? '' });
  await cashier.until('the cancel', ({ sale }) => sale.stage === 'tendering' && sale.tendering.canLeave);
  const { open, ended } = await cashier.must('handwritten.list', { endedBefore: null, limit: 10 });
  expect([open, ended.map(({ state }) => state)]).toEqual([[], ['not-needed']]);
  await counter.stop();
  expect(refused).toEqual([]);
});
