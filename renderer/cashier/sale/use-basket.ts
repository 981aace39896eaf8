import { useEffect, useMemo, useRef, useState } from 'react';
import type { LineView, SaleView } from '../../../contract/views.ts';
import { useClient } from '../../bridge.ts';
import { useSpecialAct } from '../approval/special-acts.tsx';
import type { BasketActs } from './basket.tsx';

export type LineActs = Omit<BasketActs, 'open'>;

export type Basket = SaleView & { stage: 'basket' };

/** A quantity asked for; `answeredAt` is the view's revision when main said yes. */
type Asked = { readonly quantity: number; readonly answeredAt: number | null };

/** Main's answer comes before its view: until a newer view has arrived, what was asked is newer than what is drawn. */
function stillAhead(asked: Asked, revision: number): boolean {
  return asked.answeredAt === null || asked.answeredAt === revision;
}

/** The line in hand, and what the keys and steppers do to it. */
export function useBasket(basket: Basket | null, revision: number) {
  const client = useClient();
  const special = useSpecialAct();
  const [picked, setPicked] = useState<{ readonly lineId: string; readonly over: string | null; readonly byKeys: boolean } | null>(null);
  /** Quantities asked for that no view shows yet: two quick presses are two more, not one. */
  const asked = useRef(new Map<string, Asked>());
  const lines = basket?.lines ?? [];
  const lastLineId = basket?.lastLineId ?? null;
  // A line she picked stays in hand until another is touched; after that the newest is.
  const wanted = picked !== null && picked.over === lastLineId ? picked.lineId : lastLineId;
  const selected = lines.find((line) => line.lineId === wanted) ?? lines.at(-1) ?? null;
  // She walked here with the arrow keys: Enter is about this line until something else is touched.
  const walking = picked !== null && picked.byKeys && selected !== null && picked.over === lastLineId && picked.lineId === selected.lineId;
  const saleId = basket?.saleId ?? null;
  const latest = useRef({ saleId, lastLineId, revision });
  useEffect(() => {
    latest.current = { saleId, lastLineId, revision };
  });

  const acts: LineActs = useMemo(() => {
    const takeOut = async ({ lineId, name }: LineView) => {
      const { saleId: sale } = latest.current;
      if (sale !== null) await special({ saleId: sale, what: name }, (given) => client.call('sale.cancelLine', { saleId: sale, lineId, ...given }));
    };
    const select = (lineId: string) => setPicked({ lineId, over: latest.current.lastLineId, byKeys: false });
    const change = async (line: LineView, by: number) => {
      const { saleId: sale } = latest.current;
      if (sale === null) return;
      const before = asked.current.get(line.lineId);
      const quantity = (before !== undefined && stillAhead(before, latest.current.revision) ? before.quantity : line.quantity) + by;
      if (quantity < 1) {
        await takeOut(line);
        return;
      }
      const mine: Asked = { quantity, answeredAt: null };
      asked.current.set(line.lineId, mine);
      const result = await special({ saleId: sale, what: line.name }, (given) => client.call('sale.setQuantity', { saleId: sale, lineId: line.lineId, quantity, ...given }));
      if (asked.current.get(line.lineId) !== mine) return;
      if (result.ok) asked.current.set(line.lineId, { quantity, answeredAt: latest.current.revision });
      else asked.current.delete(line.lineId);
    };
    return { select, addOne: (line) => void change(line, 1), takeOne: (line) => void change(line, -1), takeOut: (line) => void takeOut(line) };
  }, [client, special]);
  const moveSelection = (by: number) => {
    const index = lines.findIndex((line) => line.lineId === selected?.lineId);
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + by))];
    if (next !== undefined) setPicked({ lineId: next.lineId, over: lastLineId, byKeys: true });
  };
  const stopWalking = () => setPicked((before) => (before === null ? null : { ...before, byKeys: false }));
  return { selected, walking, acts, cancel: acts.takeOut, moveSelection, stopWalking };
}
