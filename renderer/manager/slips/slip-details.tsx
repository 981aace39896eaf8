import type { HandwrittenView } from '../../../contract/cards.ts';
import { compactDateTime } from '../../../domain/slip/receipt.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useReasonText } from '../../words/reasons.ts';
import { FactList } from '../facts.tsx';
import { Said } from '../said.tsx';
import { ByHand } from './by-hand.tsx';
import { useSlipName } from './slip-rows.tsx';
import type { SlipRoom } from './use-slip-room.ts';

/** One slip in full: what it means, what is known of it, and what can be done besides its next step. */
export function SlipDetails({ room }: { readonly room: SlipRoom }) {
  const { slip } = room;
  if (slip === null) return <div className="min-h-0 flex-1" />;
  return (
    <div tabIndex={0} role="region" aria-label={slip.card.approvalNumber} className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-7.5 pt-5 pb-7 fade-end -outline-offset-4!" data-testid="slip-details" data-state={slip.state}>
      <Head slip={slip} />
      <What slip={slip} />
      <OtherActs room={room} />
      {slip.state === 'not-printed' ? <ByHand slipId={slip.slipId} /> : null}
      <Facts slip={slip} />
    </div>
  );
}

function Head({ slip }: { readonly slip: HandwrittenView }) {
  const format = useFormat();
  const name = useSlipName(slip);
  return (
    <header className="flex flex-none flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div>
        <p className="num text-ink-2">{format.dayTime(slip.openedAt)}</p>
        <h2 className="num text-[1.625rem] font-[750] tracking-[-0.02em]">{name}</h2>
      </div>
      <Amount won={slip.chargedWon} size="total" testId="slip-amount" />
    </header>
  );
}

function What({ slip: { state, trouble } }: { readonly slip: HandwrittenView }) {
  const words = useWords(handwrittenWords);
  if (state === 'not-printed') return <Trouble code={trouble ?? 'handwritten.not-printed'} tone="warn" testId="slip-trouble" />;
  return <Said said={words.says[state]} tone={state === 'printed' ? 'warn' : 'calm'} testId="slip-says" />;
}

function OtherActs({ room: { slip, acts, writeOff, openSale } }: { readonly room: SlipRoom }) {
  const words = useWords(handwrittenWords);
  /** Alone it would hang beside the edge of the column without an outline. */
  const alone = acts.paperFound === null && acts.printAgain === null && writeOff === null;
  return (
    <div className="flex flex-none flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {acts.paperFound === null ? null : (
          <Button size="small" onPress={acts.paperFound} keyHint="F4" testId="slip-found">
            {words.paperFound}
          </Button>
        )}
        {acts.printAgain === null ? null : (
          <Button size="small" onPress={acts.printAgain} keyHint="F7" testId="slip-print-again">
            {words.printAgain}
          </Button>
        )}
        {writeOff === null ? null : (
          <Button size="small" onPress={writeOff} keyHint="F9" testId="slip-write-off">
            {words.writeOff}
          </Button>
        )}
        {openSale === null ? null : (
          <Button size="small" kind={alone ? 'plain' : 'quiet'} onPress={openSale} keyHint="F3" testId="slip-open-sale">
            {words.openSale}
          </Button>
        )}
      </div>
      {slip?.state !== 'printed' ? null : <p className="text-[0.9375rem] text-ink-2">{words.printAgainHint}</p>}
    </div>
  );
}

function Facts({ slip }: { readonly slip: HandwrittenView }) {
  const words = useWords(handwrittenWords).facts;
  const format = useFormat();
  const reasonOf = useReasonText();
  const { card, saleNumber, prints, how, collectedBy, collectedAt, batch, handedOn, writtenOffBy, reason } = slip;
  const signed = how === null || collectedAt === null ? '' : words.collectedBy(collectedBy, words.how[how], format.dayTime(collectedAt));
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.card, [card.issuer, card.maskedNumber].filter((part) => part !== '').join(' · ')],
    [words.approvalNumber, card.approvalNumber],
    [words.approvedAt, compactDateTime(card.tradedAt)],
    [words.sale, format.saleNumber(saleNumber)],
    [words.prints, prints === 0 ? '' : words.printed(prints)],
    [words.collected, signed],
    [words.batch, batch],
    [words.handedOn, handedOn === '' ? '' : format.longDay(handedOn)],
    [words.writtenOff, writtenOffBy],
    [words.reason, reason === '' ? '' : reasonOf(reason)],
  ];
  return <FactList facts={facts} testId="slip-facts" />;
}
