/** Each thing a terminal can do to a charge: what the journal then says, and what the cashier sees. The table for people: docs/faults.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartView, TenderingView } from '../../contract/cards.ts';
import type { CounterView } from '../../contract/views.ts';
import type { Journal } from '../../db/journal.ts';
import { isFailureCode } from '../../domain/failure.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Script } from '../../native/terminal/simulator/script.ts';
import { offerOf } from '../testing/card-cashier.ts';
import { oneAtATime, type OneAtATime } from '../one-at-a-time.ts';
import { ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];

/** `hasty`: an answer that never comes is not waited for long; `patient`: one that comes is never missed on a busy machine. */
const PATIENCE = { patient: { customerTimeoutMs: 20_000, approvalTimeoutMs: 20_000, closingTimeoutMs: 400, inquiryTimeoutMs: 5_000, lingerMs: 60_000 }, hasty: { customerTimeoutMs: 300, approvalTimeoutMs: 300, closingTimeoutMs: 400, inquiryTimeoutMs: 5_000, lingerMs: 60_000 } } as const;
type Patience = keyof typeof PATIENCE;

/** Less than is due, so that the sale stays where its parts are shown. */
const PART_WON = 1_000;

type Seat = { readonly counter: RunningCounter; readonly terminal: TerminalSimulatorProcess; readonly journal: () => Journal; readonly exclusive: OneAtATime };

let world: World;
const seats = new Map<string, Seat>();

beforeAll(async () => {
  world = await openWorld();
  const wanted = FAMILIES.flatMap((family) => (['patient', 'hasty'] as const).map((patience) => ({ family, patience })));
  await Promise.all(wanted.map(async ({ family, patience }) => void seats.set(`${family} ${patience}`, await sitDown(family, patience))));
}, 60_000);
afterAll(async () => {
  await Promise.all([...seats.values()].map(async ({ counter, terminal }) => {
    await counter.stop();
    await terminal.stop();
  }));
  await world.close();
});

async function sitDown(family: Family, patience: Patience): Promise<Seat> {
  const terminal = await startTerminalSimulatorProcess({ family });
  let journal: Journal | undefined;
  const counter = await startCounter(
    world,
    (settings) => {
      const changed = withTerminal({ family, address: terminal.address })(settings);
      return { ...changed, terminal: { ...changed.terminal, waits: PATIENCE[patience] } };
    },
    { now: () => new Date(), wrap: (parts) => ((journal = parts.journal), parts) },
  );
  return { counter, terminal, journal: () => journal ?? never(), exclusive: oneAtATime() };
}

function never(): never {
  throw new Error('the counter opened no journal');
}

/** One row after the other at each counter; whatever becomes of one, the next begins with an empty counter. */
async function at(family: Family, patience: Patience, row: (seat: Seat) => Promise<void>): Promise<void> {
  const seat = seats.get(`${family} ${patience}`) ?? never();
  await seat.exclusive(async () => {
    try {
      await row(seat);
    } finally {
      await clearAway(seat);
    }
  });
}

type Told = { readonly journal: Readonly<Record<string, unknown>>; readonly standing: PartView['standing']; readonly trouble: string | null; readonly asks: 'pay' | 'find-out' };

const APPROVED: Told = { journal: { name: 'approved', proof: { by: 'terminal' }, checks: [] }, standing: 'taken', trouble: null, asks: 'pay' };
const NOT_CLOSED: Told = { ...APPROVED, journal: { name: 'approved', checks: ['not-closed'] }, trouble: 'card.not-closed' };
const ended = (journal: Told['journal'], trouble: string): Told => ({ journal, standing: 'none', trouble, asks: 'pay' });
const unknown = (journal: Told['journal'], family: Family): Told => ({ journal: { name: 'unknown', ...journal }, standing: 'unknown', trouble: family === 'kicc-ed721' ? 'card.unknown-at-terminal' : 'card.unknown', asks: 'find-out' });

type Fault = { readonly what: string; readonly script: Partial<Script>; readonly patience?: Patience; readonly only?: Family; readonly told: Told | ((family: Family) => Told) };

const LOST = (family: Family) => unknown({ reason: 'no-answer' }, family);
const DROPPED = (family: Family) => unknown({ reason: 'line-dropped' }, family);
const HALF = (family: Family) => unknown({ reason: 'damaged-answer' }, family);
const CLAIMED = (family: Family) => unknown({ reason: 'contradictory-answer', claimed: expect.objectContaining({ cancels: false }) }, family);

const CHARGES: readonly Fault[] = [
  { what: 'approves', script: {}, told: APPROVED },
  { what: 'refuses for the issuer', script: { answer: 'decline', code: '8324', message: '한도초과' }, told: ended({ name: 'declined', by: 'issuer', code: '8324', message: '한도초과' }, 'card.declined') },
  { what: 'will not begin', script: { answer: 'refuse' }, told: ended({ name: 'declined', by: 'terminal' }, 'card.declined') },
  { what: 'is cancelled on by the customer', script: { answer: 'customer-cancels' }, told: ended({ name: 'stopped', by: 'customer' }, 'card.stopped-by-customer') },
  { what: 'waits for a customer who never acts', script: { customerMs: 600_000 }, patience: 'hasty', only: 'koces-cat', told: ended({ name: 'stopped', by: 'time' }, 'card.timed-out') },
  { what: 'gives up on a customer who never acts', script: { answer: 'nobody-acts' }, only: 'kicc-ed721', told: ended({ name: 'stopped', by: 'time' }, 'card.timed-out') },
  { what: 'waits for a slow customer', script: { customerMs: 300, approvalMs: 200 }, told: APPROVED },
  { what: 'says nothing at all', script: { answer: 'silent', ack: 'lost' }, patience: 'hasty', told: LOST },
  { what: 'takes the request and is silent', script: { answer: 'silent' }, patience: 'hasty', told: LOST },
  { what: 'loses its result', script: { result: 'lost' }, patience: 'hasty', told: LOST },
  { what: 'loses its ACK', script: { ack: 'lost' }, told: APPROVED },
  { what: 'loses its ACK and its result', script: { ack: 'lost', result: 'lost' }, patience: 'hasty', told: LOST },
  { what: 'answers NAK', script: { answer: 'nak' }, patience: 'hasty', told: (family) => unknown({ reason: 'nak' }, family) },
  { what: 'sends a wrong check byte', script: { result: 'damaged' }, patience: 'hasty', told: HALF },
  { what: 'sends single bytes', script: { pieces: 'bytes' }, told: APPROVED },
  { what: 'glues what it sends', script: { pieces: 'glued' }, told: APPROVED },
  { what: 'sends its result twice', script: { result: 'twice' }, told: APPROVED },
  { what: 'approves under number zero', script: { answer: 'zero-approval' }, told: CLAIMED },
  { what: 'approves without a number', script: { answer: 'no-approval-number' }, told: CLAIMED },
  { what: 'does not echo our number', script: { echo: false }, only: 'koces-cat', told: APPROVED },
  { what: 'refuses the ACK ACK once', script: { linkNak: true }, only: 'koces-cat', told: APPROVED },
  { what: 'tells the end of an earlier trade first', script: { staleEnd: true }, only: 'kicc-ed721', told: APPROVED },
  { what: 'never says EOT', script: { end: 'lost' }, only: 'koces-cat', told: NOT_CLOSED },
  { what: 'is silent on the link check', script: { linkCheck: 'silent' }, told: ended({ name: 'not-sent', cause: 'silent' }, 'card.silent') },
  { what: 'drops the line when it is opened', script: { dropAt: 'connect' }, told: ended({ name: 'not-sent' }, 'card.unreachable') },
  { what: 'drops the line at the request', script: { dropAt: 'request' }, told: DROPPED },
  { what: 'drops the line after its ACK', script: { dropAt: 'ack' }, told: DROPPED },
  { what: 'drops the line while it approves', script: { dropAt: 'approving' }, told: DROPPED },
  { what: 'drops the line in its result', script: { dropAt: 'mid-result' }, told: HALF },
  { what: 'drops the line behind its result', script: { dropAt: 'result' }, only: 'koces-cat', told: NOT_CLOSED },
  { what: 'drops the line when it is confirmed', script: { dropAt: 'confirm' }, only: 'koces-cat', told: NOT_CLOSED },
];

function tenderingOf({ sale }: CounterView): TenderingView {
  if (sale.stage !== 'tendering') throw new Error(`expected the parts, not ${sale.stage}`);
  return sale.tendering;
}

const tell = ({ terminal }: Seat, request: Readonly<Record<string, unknown>>) => askControlPort(terminal.controlPort, request);

/** Charges a part; answers its view once the terminal has nothing more to do for it. */
async function charge(seat: Seat, script: Partial<Script>): Promise<{ readonly saleId: string; readonly view: CounterView }> {
  // What lasts by its nature is used up by no trade.
  await tell(seat, { tell: 'usual', script });
  const { cashier } = seat.counter;
  const { saleId, totalWon } = await ringUp(seat.counter, 1);
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: PART_WON, installmentMonths: 0 });
  const view = await atRest(seat);
  await tell(seat, { tell: 'forget' });
  return { saleId, view };
}

/** Nobody is at work on the sale: she is asked for something. What a terminal can be asked by itself it has been. */
function atRest({ counter }: Seat): Promise<CounterView> {
  return counter.cashier.until('the terminal to be through', (view) => offerOf(view) !== null && (view.sale.stage !== 'tendering' || view.sale.tendering.unknown === null || !view.sale.tendering.unknown.canInquire || view.sale.tendering.unknown.inquiries > 0));
}

/** Nothing of the customer's is held any more. */
async function clearAway(seat: Seat): Promise<void> {
  const { cashier } = seat.counter;
  await tell(seat, { tell: 'forget' });
  const { sale } = await cashier.look();
  if (sale.stage !== 'tendering') return;
  const { saleId } = sale;
  for (;;) {
    const { unknown: open, parts } = tenderingOf(await atRest(seat));
    const taken = parts.find(({ standing }) => standing === 'taken');
    const books = (await seat.terminal.state()).trades.find(({ number, approved }) => approved && number === open?.tradeNumber);
    const verdict = books === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: books.approvalNumber, tradedAt: '20260415103000' } as const);
    if (open !== null) await cashier.must('card.settle', { saleId, tradeNumber: open.tradeNumber, verdict, source: 'van-site', approvalId: null });
    else if (taken !== undefined) await cashier.must('sale.returnPart', { saleId, partId: taken.partId });
    else break;
  }
  await cashier.must('sale.leavePayment', { saleId });
  await cashier.must('sale.abandon', { saleId });
}

const familiesThatKnow = (only?: Family) => FAMILIES.filter((family) => only === undefined || family === only);

describe.concurrent.each(CHARGES)('a terminal that $what', ({ script, patience = 'patient', only, told }) => {
  it.each(familiesThatKnow(only))('%s: journal and screen say what is known', (family) =>
    at(family, patience, async (seat) => {
      const expected = typeof told === 'function' ? told(family) : told;
      const { saleId, view } = await charge(seat, script);
      const { parts, unknown: open, lock, takenWon } = tenderingOf(view);
      expect(parts).toMatchObject([{ kind: 'card', amountWon: PART_WON, standing: expected.standing, trouble: expected.trouble }]);
      expect(offerOf(view)).toEqual({ act: expected.asks, trouble: expected.trouble });
      if (expected.trouble !== null) expect(isFailureCode(expected.trouble), 'there are words for it').toBe(true);
      expect([takenWon, lock, open === null]).toEqual([expected.standing === 'taken' ? PART_WON : 0, expected.asks === 'find-out' ? 'tender.locked-unknown' : null, expected.asks !== 'find-out']);
      expect(await seat.journal().sale(saleId), 'in the journal').toMatchObject({ state: { tender: { parts: [{ charge: { state: expected.journal } }] } } });
    }),
  );
});

describe.concurrent('a terminal that drops the line behind the link check', () => {
  it.each(FAMILIES)('%s: either the request never left, or nobody knows', (family) =>
    at(family, 'patient', async (seat) => {
      const { parts } = tenderingOf((await charge(seat, { dropAt: 'link-check' })).view);
      expect(parts[0]?.standing).toMatch(/^(none|unknown)$/);
      expect(parts[0]?.trouble).not.toBeNull();
    }),
  );
});

describe.concurrent('an answer after the limit', () => {
  it('koces-cat: nobody knows, until it comes', () =>
    at('koces-cat', 'hasty', async (seat) => {
      const { saleId, view } = await charge(seat, { approvalMs: 1_500 });
      expect(offerOf(view)).toEqual({ act: 'find-out', trouble: 'card.unknown' });
      const late = await seat.counter.cashier.until('the late result', ({ sale }) => sale.stage === 'tendering' && sale.tendering.unknown === null);
      expect(tenderingOf(late)).toMatchObject({ takenWon: PART_WON, parts: [{ standing: 'taken', trouble: null }] });
      expect(await seat.journal().sale(saleId), 'in the journal').toMatchObject({ state: { tender: { parts: [{ charge: { state: { name: 'approved', proof: { by: 'terminal' } } } }] } } });
    }));

  it('kicc-ed721: the question what became of it ends the customer’s dialogue; a person says so', () =>
    at('kicc-ed721', 'hasty', async (seat) => {
      const { view } = await charge(seat, { customerMs: 1_500 });
      expect(offerOf(view)).toEqual({ act: 'find-out', trouble: 'card.unknown-at-terminal' });
      expect((await seat.terminal.state()).trades.at(-1)).toMatchObject({ approved: false });
    }));
});

describe.concurrent('the result of an earlier trade', () => {
  it.each(FAMILIES)('%s: is kept for itself and never taken for ours', (family) =>
    at(family, 'patient', async (seat) => {
      const { cashier } = seat.counter;
      const { view } = await charge(seat, { answer: 'foreign' });
      const { status, notices } = await cashier.until('the stray charge', (each) => each.status.cards.strayCharges > 0);
      expect([status.cards.strayCharges, notices.map(({ code }) => code)]).toEqual([1, expect.arrayContaining(['stray.result'])]);
      expect((await cashier.must('stray.list', {})).strays).toMatchObject([{ kind: 'foreign', tradeNumber: 'EARLIER-TRADE-1' }]);
      // A connection of the one carries one result; the other's comes behind it.
      expect(tenderingOf(view).parts).toMatchObject([family === 'koces-cat' ? { standing: 'unknown', trouble: 'card.unknown' } : { standing: 'taken', trouble: null }]);
    }),
  );
});

describe.concurrent('a cancel', () => {
  const CANCELS = [
    { what: 'is refused, whatever else the answer says', script: { answer: 'no-cancel', code: '8414', message: '승인거래없음' }, standing: 'taken', trouble: 'card.cancel-declined', journal: { name: 'declined', code: '8414' } },
    { what: 'cancels another trade', script: { answer: 'other-original' }, standing: 'cancel-unknown', trouble: 'card.cancel-unknown', journal: { name: 'unknown', reason: 'contradictory-answer' } },
    { what: 'is cancelled on by the customer', script: { answer: 'customer-cancels' }, standing: 'taken', trouble: 'card.cancel-not-done', journal: { name: 'stopped', by: 'customer' } },
    { what: 'loses its line', script: { dropAt: 'ack' }, standing: 'cancel-unknown', trouble: 'card.cancel-unknown', journal: { name: 'unknown', reason: 'line-dropped' } },
  ] as const;

  describe.each(CANCELS)('that $what', ({ script, standing, trouble, journal }) => {
    it.each(FAMILIES)('%s: the charge counts as taken, and no second cancel goes out by itself', (family) =>
      at(family, 'patient', async (seat) => {
        const { saleId, view } = await charge(seat, {});
        await tell(seat, { tell: 'usual', script });
        await seat.counter.cashier.must('sale.returnPart', { saleId, partId: tenderingOf(view).parts[0]?.partId ?? '' });
        const after = await atRest(seat);
        expect(tenderingOf(after)).toMatchObject({ takenWon: PART_WON, parts: [{ standing, trouble }] });
        expect(await seat.journal().sale(saleId), 'in the journal').toMatchObject({ state: { tender: { parts: [{ charge: { state: { name: 'approved' } }, cancels: [{ state: journal }] }] } } });
      }),
    );
  });
});
