import type { ReactNode } from 'react';
import type { SlipSettings } from '../../domain/slip/policy.ts';
import { useWords } from '../words/language.tsx';
import { slipSettingsWords } from '../words/slip-settings.ts';
import { Choices } from './choices.tsx';

const COPIES = ['1', '2', '0'] as const;

/** Who gets paper when. Turning it off is a manager's act; the status line says so as long as it is off. */
export function SlipChoices({ slip, onChange }: { readonly slip: SlipSettings; readonly onChange: (slip: SlipSettings) => void }) {
  const words = useWords(slipSettingsWords);
  return (
    <div className="flex w-[52rem] max-w-full flex-col gap-5">
      <Group title={words.copiesTitle}>
        <Choices
          label={words.copiesTitle}
          value={String(slip.copies) as (typeof COPIES)[number]}
          choices={COPIES.map((id) => ({ id, ...words.copies[id], testId: `slip-copies-${id}` }))}
          onChange={(id) => onChange({ ...slip, copies: id === '0' ? 0 : id === '1' ? 1 : 2 })}
        />
      </Group>
      {slip.copies === 0 ? <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3.5" data-testid="slip-off">{words.off}</p> : null}
      {slip.copies === 1 ? (
        <Group title={words.useTitle}>
          <Choices
            label={words.useTitle}
            value={slip.use}
            firstKey={4}
            className="grid-cols-2! cramped:grid-cols-1!"
            choices={[
              { id: 'customer', ...words.use.customer, testId: 'slip-use-customer' },
              { id: 'merchant', ...words.use.merchant, testId: 'slip-use-merchant' },
            ]}
            onChange={(use) => onChange({ ...slip, use })}
          />
        </Group>
      ) : null}
      <p className="text-ink-2">{words.always}</p>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5">
      <h2 className="text-[1.375rem] font-[740] tracking-[-0.02em]">{title}</h2>
      {children}
    </section>
  );
}
