import type { VatType } from '../../domain/tax.ts';
import type { TaxDraft } from '../../domain/setup.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { Choices } from './choices.tsx';

const TYPES = ['general', 'simplified', 'exempt'] as const satisfies readonly VatType[];

export function TaxChoices({ tax, onChange }: { readonly tax: TaxDraft; readonly onChange: (tax: TaxDraft) => void }) {
  const words = useWords(setupWords).tax;
  return (
    <div className="flex w-[44rem] max-w-full flex-col gap-6">
      <Choices label={words.title} value={tax.vatType} choices={TYPES.map((id) => ({ id, ...words.types[id], testId: `setup-vat-${id}` }))} onChange={(vatType) => onChange({ ...tax, vatType })} />
      <section className="flex flex-col gap-3">
        <div>
          <h2 className="text-[1.375rem] font-[740] tracking-[-0.02em]">{words.sectorTitle}</h2>
          <p className="text-ink-2">{words.sectorMeaning}</p>
        </div>
        <Choices
          label={words.sectorTitle}
          value={tax.mandatorySector === null ? null : tax.mandatorySector ? 'yes' : 'no'}
          firstKey={4}
          className="grid-cols-2! cramped:grid-cols-1!"
          choices={[
            { id: 'yes', ...words.sectorYes, testId: 'setup-sector-yes' },
            { id: 'no', ...words.sectorNo, testId: 'setup-sector-no' },
          ]}
          onChange={(answer) => onChange({ ...tax, mandatorySector: answer === 'yes' })}
        />
      </section>
    </div>
  );
}
