import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { PrinterSearch } from '../printer-search.tsx';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

export function PrinterStep({ draft, change, program }: StepProps) {
  const words = useWords(setupWords).printer;
  return (
    <>
      <StepHead title={words.title} hint={words.hint} />
      <PrinterSearch search={program.search} value={draft.printer} onChange={(printer) => change({ printer })} />
    </>
  );
}
