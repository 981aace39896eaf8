import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { ShopFields } from '../shop-fields.tsx';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

export function ShopStep({ draft, change, asked }: StepProps) {
  const words = useWords(setupWords).shop;
  return (
    <>
      <StepHead title={words.title} hint={words.hint} />
      <ShopFields shop={draft.shop} onChange={(shop) => change({ shop })} asked={asked} />
    </>
  );
}
