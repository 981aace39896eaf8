import type { CallRequest } from '../../../contract/calls.ts';
import type { CardOfferView, UnknownTradeView } from '../../../contract/cards.ts';
import type { CallResult } from '../../bridge.ts';
import { Label } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useApproval } from '../approval/use-approval.tsx';
import type { EvidenceAnswer } from './evidence-form.tsx';
import { EvidenceForm } from './evidence-form.tsx';

export type Evidence = Pick<CallRequest<'card.settle'>, 'tradeNumber' | 'verdict' | 'source' | 'approvalId'>;
export type TradeEvidenceProps = {
  readonly saleId: string;
  readonly unknown: UnknownTradeView;
  readonly offer: CardOfferView;
  readonly settle: (evidence: Evidence) => Promise<CallResult<'card.settle'>>;
};

/** What a person read of a charge or its cancel: from the shop's amount on with a manager who stands for it. */
export function TradeEvidence({ saleId, unknown, offer, settle }: TradeEvidenceProps) {
  const words = useWords(cardWords).unknown;
  const format = useFormat();
  const approval = useApproval();
  const { tradeNumber, amountWon, act } = unknown;
  const said: Readonly<Record<EvidenceAnswer, string>> = { approved: words.approved[act], 'not-approved': words.notApproved[act] };
  return (
    <>
      <EvidenceForm
        said={said}
        recordText={(answer) => words.recordAs(format.won(amountWon), said[answer].toLowerCase())}
        record={(proof, answer) => {
          const asked = { act: 'settle-card', saleId, amountWon, reason: null, what: words.settleWhat(said[answer]) } as const;
          return approval.run(asked, (approvalId) => settle({ tradeNumber, ...proof, approvalId }));
        }}
        {...(unknown.needsManager ? { note: <Label>{words.needsManager(format.won(offer.managerFromWon))}</Label> } : {})}
      />
      {approval.dialog}
    </>
  );
}
