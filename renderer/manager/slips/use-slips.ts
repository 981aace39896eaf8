import { useCallback, useEffect, useState } from 'react';
import type { CallAnswer } from '../../../contract/calls.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import type { Slips } from './list.ts';
import { mergedEnded } from './list.ts';

/** Ended slips asked for at once. */
const PAGE_SLIPS = 50;

type Listed = CallAnswer<'handwritten.list'>;

export type LoadedSlips = {
  /** Null until the first answer. */
  readonly slips: Slips | null;
  readonly refusal: CallRefusal | null;
  /** There are older ones that have ended. */
  readonly more: boolean;
  readonly loadMore: () => void;
};

/** Every open slip, and the newest that have ended; fresh after every change. */
export function useSlips(revision: number): LoadedSlips {
  const client = useClient();
  const [listed, setListed] = useState<Listed | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  useEffect(() => {
    let current = true;
    void client.call('handwritten.list', { endedBefore: null, limit: PAGE_SLIPS }).then((result) => {
      if (!current) return;
      setRefusal(result.ok ? null : result);
      if (result.ok) setListed((before) => renewed(before, result.res));
    });
    return () => {
      current = false;
    };
  }, [client, revision]);
  const endedBefore = listed?.more === true ? (listed.ended.at(-1)?.lastSeq ?? null) : null;
  const loadMore = useCallback(() => {
    if (endedBefore === null) return;
    void client.call('handwritten.list', { endedBefore, limit: PAGE_SLIPS }).then((result) => {
      setRefusal(result.ok ? null : result);
      if (result.ok) setListed((before) => (before?.ended.at(-1)?.lastSeq === endedBefore ? { ...before, ended: [...before.ended, ...result.res.ended], more: result.res.more } : before));
    });
  }, [client, endedBefore]);
  return { slips: listed, refusal, more: listed?.more === true, loadMore };
}

/** Whether there is more is what the oldest page said. */
function renewed(before: Listed | null, fresh: Listed): Listed {
  if (before === null) return fresh;
  const ended = [...mergedEnded(fresh.ended, before.ended)];
  return { open: fresh.open, ended, more: ended.length > fresh.ended.length ? before.more : fresh.more };
}

type ByHandLines = CallAnswer<'handwritten.byHand'>['lines'];

/** What to write on paper for this slip; null while it is on its way, or where nobody knows. */
export function useByHand(slipId: string | null): { readonly lines: ByHandLines | null; readonly refusal: CallRefusal | null } {
  const client = useClient();
  const [loaded, setLoaded] = useState<{ readonly slipId: string; readonly lines: ByHandLines | null; readonly refusal: CallRefusal | null } | null>(null);
  useEffect(() => {
    if (slipId === null) return;
    let current = true;
    void client.call('handwritten.byHand', { slipId }).then((result) => {
      if (current) setLoaded(result.ok ? { slipId, lines: result.res.lines, refusal: null } : { slipId, lines: null, refusal: result });
    });
    return () => {
      current = false;
    };
  }, [client, slipId]);
  return loaded?.slipId === slipId ? loaded : { lines: null, refusal: null };
}
