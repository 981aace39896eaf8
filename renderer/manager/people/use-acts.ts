import { useCallback, useEffect, useRef, useState } from 'react';
import type { SpecialActView } from '../../../contract/people.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';

export type Acts = {
  /** Newest first; null until the first answer. */
  readonly acts: readonly SpecialActView[] | null;
  readonly more: boolean;
  readonly refusal: CallRefusal | null;
  readonly loadMore: () => void;
};

export const PAGE_ACTS = 100;
/** More than these nobody reads; the journal has them all. */
const MAX_LISTED_ACTS = 1_000;

/** Of the business day; asked for again when something was done at the counter. */
export function useActs(revision: number): Acts {
  const client = useClient();
  const [loaded, setLoaded] = useState<{ readonly acts: readonly SpecialActView[]; readonly more: boolean } | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const listed = useRef(PAGE_ACTS);
  useEffect(() => {
    let current = true;
    void client.call('people.acts', { beforeSeq: null, limit: Math.min(200, listed.current) }).then((result) => {
      if (!current) return;
      setRefusal(result.ok ? null : result);
      if (result.ok) setLoaded((before) => ({ acts: merged(result.res.acts, before?.acts ?? []), more: before === null || before.acts.length <= result.res.acts.length ? result.res.more : before.more }));
    });
    return () => {
      current = false;
    };
  }, [client, revision]);
  const oldest = loaded?.acts.at(-1)?.seq ?? null;
  const loadMore = useCallback(() => {
    if (oldest === null) return;
    void client.call('people.acts', { beforeSeq: oldest, limit: PAGE_ACTS }).then((result) => {
      setRefusal(result.ok ? null : result);
      if (result.ok) setLoaded((before) => ({ acts: merged(before?.acts ?? [], result.res.acts), more: result.res.more }));
    });
  }, [client, oldest]);
  return { acts: loaded?.acts ?? null, more: (loaded?.more ?? false) && (loaded?.acts.length ?? 0) < MAX_LISTED_ACTS, refusal, loadMore };
}

/** Newest first, each once. */
export function merged(newer: readonly SpecialActView[], older: readonly SpecialActView[]): readonly SpecialActView[] {
  const known = new Set(newer.map(({ seq }) => seq));
  return [...newer, ...older.filter(({ seq }) => !known.has(seq))].toSorted((a, b) => b.seq - a.seq);
}
