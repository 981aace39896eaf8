/** What the settings of a device on a line have in common: short questions of one line, and the one that is in use now. */
import type { ReactNode } from 'react';
import type { DeviceView } from '../../contract/devices.ts';
import { cx } from '../ui/cx.ts';
import { Dot } from '../ui/dot.tsx';
import { Segments } from '../ui/segments.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { commonWords } from '../words/common.ts';
import { deviceWords } from '../words/devices.ts';
import { useWords } from '../words/language.tsx';

export type DeviceFieldsProps<Draft> = {
  /** Practice may have a simulated one. */
  readonly practises: boolean;
  readonly value: Draft;
  /** As it is kept, and in use. */
  readonly health: DeviceView;
  readonly changed: boolean;
  readonly asked: number;
  readonly onChange: (draft: Draft) => void;
};

export type ShortChoiceProps<T extends string> = {
  readonly label: string;
  /** The label can be seen; else it is only read out. */
  readonly titled?: boolean;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly meaning: Readonly<Record<T, string>>;
  /** What the chosen one means deserves a second look. */
  readonly warns?: boolean;
  /** The beginning of the test ids of all options. */
  readonly testId: string;
  readonly onChange: (value: T) => void;
};

/** A few short answers beside each other, and what the chosen one means. */
export function ShortChoice<T extends string>({ label, titled = false, value, options, words, meaning, warns = false, testId, onChange }: ShortChoiceProps<T>) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      {titled ? <b className="min-w-44 text-lg font-[700]">{label}</b> : null}
      <Segments label={label} value={value} options={options.map((id) => ({ id, content: words[id], testId: `${testId}-${id}` }))} onChange={onChange} />
      <p className={cx('min-w-72 flex-1 text-[0.9375rem]', warns ? 'font-semibold text-warn' : 'text-ink-2')}>{meaning[value]}</p>
    </div>
  );
}

export type InUseProps = {
  readonly words: { readonly now: string; readonly saveFirst: string };
  readonly health: DeviceView;
  readonly changed: boolean;
  readonly testId: 'terminal' | 'pad';
  /** What can be asked of it. */
  readonly act?: ReactNode;
  /** What is said while nothing is wrong with it. */
  readonly children: ReactNode;
};

/** One owner of the line: only the device that is saved can be asked anything. */
export function InUse({ words, health, changed, testId, act, children }: InUseProps) {
  const { short } = useWords(deviceWords);
  const common = useWords(commonWords);
  if (changed) return <p className="rounded-card border border-line px-5 py-3.5 text-ink-2">{words.saveFirst}</p>;
  const standing = (health.failure === null ? undefined : short[health.failure]) ?? common.health[health.state];
  return (
    <section aria-label={words.now} className="flex flex-col gap-3 rounded-card border-2 border-line bg-surface px-5 py-3.5" data-testid={`${testId}-now`} data-state={health.state}>
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <div>
          <b className="block text-lg font-[700]">{words.now}</b>
          <span className="num flex items-center gap-2 text-ink-2">
            <Dot state={health.state} />
            {[standing, health.address].filter((part) => part !== '' && part !== 'none').join(' · ')}
          </span>
        </div>
        <div aria-live="polite" className="ml-auto flex flex-wrap items-center gap-4">
          {health.failure === null ? children : null}
          {act}
        </div>
      </div>
      <div aria-live="polite" className="contents">
        {health.failure === null ? null : <Trouble code={health.failure} tone={health.state === 'down' ? 'bad' : 'warn'} testId={`${testId}-trouble`} />}
      </div>
    </section>
  );
}
