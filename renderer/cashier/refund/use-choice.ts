import { useEffect, useState } from 'react';
import type { PaymentLeftView, RefundOfferView, RefundPreview } from '../../../contract/refund.ts';
import type { ReadyReason } from '../../../domain/people/reasons.ts';
import { REASONS_OF } from '../../../domain/people/reasons.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import type { ReceiptReason } from '../../words/refund.ts';
import type { Chosen } from './chosen.ts';
import { everything, isEverything, linesOf, sharesFrom } from './chosen.ts';

export type Offered = { readonly offer: RefundOfferView | null; readonly refusal: CallRefusal | null };

/** What of the sale can go back; null while the first answer is on its way. */
export function useOffer(saleId: string): Offered | null {
  const client = useClient();
  const [offered, setOffered] = useState<Offered | null>(null);
  useEffect(() => {
    let current = true;
    void client.call('refund.offer', { saleId }).then((result) => {
      if (current) setOffered(result.ok ? { offer: result.res, refusal: null } : { offer: null, refusal: result });
    });
    return () => {
      current = false;
    };
  }, [client, saleId]);
  return offered;
}

/** `key`: the choice it is the answer to. */
type Previewed = { readonly key: string; readonly preview: RefundPreview | null; readonly refusal: CallRefusal | null };

export const RECEIPT_REASONS = ['transaction-cancelled', 'issued-in-error', 'other'] as const satisfies readonly ReceiptReason[];

/** Everything that is left, until she says otherwise; main says what it comes to and which way it goes. */
export function useChoice(offer: RefundOfferView) {
  const { saleId, lines, payments } = offer;
  const [chosen, setChosen] = useState<Chosen>(() => everything(lines));
  const [firstId, setFirstId] = useState<string | null>(null);
  const [reason, setReason] = useState<string>('');
  const [receiptReason, setReceiptReason] = useState<ReceiptReason>('transaction-cancelled');
  const [want, setWant] = useState<Want>('refund');
  const offerLines = linesOf(lines, chosen);
  const asked = usePreview(saleId, chosen.size === 0 ? null : { want, lines: offerLines, firstId: want === 'refund' ? firstId : null, payments });
  const preview = asked?.preview ?? null;
  const kind = preview?.kind ?? (want === 'exchange' ? 'exchange' : offer.refunds.length === 0 && isEverything(lines, chosen) ? 'void' : 'refund');
  const reasons: readonly ReadyReason[] = REASONS_OF[kind];
  return { chosen, choose: setChosen, offerLines, preview, refusal: asked?.refusal ?? null, kind, firstId, setFirst: setFirstId, reasons, reason, setReason, receiptReason, setReceiptReason, want, setWant };
}
export type Choice = ReturnType<typeof useChoice>;

type Want = 'refund' | 'exchange';
type Wanted = { readonly want: Want; readonly lines: ReturnType<typeof linesOf>; readonly firstId: string | null; readonly payments: readonly PaymentLeftView[] };

function usePreview(saleId: string, wanted: Wanted | null): Previewed | null {
  const client = useClient();
  const [answer, setAnswer] = useState<Previewed | null>(null);
  const key = wanted === null ? '' : JSON.stringify([saleId, wanted.want, wanted.lines, wanted.firstId]);
  useEffect(() => {
    if (wanted === null) return undefined;
    let current = true;
    const ask = async () => {
      const { want, lines, firstId, payments } = wanted;
      const suggested = await client.call('refund.preview', { saleId, want, lines, shares: null });
      const other = suggested.ok && firstId !== null ? await client.call('refund.preview', { saleId, lines, shares: sharesFrom(payments, suggested.res.amountWon, firstId) }) : suggested;
      if (current) setAnswer(other.ok ? { key, preview: other.res, refusal: null } : { key, preview: null, refusal: other });
    };
    void ask();
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` says everything that `wanted` does
  }, [client, saleId, key]);
  return answer?.key === key && wanted !== null ? answer : null;
}
