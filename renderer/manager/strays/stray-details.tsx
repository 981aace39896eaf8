import type { StrayView } from '../../../contract/cards.ts';
import { compactDateTime } from '../../../domain/slip/receipt.ts';
import { Amount } from '../../ui/amount.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';
import { FactList } from '../facts.tsx';
import { Said } from '../said.tsx';
import { meaningOf } from './meaning.ts';

export function StrayDetails({ stray }: { readonly stray: StrayView }) {
  const words = useWords(strayWords);
  const meaning = meaningOf(stray);
  const kind = words.kinds[meaning];
  return (
    <div tabIndex={0} role="region" aria-label={kind.title} className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-7.5 pt-5 pb-7 fade-end -outline-offset-4!" data-testid="stray-details" data-meaning={meaning}>
      <header className="flex flex-none flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <h2 className="text-[1.625rem] font-[750] tracking-[-0.02em]">{kind.title}</h2>
        <Amount won={stray.amountWon} size="total" testId="stray-amount" />
      </header>
      <Said said={stray.cancel === 'under-way' ? { ...kind, next: null } : kind} tone={meaning === 'foreign' ? 'warn' : 'bad'} testId="stray-says" />
      {stray.trouble === null ? null : <Trouble code={stray.trouble} tone="warn" testId="stray-trouble" />}
      <section className="flex-none">
        <h3 className="mb-1.5 text-[0.9375rem] font-semibold text-ink-2">{words.known}</h3>
        <Facts stray={stray} />
      </section>
    </div>
  );
}

/** A field the terminal did not give is said to be missing: that, too, is known of it. */
function Facts({ stray }: { readonly stray: StrayView }) {
  const words = useWords(strayWords).facts;
  const format = useFormat();
  const { says, approvalNumber, issuer, maskedNumber, tradedAt, openedAt, saleNumber, tradeNumber } = stray;
  const card = [issuer, maskedNumber].filter((part) => part !== '').join(' · ');
  const facts = [
    [words.says, says === 'approved' ? words.approved : words.notApproved],
    [words.approvalNumber, approvalNumber || words.notSaid],
    [words.card, card || words.notSaid],
    [words.tradedAt, tradedAt === '' ? words.notSaid : compactDateTime(tradedAt)],
    [words.heardAt, format.dayTime(openedAt)],
    [words.sale, saleNumber === null ? words.noSale : format.saleNumber(saleNumber)],
    [words.tradeNumber, tradeNumber || words.notSaid],
  ] as const;
  return <FactList facts={facts} testId="stray-facts" />;
}
