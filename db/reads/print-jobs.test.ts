import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import { UNSETTLED } from './print-jobs.ts';

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
  migrate(db, MIGRATIONS);
});

afterEach(() => db.close());

it('finds slips somebody waits for from those that wait: a start does not go through every print there ever was', () => {
  const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT count(*) ${UNSETTLED}`).all().map(({ detail }) => detail);
  expect(plan).toContain('SCAN waiting');
  expect(plan.filter((detail) => /^SCAN (?:job|j|p|k|later)\b/.test(detail))).toEqual([]);
});
