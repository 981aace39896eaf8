/** Out of a part of the money that cannot be settled now: away from the refund, or past this card to the rest of it. Two acts, each with a key of its own. */
import type { RefundReturnView, RefundView } from '../../../contract/refund.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import type { Keys } from '../../ui/keys.ts';
import { named } from '../../ui/keys.ts';
import { useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import { useOnce } from './use-once.ts';

export type WaysOut = { readonly canPutAside: boolean; readonly putAside: () => void; readonly onLater: () => void };

/** `keys` are for the layer of the screen that shows them. */
export function useWaysOut(refund: RefundView, ret: RefundReturnView | undefined, onLater: () => void): WaysOut & { readonly keys: Keys } {
  const words = useWords(refundWords);
  const act = useAct();
  const { busy, once } = useOnce();
  // Without another part, or a cash receipt to cancel, there is nothing to go on with.
  const canPutAside = ret !== undefined && !ret.aside && refund.returns.length + refund.receipts.length > 1;
  const putAside = () => {
    if (canPutAside && !busy) once(() => act('refund.setAside', { refundId: refund.refundId, returnId: ret.returnId }));
  };
  return { canPutAside, putAside, onLater, keys: { Escape: onLater, ...(canPutAside ? { F4: named(words.aside, putAside) } : {}) } };
}

export function WaysOutButtons({ ways }: { readonly ways: WaysOut }) {
  const words = useWords(refundWords);
  return (
    <>
      <span className="text-ink-2">{ways.canPutAside ? words.asideMeaning : words.laterMeaning}</span>
      {ways.canPutAside ? (
        <Button size="large" onPress={ways.putAside} keyHint="F4" testId="refund-put-aside">
          {words.aside}
        </Button>
      ) : null}
      <Button size="large" onPress={ways.onLater} keyHint="Esc" testId="refund-later">
        {words.later}
      </Button>
    </>
  );
}
