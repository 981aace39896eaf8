import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { StepHead } from '../step-head.tsx';
import { TaxChoices } from '../tax-choices.tsx';
import type { StepProps } from './step.ts';

export function TaxStep({ draft, change }: StepProps) {
  const words = useWords(setupWords).tax;
  return (
    <>
      <StepHead title={words.title} hint={words.hint} />
      <TaxChoices tax={draft.tax} onChange={(tax) => change({ tax })} />
    </>
  );
}
