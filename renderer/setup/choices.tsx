import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { cx } from '../ui/cx.ts';
import { useKeyLayer } from '../ui/keys.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';

export type Choice<T extends string> = { readonly id: T; readonly title: string; /** Empty where the title says it all. */ readonly meaning: string; readonly testId: string; readonly inside?: ReactNode };

export type ChoicesProps<T extends string> = {
  readonly label: string;
  readonly value: T | null;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** The digit of the first; the others follow. */
  readonly firstKey?: number;
  readonly className?: string;
};

/** A few answers to one question, each with what it means; by touch, by digit, or by arrow. */
export function Choices<T extends string>({ label, value, choices, onChange, firstKey = 1, className }: ChoicesProps<T>) {
  const words = useWords(setupWords).keys;
  useKeyLayer('screen', {
    typed: [[`${firstKey}–${firstKey + choices.length - 1}`, words.choose]],
    onTyped: (character) => {
      const chosen = /^\d$/.test(character) ? choices[Number(character) - firstKey] : undefined;
      if (chosen === undefined) return false;
      onChange(chosen.id);
      return true;
    },
  });
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onChange={(id) => {
        const chosen = choices.find((choice) => choice.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      className={cx('grid gap-2.5', className)}
    >
      {choices.map(({ id, title, meaning, testId }, index) => (
        <Radio
          key={id}
          value={id}
          className={cx('group flex cursor-default items-center gap-4 rounded-card border-2 border-line bg-surface px-5 py-2.5 data-pressed:bg-sunk data-selected:border-accent data-selected:bg-accent-soft', meaning === '' ? 'min-h-14' : 'min-h-19')}
          data-testid={testId}
        >
          <span aria-hidden="true" className="grid size-6 flex-none place-items-center rounded-full border-2 border-line-strong group-data-selected:border-accent">
            <i className="size-3 rounded-full group-data-selected:bg-accent" />
          </span>
          <span className={cx('flex-1', meaning !== '' && 'self-start')}>
            <b className="block text-[1.25rem] font-[700] tracking-[-0.02em]">{title}</b>
            {meaning === '' ? null : <span className="text-ink-2">{meaning}</span>}
          </span>
          <Kbd>{String(index + firstKey)}</Kbd>
        </Radio>
      ))}
    </RadioGroup>
  );
}
