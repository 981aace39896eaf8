import type { ReactNode } from 'react';
import type { HeldState } from './held-state.ts';

export function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <header className="border-b border-line pb-1.5">
        <h2 className="text-[1.375rem] font-bold">{title}</h2>
        {note === undefined ? null : <p className="text-[0.9375rem] text-ink-2">{note}</p>}
      </header>
      {children}
    </section>
  );
}

/** One state of a part, named beneath it. `hold` keeps a state that only a hand would bring about. */
export function State({ name, hold, className, children }: { readonly name: string; readonly hold?: HeldState; readonly className?: string; readonly children: ReactNode }) {
  return (
    <figure className={className ?? 'grid content-start justify-items-start gap-1.5'} data-hold={hold}>
      {children}
      <figcaption className="text-[0.8125rem] text-ink-2">{name}</figcaption>
    </figure>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-6 gap-y-5">{children}</div>;
}

export const nothing = (): void => undefined;
