import { useCallback, useEffect, useState } from 'react';
import type { LedgerPerson, LedgerRow } from '../../../contract/ledger.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import type { LedgerKept } from '../../words/ledger.ts';

export type PrintQuery = { readonly from: string; readonly to: string; readonly kept: LedgerKept; readonly userId: string | null };
export type FoundPrints = {
  /** Null until the first answer to this question. */
  readonly rows: readonly LedgerRow[] | null;
  readonly people: readonly LedgerPerson[];
  readonly more: boolean;
  /** The list is as long as it gets. */
  readonly full: boolean;
  readonly refusal: CallRefusal | null;
  readonly loadMore: () => void;
};

const PAGE = 50;
/** Nobody reads further: whoever looks for one says of whom, or of which days. */
export const MAX_ROWS = 1_000;
type Loaded = { readonly key: string; readonly rows: readonly LedgerRow[]; readonly people: readonly LedgerPerson[]; readonly nextBefore: number | null };

export function usePrints(query: PrintQuery, revision: number): FoundPrints {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const { from, to, kept, userId } = query;
  const key = JSON.stringify([from, to, kept, userId]);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const [people, page] = await Promise.all([client.call('ledger.people', { from, to }), client.call('ledger.prints', { from, to, kept, userId, beforeSeq: null, limit: PAGE })]);
      if (!current) return;
      setRefusal(people.ok ? (page.ok ? null : page) : people);
      if (!people.ok || !page.ok) return;
      // What was read further down stays: only its head is newer.
      setLoaded((before) => {
        const rows = before?.key === key && before.rows.length > page.res.rows.length ? merged(before.rows, page.res.rows) : page.res.rows;
        return { key, rows, people: people.res.people, nextBefore: before?.key === key && rows.length > page.res.rows.length ? before.nextBefore : page.res.nextBefore };
      });
    };
    void read();
    return () => {
      current = false;
    };
  }, [client, key, from, to, kept, userId, revision]);
  const here = loaded?.key === key ? loaded : null;
  const nextBefore = here?.nextBefore ?? null;
  const full = nextBefore !== null && (here?.rows.length ?? 0) >= MAX_ROWS;
  const loadMore = useCallback(() => {
    if (nextBefore === null || full) return;
    void client.call('ledger.prints', { from, to, kept, userId, beforeSeq: nextBefore, limit: PAGE }).then((page) => {
      if (!page.ok) return setRefusal(page);
      setLoaded((before) => (before?.key === key ? { ...before, rows: merged(before.rows, page.res.rows), nextBefore: page.res.nextBefore } : before));
    });
  }, [client, key, from, to, kept, userId, nextBefore, full]);
  return { rows: here?.rows ?? null, people: here?.people ?? [], more: nextBefore !== null && !full, full, refusal, loadMore };
}

/** Fresh rows replace older ones of the same job. Newest first. */
function merged(listed: readonly LedgerRow[], fresh: readonly LedgerRow[]): readonly LedgerRow[] {
  return [...new Map([...listed, ...fresh].map((row) => [row.seq, row])).values()].toSorted((a, b) => b.seq - a.seq).slice(0, MAX_ROWS);
}
