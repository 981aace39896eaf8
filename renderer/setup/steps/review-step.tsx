import type { ReactNode } from 'react';
import type { SetupStep } from '../../../domain/setup.ts';
import { stepIsDone } from '../../../domain/setup.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { whereOfAddress } from '../printer-address.ts';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

/** All of it once more, each with the way back to it; what is missing says so. */
export function ReviewStep({ draft, program, goTo, pinGood }: StepProps) {
  const words = useWords(setupWords);
  const { shop, tax, printer, receipts } = draft;
  const said = (step: SetupStep, content: ReactNode, done = stepIsDone(step, draft, program.secretKept)) => (
    <Row key={step} title={words.frame.steps[step]} done={done} onChange={() => goTo(step)} testId={`review-${step}`}>
      {done ? content : step === 'owner' && stepIsDone(step, draft, false) ? words.review.pinAgain : words.frame.missingHere}
    </Row>
  );
  return (
    <>
      <StepHead title={words.review.title} hint={words.review.hint} />
      <div className="w-[44rem] max-w-full rounded-card border border-line bg-surface px-6" data-testid="review">
        {said('shop', `${shop.name} · ${shop.businessNumber} · ${shop.representative} · ${words.review.counterOf(shop.counterNumber)}`)}
        {said('tax', `${tax.vatType === null ? '' : words.tax.types[tax.vatType].title} · ${words.review.sector[tax.mandatorySector === true ? 'yes' : 'no']}`)}
        {said('printer', printer.choice === 'none' ? words.review.noPrinter : `${whereOfAddress(printer.address)} · ${words.printer.columnsOf(printer.columns)}`)}
        {said('receipts', receipts.choice === 'later' ? words.review.receiptsLater : words.review.receiptsBy(words.receipts.services[receipts.service], receipts.linkId))}
        {said('owner', draft.ownerName, stepIsDone('owner', draft, false) && pinGood)}
      </div>
    </>
  );
}

type RowProps = { readonly title: string; readonly done: boolean; readonly onChange: () => void; readonly children: ReactNode; readonly testId: string };

function Row({ title, done, onChange, children, testId }: RowProps) {
  const words = useWords(setupWords).review;
  return (
    <div className="flex min-h-18 items-center gap-4 border-b border-line py-2.5 last:border-b-0" data-testid={testId}>
      <span className="w-28 flex-none text-ink-2">{title}</span>
      <span className={cx('num min-w-0 flex-1 text-lg', done ? 'font-semibold' : 'font-semibold text-bad')}>{children}</span>
      <Button kind="quiet" size="small" onPress={onChange} label={`${title} ${words.change}`} testId={`${testId}-change`}>
        {words.change}
      </Button>
    </div>
  );
}
