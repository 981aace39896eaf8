import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { DEFAULT_PEOPLE_RULES } from '../../domain/people/rules.ts';
import type { Outside } from '../app.ts';
import { openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
let written: JournalEntry[] = [];
let appends: (readonly string[])[] = [];

const outside: Outside = {
  now: () => new Date(),
  wrap: (parts) => ({
    ...parts,
    journal: {
      ...parts.journal,
      append: async (entries) => {
        const rows = await parts.journal.append(entries);
        written.push(...entries);
        appends.push(entries.map(({ kind }) => kind));
        return rows;
      },
    },
  }),
};

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  counter = await startCounter(world, undefined, outside);
  written = [];
  appends = [];
});
afterEach(() => counter.stop());
afterAll(() => world.close());

const KIM = { userId: 'practice-cashier', pin: '1234' };
const MANAGER = { userId: 'practice-manager', pin: '5678' };
const OWNER = { userId: 'practice-owner', pin: '2580' };

async function ring(at: number): Promise<string> {
  const shelf = await counter.cashier.must('catalogue.list', {});
  await counter.cashier.must('sale.scan', { code: shelf[at]?.barcode ?? '' });
  const { sale } = await counter.cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  return sale.saleId;
}

describe('people change places', () => {
  it('and each finds her own basket again, in one append each', async () => {
    const hers = await ring(0);
    await counter.cashier.must('people.signIn', MANAGER);
    expect(await counter.cashier.look()).toMatchObject({ signedIn: { name: '점장' }, sale: { stage: 'idle' }, held: [{ saleId: hers, heldBy: { name: '김', left: true } }] });
    const his = await ring(9);
    await counter.cashier.must('people.signIn', KIM);
    expect(await counter.cashier.look()).toMatchObject({ signedIn: { name: '김' }, sale: { stage: 'basket', saleId: hers }, held: [{ saleId: his, heldBy: { name: '점장', left: true } }] });
    await counter.cashier.must('people.signIn', MANAGER);
    expect(await counter.cashier.look()).toMatchObject({ sale: { stage: 'basket', saleId: his }, held: [{ saleId: hers }] });
    expect(appends.filter((kinds) => kinds.includes('people.signed-in'))).toEqual([
      ['sale.held', 'people.signed-out', 'people.signed-in'],
      ['sale.held', 'people.signed-out', 'people.signed-in', 'sale.recalled'],
      ['sale.held', 'people.signed-out', 'people.signed-in', 'sale.recalled'],
    ]);
    expect(written.filter(({ kind }) => kind === 'people.signed-out')).toMatchObject([{ actor: { name: '김' }, payload: { because: 'switched' } }, { actor: { name: '점장' } }, { actor: { name: '김' } }]);
    expect(written.filter(({ kind }) => kind === 'sale.recalled')).toMatchObject([{ actor: { name: '김' } }, { actor: { name: '점장' } }]);
  });

  it('a wrong PIN changes nothing: she stays, with her basket', async () => {
    const hers = await ring(0);
    expect(await counter.cashier.ask('people.signIn', { userId: 'practice-manager', pin: '0000' })).toMatchObject({ ok: false, code: 'people.pin-wrong' });
    expect(await counter.cashier.look()).toMatchObject({ signedIn: { name: '김' }, sale: { saleId: hers } });
  });

  it('a basket goes aside at signing out and is back at signing in, also over a restart; it can still be emptied freely', async () => {
    const hers = await ring(0);
    await counter.cashier.must('people.signOut', {});
    expect(await counter.cashier.look()).toMatchObject({ signedIn: null, sale: { stage: 'idle' }, held: [{ saleId: hers }] });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir, undefined, outside);
    const { sale } = await counter.cashier.look();
    expect(sale).toMatchObject({ stage: 'basket', saleId: hers });
    await counter.cashier.must('sale.abandon', { saleId: hers });
  });

  it('an emptied basket ends, and a paid sale stays for whoever comes', async () => {
    const hers = await ring(0);
    const { sale } = await counter.cashier.look();
    await counter.cashier.must('sale.cancelLine', { saleId: hers, lineId: sale.stage === 'basket' ? (sale.lines[0]?.lineId ?? '') : '' });
    await counter.cashier.must('people.signOut', {});
    await counter.cashier.must('people.signIn', KIM);
    expect(await counter.cashier.look()).toMatchObject({ sale: { stage: 'idle' }, held: [] });
    const paid = await payCash(counter.cashier);
    await counter.cashier.must('people.signIn', MANAGER);
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-choice', saleId: paid });
    await counter.cashier.must('receipt.decline', { saleId: paid });
    expect(written.findLast(({ kind }) => kind === 'sale.receipt-declined')).toMatchObject({ actor: { name: '점장' } });
  });

  it('hers waits in the list while a paid sale is on the screen, and can be fetched by hand', async () => {
    const hers = await ring(0);
    await counter.cashier.must('people.signIn', MANAGER);
    const paid = await payCash(counter.cashier);
    await counter.cashier.must('people.signIn', KIM);
    expect(await counter.cashier.look()).toMatchObject({ sale: { saleId: paid }, held: [{ saleId: hers }] });
    await counter.cashier.must('receipt.decline', { saleId: paid });
    await counter.cashier.must('slip.answer', { saleId: paid, wants: false });
    await counter.cashier.must('sale.recall', { saleId: hers });
    expect((await counter.cashier.look()).sale).toMatchObject({ saleId: hers });
  });

  it('however full the list is, nobody is kept from leaving', async () => {
    for (let count = 0; count < 20; count += 1) await counter.cashier.must('sale.hold', { saleId: await ring(0) });
    const hers = await ring(1);
    await counter.cashier.must('people.signOut', {});
    await counter.cashier.must('people.signIn', KIM);
    expect((await counter.cashier.look()).sale).toMatchObject({ saleId: hers });
  });
});

describe('a counter nobody touches', () => {
  async function idleAfter(idleMinutes: number): Promise<void> {
    await counter.cashier.must('people.signIn', OWNER);
    await counter.cashier.must('people.setRules', { rules: structuredClone({ ...DEFAULT_PEOPLE_RULES, idleMinutes }) });
    await counter.cashier.must('people.signIn', KIM);
  }

  it('is signed out where the owner has said so, recorded as such, and nothing is lost', async () => {
    await idleAfter(5);
    expect((await counter.cashier.look()).idleMinutes).toBe(5);
    const hers = await ring(0);
    await counter.cashier.must('people.leaveIdle', {});
    expect(await counter.cashier.look()).toMatchObject({ signedIn: null, held: [{ saleId: hers }] });
    expect(written.at(-1)).toMatchObject({ kind: 'people.signed-out', payload: { because: 'idle' }, actor: { name: '김' } });
    await counter.cashier.must('people.signIn', KIM);
    expect((await counter.cashier.look()).sale).toMatchObject({ saleId: hers });
  });

  it('is not, where nobody has', async () => {
    expect(await counter.cashier.ask('people.leaveIdle', {})).toMatchObject({ ok: false, code: 'people.still-at-work' });
    expect((await counter.cashier.look()).signedIn).toMatchObject({ name: '김' });
  });

  it('is not in the middle of a paid sale', async () => {
    await idleAfter(5);
    const paid = await payCash(counter.cashier);
    expect(await counter.cashier.ask('people.leaveIdle', {})).toMatchObject({ ok: false, code: 'people.still-at-work' });
    await counter.cashier.must('receipt.decline', { saleId: paid });
    expect(await counter.cashier.ask('people.leaveIdle', {})).toMatchObject({ ok: false, code: 'people.still-at-work' });
    await counter.cashier.must('slip.answer', { saleId: paid, wants: false });
    await counter.cashier.must('people.leaveIdle', {});
  });
});

describe('a PIN somebody else has given', () => {
  it('opens nothing but the way to one’s own', async () => {
    await counter.cashier.must('people.signIn', OWNER);
    const { userId, firstPin } = await counter.cashier.must('people.add', { name: '정', role: 'cashier' });
    await counter.cashier.must('people.signOut', {});
    expect(await counter.cashier.ask('people.signIn', { userId, pin: firstPin })).toMatchObject({ ok: false, code: 'people.pin-change-needed' });
    expect((await counter.cashier.look()).signedIn).toBeNull();
    expect(await counter.cashier.ask('people.changePin', { userId, pin: '0000', newPin: '4628' })).toMatchObject({ ok: false, code: 'people.pin-wrong' });
    expect(await counter.cashier.ask('people.changePin', { userId, pin: firstPin, newPin: '1234' })).toMatchObject({ ok: false, code: 'people.pin-too-easy' });
    await counter.cashier.must('people.changePin', { userId, pin: firstPin, newPin: '4628' });
    expect((await counter.cashier.look()).signedIn).toMatchObject({ name: '정' });
    await counter.cashier.must('people.signOut', {});
    await counter.cashier.must('people.signIn', { userId, pin: '4628' });
  });

  it('the list of people shows who still has one, and to nobody without the right', async () => {
    expect(await counter.cashier.ask('people.staff', {})).toMatchObject({ ok: false, code: 'people.forbidden' });
    await counter.cashier.must('people.signIn', OWNER);
    const { userId } = await counter.cashier.must('people.add', { name: '정', role: 'cashier' });
    const { people, rules } = await counter.cashier.must('people.staff', {});
    expect(people.find((person) => person.userId === userId)).toMatchObject({ mustChangePin: true, active: true, mayChange: true });
    expect(rules).toEqual(DEFAULT_PEOPLE_RULES);
  });
});
