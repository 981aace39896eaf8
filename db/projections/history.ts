/**
 * What leads to a finished sale: written once, when the sale is over and nobody waits for the disk, and afterwards with whatever
 * happens to it. The projections of sales, receipts and prints tell this one what they know.
 */
import type { Database } from 'better-sqlite3';
import { comparable, initialsOf } from '../../domain/catalogue/jamo.ts';
import type { Actor } from '../../domain/people.ts';
import { parseStoredOrNull } from '../stored.ts';

export type WordKind = 'product' | 'amount' | 'card-tail' | 'cashier' | 'tender' | 'mark';
export type OpenCaseKind = 'cash-receipt' | 'receipt-owed' | 'print' | 'handwritten' | 'stray' | 'refund';

export type HistoryProjection = {
  /** The sale is over: its goods, amounts, ways of paying and cashier lead to it. */
  readonly finished: (saleNumber: number) => void;
  readonly word: (saleNumber: number, kind: WordKind, word: string, label?: string) => void;
  /** As it was given; found in either case. */
  readonly approval: (saleNumber: number, approvalNumber: string) => void;
  readonly openCase: (saleNumber: number, kind: OpenCaseKind, ref: string, since: string) => void;
  /** Without `ref`: all of that kind. */
  readonly closeCase: (saleNumber: number, kind: OpenCaseKind, ref?: string) => void;
};

type SaleColumns = { readonly totalWon: number; readonly actor: string | null };

export function historyProjection(db: Database): HistoryProjection {
  const wordId = db.prepare<[string, string], { id: number; label: string }>('SELECT word_id AS id, label FROM history_words WHERE kind = ? AND word = ?');
  const newWord = db.prepare('INSERT INTO history_words (kind, word, label) VALUES (?, ?, ?)');
  const relabel = db.prepare('UPDATE history_words SET label = ? WHERE word_id = ?');
  const newProduct = db.prepare('INSERT INTO history_products (word_id, name, initials) VALUES (?, ?, ?)');
  const post = db.prepare('INSERT OR IGNORE INTO history_postings (word_id, sale_number) VALUES (?, ?)');
  const approve = db.prepare('INSERT OR IGNORE INTO history_approvals (approval_number, sale_number) VALUES (?, ?)');
  const open = db.prepare('INSERT OR IGNORE INTO open_cases (sale_number, kind, ref, since) VALUES (?, ?, ?, ?)');
  const close = db.prepare('DELETE FROM open_cases WHERE sale_number = ? AND kind = ? AND ref = ?');
  const closeAll = db.prepare('DELETE FROM open_cases WHERE sale_number = ? AND kind = ?');
  const sale = db.prepare<[number], SaleColumns>('SELECT total_won AS totalWon, actor FROM sales WHERE sale_number = ?');
  const names = db.prepare<[number], string>('SELECT DISTINCT name FROM sale_lines WHERE sale_number = ?').pluck();
  const payments = db.prepare<[number], { tender: string; amountWon: number }>('SELECT tender, amount_won AS amountWon FROM payments WHERE sale_number = ?');

  function idOf(kind: WordKind, word: string, label: string): number {
    const known = wordId.get(kind, word);
    if (known !== undefined) {
      if (known.label !== label) relabel.run(label, known.id);
      return known.id;
    }
    const id = Number(newWord.run(kind, word, label).lastInsertRowid);
    if (kind === 'product') {
      const name = comparable(word);
      newProduct.run(id, name, initialsOf(name));
    }
    return id;
  }

  const word: HistoryProjection['word'] = (saleNumber, kind, text, label = '') => void post.run(idOf(kind, text, label), saleNumber);
  return {
    word,
    finished(saleNumber) {
      const about = sale.get(saleNumber);
      if (about === undefined) return;
      for (const name of names.all(saleNumber)) word(saleNumber, 'product', name);
      word(saleNumber, 'amount', String(about.totalWon));
      for (const { tender, amountWon } of payments.all(saleNumber)) {
        word(saleNumber, 'tender', tender);
        word(saleNumber, 'amount', String(amountWon));
      }
      const actor = parseStoredOrNull<Actor>(about.actor);
      if (actor !== null) word(saleNumber, 'cashier', actor.userId, actor.name);
    },
    approval: (saleNumber, approvalNumber) => void approve.run(approvalNumber.toUpperCase(), saleNumber),
    openCase: (saleNumber, kind, ref, since) => void open.run(saleNumber, kind, ref, since),
    closeCase: (saleNumber, kind, ref) => void (ref === undefined ? closeAll.run(saleNumber, kind) : close.run(saleNumber, kind, ref)),
  };
}
