import { describe, expect, it } from 'vitest';
import { pinProblem } from '../../domain/people.ts';
import { DEFAULT_PEOPLE_RULES } from '../../domain/people/rules.ts';
import { CASHIER, MANAGER, OWNER, peopleHere, PIN, withJournal } from './testing/people-here.ts';

withJournal();

const active = (person: { readonly name: string; readonly role: 'cashier' | 'manager' | 'owner' }) => ({ name: person.name, role: person.role, active: true });
/** Managers who look after people. */
const trusting = { ...DEFAULT_PEOPLE_RULES, rights: { ...DEFAULT_PEOPLE_RULES.rights, manager: { ...DEFAULT_PEOPLE_RULES.rights.manager, people: true } } };

describe('people, kept by the owner', () => {
  it('are added with a PIN that must be changed, and it is good for nothing else', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    const added = await here.roster.add('정', 'cashier');
    if (!added.ok) throw new Error(added.code);
    const { userId, firstPin } = added.value;
    expect(pinProblem(firstPin)).toBeNull();
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.user-added', actor: OWNER, payload: { userId, name: '정', role: 'cashier' } });
    expect(JSON.stringify(here.written)).not.toContain(firstPin);
    expect(here.counter.memory.users).toContainEqual({ userId, name: '정', role: 'cashier' });
    expect(await here.door.prove(userId, firstPin)).toMatchObject({ ok: false, code: 'people.pin-change-needed' });
    expect(await here.door.proveAnyPin(userId, firstPin)).toMatchObject({ ok: true, value: { mustChangePin: true } });
    expect(await here.roster.changePin({ userId, name: '정', role: 'cashier' }, firstPin)).toMatchObject({ ok: false, code: 'people.pin-same' });
    expect(await here.roster.changePin({ userId, name: '정', role: 'cashier' }, '4628')).toMatchObject({ ok: true });
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.pin-changed', actor: { userId } });
    expect(await here.door.prove(userId, '4628')).toMatchObject({ ok: true, value: { userId } });
    expect(await here.door.prove(userId, firstPin)).toMatchObject({ ok: false, code: 'people.pin-wrong' });
  });

  it.each([['1111', 'one-digit'], ['1234', 'in-a-row'], ['9876', 'in-a-row'], ['1212', 'repeated']])('choose no PIN like %s', async (pin, problem) => {
    const here = await peopleHere();
    here.signIn('owner');
    expect(await here.roster.changePin(CASHIER, pin)).toEqual({ ok: false, code: 'people.pin-too-easy', detail: problem });
  });

  it('who leaves cannot sign in or approve, and the journal goes on naming her', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    expect(await here.roster.change(MANAGER.userId, { ...active(MANAGER), active: false })).toMatchObject({ ok: true });
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.user-changed', payload: { before: active(MANAGER), after: { active: false } } });
    expect(await here.door.prove(MANAGER.userId, PIN)).toMatchObject({ ok: false, code: 'people.pin-wrong' });
    expect(here.counter.memory.users.map(({ userId }) => userId)).not.toContain(MANAGER.userId);
    expect(here.counter.memory.staff.find(({ userId }) => userId === MANAGER.userId)).toMatchObject({ name: '이', active: false });
    expect(await here.roster.change(MANAGER.userId, active(MANAGER))).toMatchObject({ ok: true });
    expect(await here.door.prove(MANAGER.userId, PIN)).toMatchObject({ ok: true });
  });

  it('a PIN given anew must be changed, and ends a lock', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    for (let guess = 0; guess < 5; guess += 1) await here.door.prove(CASHIER.userId, '9999');
    expect(await here.door.prove(CASHIER.userId, PIN)).toMatchObject({ ok: false, code: 'people.locked' });
    const given = await here.roster.resetPin(CASHIER.userId);
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.pin-reset', payload: { userId: CASHIER.userId }, actor: OWNER });
    expect(await here.door.prove(CASHIER.userId, given.ok ? given.value.firstPin : '')).toMatchObject({ ok: false, code: 'people.pin-change-needed' });
  });

  it('the last owner stays one, and nobody changes her own role', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    expect(await here.roster.change(OWNER.userId, { ...active(OWNER), role: 'manager' })).toMatchObject({ ok: false, code: 'people.oneself' });
    expect(await here.roster.change(OWNER.userId, { ...active(OWNER), active: false })).toMatchObject({ ok: false, code: 'people.oneself' });
    expect(await here.roster.change(OWNER.userId, { ...active(OWNER), name: '박 대표' })).toMatchObject({ ok: true });
    expect(here.counter.memory.signedIn?.name).toBe('박 대표');
  });

  it('names tell people apart', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    expect(await here.roster.add('김', 'cashier')).toMatchObject({ ok: false, code: 'people.name-taken' });
    for (const name of ['', '가'.repeat(21), '김\n']) expect(await here.roster.add(name, 'cashier')).toMatchObject({ ok: false, code: 'people.name-invalid' });
  });

  it('what cannot be written is not so', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    here.fillDisk();
    expect(await here.roster.add('정', 'cashier')).toMatchObject({ ok: false, code: 'journal.disk-full' });
    expect(await here.roster.resetPin(CASHIER.userId)).toMatchObject({ ok: false, code: 'journal.disk-full' });
    expect(await here.roster.setRules({ ...DEFAULT_PEOPLE_RULES, onePerson: true })).toMatchObject({ ok: false });
    expect(here.counter.memory.rules.onePerson).toBe(false);
    expect(await here.door.prove(CASHIER.userId, PIN)).toMatchObject({ ok: true });
  });
});

describe('who may keep people', () => {
  it('a cashier and a manager without the right: nobody', async () => {
    const here = await peopleHere();
    for (const role of ['cashier', 'manager'] as const) {
      here.signIn(role);
      expect(await here.roster.add('정', 'cashier')).toMatchObject({ ok: false, code: 'people.forbidden' });
      expect(await here.roster.change(CASHIER.userId, { ...active(CASHIER), name: '정' })).toMatchObject({ ok: false, code: 'people.forbidden' });
      expect(await here.roster.resetPin(OWNER.userId)).toMatchObject({ ok: false, code: 'people.forbidden' });
      expect(await here.roster.setRules({ ...DEFAULT_PEOPLE_RULES, onePerson: true })).toMatchObject({ ok: false, code: 'people.forbidden' });
    }
    expect(here.written).toEqual([]);
  });

  it('a manager with the right: cashiers, and she cannot make herself or another more', async () => {
    const here = await peopleHere({ rules: trusting });
    here.signIn('manager');
    expect(await here.roster.add('정', 'cashier')).toMatchObject({ ok: true });
    expect(await here.roster.resetPin(CASHIER.userId)).toMatchObject({ ok: true });
    expect(await here.roster.add('최', 'manager')).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await here.roster.change(MANAGER.userId, { ...active(MANAGER), role: 'owner' })).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await here.roster.change(CASHIER.userId, { ...active(CASHIER), role: 'manager' })).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await here.roster.resetPin(OWNER.userId)).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await here.roster.setRules({ ...trusting, onePerson: true })).toMatchObject({ ok: false, code: 'people.forbidden' });
  });

  it('rules are the owner’s, kept with what they were before, and there again at the next start', async () => {
    const here = await peopleHere();
    here.signIn('owner');
    expect(await here.roster.setRules({ ...trusting, idleMinutes: 5 })).toMatchObject({ ok: true });
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.rules-changed', payload: { before: DEFAULT_PEOPLE_RULES, after: { idleMinutes: 5 } } });
    await here.roster.load();
    expect(here.counter.memory.rules).toEqual({ ...trusting, idleMinutes: 5 });
    await here.roster.setRules(DEFAULT_PEOPLE_RULES);
  });
});
