import { useEffect, useRef } from 'react';
import { useAct } from '../../ui/act.ts';
import type { Basket } from './use-basket.ts';

/** Puts the basket aside once: until a view without it has arrived, the same key again means nothing. */
export function useHold(filled: Basket | null, revision: number, showHeld: () => void): () => void {
  const act = useAct();
  const asked = useRef<{ readonly saleId: string; answeredAt: number | null } | null>(null);
  const latest = useRef(revision);
  useEffect(() => {
    latest.current = revision;
  });
  const hold = async (saleId: string) => {
    const mine = { saleId, answeredAt: null as number | null };
    asked.current = mine;
    const result = await act('sale.hold', { saleId });
    if (result.ok) mine.answeredAt = latest.current;
    else if (asked.current === mine) asked.current = null;
  };
  return () => {
    if (filled === null) {
      showHeld();
      return;
    }
    const before = asked.current;
    const underWay = before?.saleId === filled.saleId && (before.answeredAt === null || before.answeredAt === latest.current);
    if (!underWay) void hold(filled.saleId);
  };
}
