/** Which line the customer should see large: the one the last scan changed. A view says how things are, not what moved. */
import type { LineView } from '../../contract/views.ts';

/** Null when there are no lines. A cancelled line leaves the newest of the others in its place. */
export function touchedLine(before: readonly LineView[], now: readonly LineView[], shownId: string | null): string | null {
  const known = new Map(before.map((line) => [line.lineId, line]));
  const touched = now.findLast((line) => {
    const earlier = known.get(line.lineId);
    return earlier === undefined || earlier.quantity !== line.quantity || earlier.amountWon !== line.amountWon;
  });
  if (touched !== undefined) return touched.lineId;
  const still = now.find((line) => line.lineId === shownId) ?? now.at(-1);
  return still?.lineId ?? null;
}
