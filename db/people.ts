/** Who works here, and what beside the chain proves who they are. Synchronous: runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { Actor } from '../domain/people.ts';
import type { PeopleRules } from '../domain/people/rules.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import type { Append } from './append.ts';
import { JournalRefusal } from './journal-error.ts';
import { LIST_LIMIT, listLimit } from './limits.ts';
import type { Appended, Credential, PinRecord, SpecialActRecord, UserRecord } from './records.ts';
import { parseStoredOrNull } from './stored.ts';

export type PeopleStore = {
  /** Entries and the PIN they speak of, in one transaction: neither is ever there without the other. */
  readonly appendWithPin: (entries: readonly JournalEntry[], pin: PinRecord) => readonly Appended[];
  readonly users: () => readonly UserRecord[];
  readonly credential: (userId: string) => Credential | null;
  readonly setPinFailures: (userId: string, failures: number, lockedUntil: string | null) => void;
  readonly peopleRules: () => PeopleRules | null;
  readonly specialActs: (businessDay: string, page: SpecialActPage) => readonly SpecialActRecord[];
};

export type SpecialActPage = {
  /** At most 1,000. */
  readonly limit: number;
  /** Only older ones: the next page. */
  readonly beforeSeq?: number;
};

type UserColumns = Omit<UserRecord, 'active' | 'mustChangePin'> & { readonly active: number; readonly mustChangePin: number };
type CredentialColumns = Omit<Credential, 'mustChangePin'> & { readonly mustChangePin: number };
type ActColumns = Omit<SpecialActRecord, 'actor' | 'approver' | 'alone'> & { readonly actor: string | null; readonly approver: string | null; readonly alone: number };

export function peopleStore(db: Database, append: Append): PeopleStore {
  const put = db.prepare(`INSERT INTO credentials (user_id, pin_hash, must_change) VALUES (?, ?, ?)
    ON CONFLICT (user_id) DO UPDATE SET pin_hash = excluded.pin_hash, must_change = excluded.must_change, failures = 0, locked_until = NULL`);
  const known = db.prepare<[string], 1>('SELECT 1 FROM staff WHERE user_id = ?').pluck();
  const all = db.prepare<[number], UserColumns>(`SELECT user_id AS userId, name, role, active, added_at AS addedAt, coalesce(must_change, 0) AS mustChangePin
    FROM staff LEFT JOIN credentials USING (user_id) ORDER BY name, user_id LIMIT ?`);
  const one = db.prepare<[string], CredentialColumns>(`SELECT user_id AS userId, pin_hash AS pinHash, must_change AS mustChangePin, failures, locked_until AS lockedUntil
    FROM credentials WHERE user_id = ?`);
  const fail = db.prepare('UPDATE credentials SET failures = ?, locked_until = ? WHERE user_id = ?');
  const rules = db.prepare<[], string>('SELECT rules FROM people_rules').pluck();
  const acts = db.prepare<[string, number, number], ActColumns>(`SELECT seq, at, act, outcome, a.sale_id AS saleId, sale_number AS saleNumber, amount_won AS amountWon, reason, change,
    a.actor, approver, alone, refusal FROM special_acts a LEFT JOIN sales s ON s.sale_id = a.sale_id
    WHERE a.business_day = ? AND seq < ? ORDER BY seq DESC LIMIT ?`);
  return {
    appendWithPin: (entries, { userId, pinHash, mustChange }) =>
      append(entries, () => {
        if (known.get(userId) === undefined) throw new JournalRefusal(`no user ${userId}`);
        put.run(userId, pinHash, mustChange ? 1 : 0);
      }),
    users: () => all.all(LIST_LIMIT).map((row) => ({ ...row, active: row.active === 1, mustChangePin: row.mustChangePin === 1 })),
    credential: (userId) => {
      const row = one.get(userId);
      return row === undefined ? null : { ...row, mustChangePin: row.mustChangePin === 1 };
    },
    setPinFailures(userId, failures, lockedUntil) {
      if (fail.run(failures, lockedUntil, userId).changes !== 1) throw new JournalRefusal(`no user ${userId}`);
    },
    peopleRules: () => parseStoredOrNull<PeopleRules>(rules.get() ?? null),
    specialActs: (businessDay, { limit, beforeSeq }) =>
      acts
        .all(businessDay, beforeSeq ?? Number.MAX_SAFE_INTEGER, listLimit(limit))
        .map((row) => ({ ...row, actor: parseStoredOrNull<Actor>(row.actor), approver: parseStoredOrNull<Actor>(row.approver), alone: row.alone === 1 })),
  };
}
