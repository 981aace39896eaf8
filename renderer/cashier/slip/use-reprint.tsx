import type { ReactNode } from 'react';
import { use, useCallback, useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import type { CustomerFact } from '../../../domain/slip/customer-fact.ts';
import { useClient } from '../../bridge.ts';
import { RefusalContext } from '../../ui/act.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { reprintWords } from '../../words/reprint.ts';
import { useApproval } from '../approval/use-approval.tsx';
import { FactDialog } from './fact-dialog.tsx';

export type HowAgain = Pick<CallRequest<'slip.printAgain'>, 'reason' | 'printer'>;
export type SaidFact = { readonly kind: CustomerFact; readonly said: string };

export type Reprint = {
  /** Whether it was asked for; why not has been said. */
  readonly run: (how: HowAgain) => Promise<boolean>;
  readonly busy: boolean;
  /** To be drawn wherever this hook is used; null while nothing is asked. */
  readonly dialog: ReactNode;
};

type Asking = { readonly how: HowAgain; readonly totalWon: number; readonly paidAt: string; readonly byCard: boolean; readonly end: (printed: boolean) => void };

/** Asks main for the slip again; where main wants to know more first, the customer is asked here, and somebody who may say yes. */
export function useReprint(saleId: string, saleNumber: number): Reprint {
  const words = useWords(reprintWords);
  const format = useFormat();
  const client = useClient();
  const onRefusal = use(RefusalContext);
  const approval = useApproval();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);

  const ask = useCallback(
    async (how: HowAgain): Promise<boolean> => {
      const known = await client.call('history.sale', { saleId });
      if (!known.ok) {
        onRefusal(known);
        return false;
      }
      const { row, payment } = known.res;
      const printed = await new Promise<boolean>((end) => setAsking({ how, totalWon: row.totalWon, paidAt: row.paidAt, byCard: payment.cards.length > 0, end }));
      setAsking(null);
      return printed;
    },
    [client, onRefusal, saleId],
  );

  const run = useCallback(
    async (how: HowAgain): Promise<boolean> => {
      if (busy) return false;
      setBusy(true);
      const first = await client.call('slip.printAgain', { saleId, ...how });
      const wanted = first.ok || (first.code === 'slip.fact-needed' && (await ask(how)));
      setBusy(false);
      if (!first.ok && first.code !== 'slip.fact-needed') onRefusal(first);
      return wanted;
    },
    [ask, busy, client, onRefusal, saleId],
  );

  /** The customer has been asked, rightly; now somebody who may. */
  const askLeave = async ({ how, totalWon, paidAt, end }: Asking, fact: SaidFact) => {
    setAsking(null);
    const what = words.approvalWhat(format.saleNumber(saleNumber), format.dayTime(paidAt));
    const asked = { act: 'reprint-older', saleId, amountWon: totalWon, reason: null, what } as const;
    const result = await approval.run(asked, (approvalId) => client.call('slip.printAgain', { saleId, ...how, fact, approvalId }));
    end(result.ok);
  };

  const dialog =
    asking === null ? null : (
      <FactDialog
        byCard={asking.byCard}
        ask={(fact) => client.call('slip.printAgain', { saleId, ...asking.how, fact })}
        onPrinted={() => asking.end(true)}
        onLeaveNeeded={(fact) => void askLeave(asking, fact)}
        onClose={() => asking.end(false)}
      />
    );
  return {
    run,
    busy,
    dialog: (
      <>
        {dialog}
        {approval.dialog}
      </>
    ),
  };
}
