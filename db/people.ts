/** Who may sign in. Beside the chain: a PIN hash must be replaceable, and gone when it is replaced. Synchronous: runs in the worker. */
import type { Database } from 'better-sqlite3';
import { JournalRefusal } from './journal-error.ts';
import { LIST_LIMIT } from './limits.ts';
import type { Credential, UserRecord } from './records.ts';

export type PeopleStore = {
  readonly putUser: (user: UserRecord & { readonly pinHash: string }) => void;
  readonly users: () => readonly UserRecord[];
  readonly credential: (userId: string) => Credential | null;
  readonly setPinFailures: (userId: string, failures: number, lockedUntil: string | null) => void;
};

export function peopleStore(db: Database): PeopleStore {
  const put = db.prepare(`INSERT INTO people (user_id, name, role, pin_hash) VALUES (?, ?, ?, ?)
    ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash, failures = 0, locked_until = NULL`);
  const all = db.prepare<[number], UserRecord>('SELECT user_id AS userId, name, role FROM people ORDER BY name, user_id LIMIT ?');
  const one = db.prepare<[string], Credential>(
    'SELECT user_id AS userId, name, role, pin_hash AS pinHash, failures, locked_until AS lockedUntil FROM people WHERE user_id = ?',
  );
  const fail = db.prepare('UPDATE people SET failures = ?, locked_until = ? WHERE user_id = ?');
  return {
    putUser({ userId, name, role, pinHash }) {
      put.run(userId, name, role, pinHash);
    },
    users: () => all.all(LIST_LIMIT),
    credential: (userId) => one.get(userId) ?? null,
    setPinFailures(userId, failures, lockedUntil) {
      if (fail.run(failures, lockedUntil, userId).changes !== 1) throw new JournalRefusal(`no user ${userId}`);
    },
  };
}
