/** People, the owner's rules for them, and the acts others must ask for. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { actorText } from '../stored.ts';

const KINDS = ['people.user-added', 'people.user-changed', 'people.rules-changed', 'people.act-by-right', 'people.approval-used', 'people.approval-refused'] as const satisfies readonly JournalEntry['kind'][];
type Entry<K extends JournalEntry['kind']> = Extract<JournalEntry, { readonly kind: K }>;
type PeopleEntry = Entry<(typeof KINDS)[number]>;
type ActEntry = Entry<'people.act-by-right' | 'people.approval-used' | 'people.approval-refused'>;

export function movesPeople(entry: JournalEntry): entry is PeopleEntry {
  return KINDS.some((kind) => kind === entry.kind);
}

export function peopleProjection(db: Database): (seq: number, entry: PeopleEntry) => void {
  const add = db.prepare('INSERT INTO staff (user_id, name, role, active, added_at, last_seq) VALUES (?, ?, ?, 1, ?, ?)');
  const change = db.prepare('UPDATE staff SET name = ?, role = ?, active = ?, last_seq = ? WHERE user_id = ?');
  const putRules = db.prepare(`INSERT INTO people_rules (only, rules, last_seq) VALUES (1, ?, ?)
    ON CONFLICT (only) DO UPDATE SET rules = excluded.rules, last_seq = excluded.last_seq`);
  const act = actProjection(db);
  return (seq, entry) => {
    switch (entry.kind) {
      case 'people.user-added': {
        const { userId, name, role } = entry.payload;
        add.run(userId, name, role, entry.at, seq);
        return;
      }
      case 'people.user-changed': {
        const { userId, after } = entry.payload;
        const done = change.run(after.name, after.role, after.active ? 1 : 0, seq, userId);
        if (done.changes !== 1) throw new JournalRefusal(`no user ${userId}`);
        return;
      }
      case 'people.rules-changed':
        putRules.run(canonicalJson(entry.payload.after), seq);
        return;
      case 'people.act-by-right':
      case 'people.approval-used':
      case 'people.approval-refused':
        act(seq, entry);
        return;
      default:
        unreachable(entry);
    }
  };
}

function actProjection(db: Database): (seq: number, entry: ActEntry) => void {
  const act = db.prepare(`INSERT INTO special_acts (seq, business_day, at, act, outcome, sale_id, amount_won, reason, change, actor, approver, alone, refusal)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (seq, { kind, payload, businessDay, at, saleId, actor }) => {
    const outcome = { 'people.act-by-right': 'by-right', 'people.approval-used': 'approved', 'people.approval-refused': 'refused' }[kind];
    const approver = kind === 'people.act-by-right' ? null : payload.approver;
    const alone = kind === 'people.approval-used' && payload.alone ? 1 : 0;
    const refusal = kind === 'people.approval-refused' ? payload.refusal : null;
    act.run(seq, businessDay, at, payload.act, outcome, saleId, payload.amountWon, payload.reason, payload.change ?? null, actorText(actor), actorText(approver), alone, refusal);
  };
}
