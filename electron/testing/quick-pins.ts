/**
 * The people of practice in a folder that rests, with a hash of the same PIN that is quick to try. Tests sign in by the hundred, and each time
 * the real one takes 20 ms of a core; that it does is tried where PINs are given.
 */
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { PRACTICE_USERS } from '../practice/people.ts';

const QUICK = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;

export async function quickenPins(dataDir: string): Promise<void> {
  const hashes = await Promise.all(PRACTICE_USERS.map(async ({ userId, pin }) => ({ userId, pinHash: await hash(pin, QUICK) })));
  const db = new Database(path.join(dataDir, 'journal.db'));
  const put = db.prepare('UPDATE credentials SET pin_hash = ? WHERE user_id = ?');
  const changed = hashes.map(({ userId, pinHash }) => put.run(pinHash, userId).changes);
  db.close();
  if (changed.some((rows) => rows !== 1)) throw new Error('the people of practice are not there');
}
