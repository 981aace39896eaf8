/** People of a counter on a journal of its own, without devices or windows: one person of each role, all with the same PIN. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { fileKeyStore, JournalError, openJournal, type Journal } from '../../../db/journal.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { Actor, Role } from '../../../domain/people.ts';
import type { PeopleRules } from '../../../domain/people/rules.ts';
import { DEFAULT_PEOPLE_RULES } from '../../../domain/people/rules.ts';
import { createShelf } from '../../catalogue/shelf.ts';
import type { Counter } from '../../counter.ts';
import { newMemory } from '../../counter.ts';
import { randomIds } from '../../ids.ts';
import { PRACTICE_SETTINGS } from '../../settings.ts';
import type { Approvals } from '../approvals.ts';
import type { Door } from '../door.ts';
import { hashPin } from '../pin.ts';
import type { Roster } from '../roster.ts';
import { createStaff } from '../staff.ts';

export const PIN = '2580';
export const CASHIER: Actor = { userId: 'u-cashier', name: '김', role: 'cashier' };
export const MANAGER: Actor = { userId: 'u-manager', name: '이', role: 'manager' };
export const OWNER: Actor = { userId: 'u-owner', name: '박', role: 'owner' };
const PEOPLE: Readonly<Record<Role, Actor>> = { cashier: CASHIER, manager: MANAGER, owner: OWNER };

export type PeopleHere = {
  readonly counter: Counter;
  readonly door: Door;
  readonly roster: Roster;
  readonly approvals: Approvals;
  /** Everything appended since it was made. */
  readonly written: readonly JournalEntry[];
  readonly idOf: (role: Role) => string;
  /** Without the door: whoever it is stands here now. */
  readonly signIn: (role: Role) => void;
  readonly pass: (ms: number) => void;
  /** From now on nothing can be written. */
  readonly fillDisk: () => void;
};

let journal: Journal;
let pinHash: string;
let dir: string;

/** Once per file: opens the journal all of its tests write into. */
export function withJournal(): void {
  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-people-'));
    const opened = await openJournal({ path: path.join(dir, 'journal.db'), keys: fileKeyStore(path.join(dir, 'keys')) });
    if (!opened.ok) throw new Error(opened.detail);
    journal = opened.journal;
    pinHash = await hashPin(PIN);
  });
  afterAll(async () => {
    await journal.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** Whatever the test before did to them: their names, roles and PINs are what they were. */
async function everybodyAsNew(rules: PeopleRules): Promise<void> {
  const known = await journal.users();
  const base = { at: '2026-11-21T00:00:00.000Z', businessDay: '2026-11-21', actor: null, saleId: null } as const;
  for (const { userId, name, role } of Object.values(PEOPLE)) {
    const before = known.find((person) => person.userId === userId);
    const after = { name, role, active: true };
    const row: JournalEntry = before === undefined ? { ...base, kind: 'people.user-added', payload: { userId, name, role } } : { ...base, kind: 'people.user-changed', payload: { userId, before: after, after } };
    await journal.appendWithPin([row], { userId, pinHash, mustChange: false });
  }
  for (const { userId, name, role } of known.filter((person) => !Object.values(PEOPLE).some((own) => own.userId === person.userId))) {
    const state = { name, role, active: false };
    await journal.append([{ ...base, kind: 'people.user-changed', payload: { userId, before: state, after: state } }]);
  }
  await journal.append([{ ...base, kind: 'people.rules-changed', payload: { before: rules, after: rules } }]);
}

export async function peopleHere({ rules }: { readonly rules?: PeopleRules } = {}): Promise<PeopleHere> {
  await everybodyAsNew(rules ?? DEFAULT_PEOPLE_RULES);
  const written: JournalEntry[] = [];
  let nowMs = Date.parse('2026-11-21T05:00:00.000Z');
  let full = false;
  const keep = async <T>(entries: readonly JournalEntry[], write: () => Promise<T>): Promise<T> => {
    if (full) throw new JournalError('journal.disk-full', 'the test has filled it');
    const appended = await write();
    written.push(...entries);
    return appended;
  };
  const append: Journal['append'] = (entries) => keep(entries, () => journal.append(entries));
  const appendWithPin: Journal['appendWithPin'] = (entries, pin) => keep(entries, () => journal.appendWithPin(entries, pin));
  const counter: Counter = {
    settings: PRACTICE_SETTINGS,
    journal: { ...journal, append, appendWithPin },
    shelf: createShelf(),
    now: () => new Date(nowMs),
    ids: randomIds(),
    memory: newMemory(),
    changed: () => undefined,
    log: () => undefined,
    background: () => undefined,
    isStopping: () => false,
  };
  const { door, roster, approvals } = createStaff(counter);
  await roster.load();
  return {
    counter,
    door,
    roster,
    approvals,
    written,
    idOf: (role) => PEOPLE[role].userId,
    signIn: (role) => {
      counter.memory.signedIn = PEOPLE[role];
    },
    pass: (ms) => {
      nowMs += ms;
    },
    fillDisk: () => {
      full = true;
    },
  };
}
