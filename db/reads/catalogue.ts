/** What the journal knows of changes to products: the catalogue's own file follows it. */
import type { Database } from 'better-sqlite3';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { listLimit } from '../limits.ts';
import { parseStored } from '../stored.ts';

export type ProductChanges = {
  /** Oldest first. */
  readonly changes: readonly { readonly seq: number; readonly after: CatalogueProduct }[];
  /** Everything up to here has been looked at. */
  readonly throughSeq: number;
};

export type CatalogueReads = { readonly productChanges: (afterSeq: number, page: { readonly limit: number }) => ProductChanges };

export function catalogueReads(db: Database): CatalogueReads {
  const saved = db.prepare<[number, number], { seq: number; payload: string }>("SELECT seq, payload FROM journal WHERE seq > ? AND kind = 'catalogue.product-saved' ORDER BY seq LIMIT ?");
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM journal').pluck();
  return {
    productChanges(afterSeq, { limit }) {
      const rows = saved.all(afterSeq, listLimit(limit));
      const changes = rows.map(({ seq, payload }) => ({ seq, after: parseStored<{ readonly after: CatalogueProduct }>(payload).after }));
      return { changes, throughSeq: changes.length === limit ? (changes.at(-1)?.seq ?? afterSeq) : Math.max(afterSeq, last.get() ?? 0) };
    },
  };
}
