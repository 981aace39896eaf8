/** From what is remembered to the lists of sales that have it. */
import type { Database } from 'better-sqlite3';
import { type SearchTerm, tailsThatFit } from '../../domain/history/search.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { SaleSearch } from './history.ts';
import { anyOf, EMPTY, indexed, only, type Postings, type Steps, walking } from './postings.ts';

export type Finder = {
  /** Sales that are over, whatever else they are. */
  readonly finished: (steps: Steps) => Postings;
  readonly term: (term: SearchTerm, steps: Steps) => Postings;
  readonly filters: (search: Pick<SaleSearch, 'tender' | 'cashierId' | 'only'>, steps: Steps) => readonly Postings[];
  readonly isOpen: (saleNumber: number) => boolean;
};

/** More product names than this in one word are not followed one by one: so common a word is met soon by looking at the goods of each sale. */
const NAMES_FOLLOWED = 200;

export function finder(db: Database): Finder {
  const finished = db.prepare<[number], number>(`SELECT sale_number FROM sales WHERE sale_number <= ? AND stage = 'done' ORDER BY sale_number DESC LIMIT 1`).pluck();
  const wordId = db.prepare<[string, string], number>('SELECT word_id FROM history_words WHERE kind = ? AND word = ?').pluck();
  const posted = db.prepare<[number, number], number>('SELECT sale_number FROM history_postings WHERE word_id = ? AND sale_number <= ? ORDER BY sale_number DESC LIMIT 1').pluck();
  const approved = db.prepare<[string, number], number>('SELECT sale_number FROM history_approvals WHERE approval_number = ? AND sale_number <= ? ORDER BY sale_number DESC LIMIT 1').pluck();
  const open = db.prepare<[number], number>('SELECT sale_number FROM open_cases WHERE sale_number <= ? ORDER BY sale_number DESC LIMIT 1').pluck();
  const named = db.prepare<[string, number], number>('SELECT word_id FROM history_products WHERE instr(name, ?) > 0 LIMIT ?').pluck();
  const spelled = db.prepare<[string, number], number>('SELECT word_id FROM history_products WHERE instr(initials, ?) > 0 LIMIT ?').pluck();
  const sold = (column: 'name' | 'initials') =>
    db
      .prepare<[number, string], number>(
        `SELECT 1 FROM sale_lines l JOIN history_words w ON w.kind = 'product' AND w.word = l.name JOIN history_products p ON p.word_id = w.word_id
          WHERE l.sale_number = ? AND instr(p.${column}, ?) > 0 LIMIT 1`,
      )
      .pluck();
  const soldBy = { name: sold('name'), initials: sold('initials') };

  const all = (steps: Steps) => indexed((saleNumber) => finished.get(saleNumber) ?? null, steps);
  const ofId = (id: number | undefined, steps: Steps) => (id === undefined ? EMPTY : indexed((saleNumber) => posted.get(id, saleNumber) ?? null, steps));
  const ofWord = (kind: string, word: string, steps: Steps) => ofId(wordId.get(kind, word), steps);

  function product({ part, initials }: SearchTerm & { kind: 'product' }, steps: Steps): Postings {
    const ids = (initials ? spelled : named).all(part, NAMES_FOLLOWED + 1);
    if (ids.length <= NAMES_FOLLOWED) return anyOf(ids.map((id) => ofId(id, steps)));
    const goods = soldBy[initials ? 'initials' : 'name'];
    const fits = (saleNumber: number) => {
      steps.left -= 1;
      return goods.get(saleNumber, part) === 1;
    };
    return walking(all(steps), fits, steps);
  }

  function term(wanted: SearchTerm, steps: Steps): Postings {
    switch (wanted.kind) {
      case 'sale-number':
        return only(wanted.saleNumber);
      case 'amount':
        return ofWord('amount', String(wanted.amountWon), steps);
      case 'card-tail':
        return anyOf(tailsThatFit(wanted.digits).map((tail) => ofWord('card-tail', tail, steps)));
      case 'approval':
        return indexed((saleNumber) => approved.get(wanted.approvalNumber, saleNumber) ?? null, steps);
      case 'product':
        return product(wanted, steps);
      default:
        return unreachable(wanted);
    }
  }

  return {
    term,
    finished: all,
    filters: ({ tender, cashierId, only: kept }, steps) => [
      ...(kept === 'open-cases' ? [indexed((saleNumber) => open.get(saleNumber) ?? null, steps)] : []),
      ...(kept === 'refunds' ? [ofWord('mark', 'refunded', steps)] : []),
      ...(cashierId === null ? [] : [ofWord('cashier', cashierId, steps)]),
      ...(tender === null ? [] : [ofWord('tender', tender, steps)]),
    ],
    isOpen: (saleNumber) => open.get(saleNumber) === saleNumber,
  };
}
