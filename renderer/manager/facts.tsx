import type { ReactNode } from 'react';

/** What is known, line by line; what is not known has no line. */
export function FactList({ facts, testId }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[]; readonly testId: string }) {
  return (
    <dl className="num grid flex-none grid-cols-2 gap-x-10 rounded-card border border-line bg-surface overflow-hidden px-5 text-[1.0625rem] cramped:grid-cols-1" data-testid={testId}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className="relative top-px min-w-0 border-b border-sunk py-2 last:odd:col-span-full">
            <dt className="text-[0.9375rem] text-ink-2">{label}</dt>
            <dd className="m-0 font-[650] break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
