import { cx } from '../ui/cx.ts';
import { BackspaceIcon } from '../ui/icons.tsx';
import { Press } from '../ui/press.tsx';

export type NumberKeysProps = {
  readonly onDigits: (digits: string) => void;
  readonly onErase: () => void;
  readonly onClear: () => void;
  readonly bundle: string;
  readonly labels: { readonly keypad: string; readonly erase: string; readonly clear: string };
  /** The key that goes on; what is missing stands on it until it can. */
  readonly children: { readonly label: string; readonly ready: boolean; readonly onPress: () => void };
};

const KEY =
  'num grid min-h-[max(4rem,64px)] place-items-center rounded-[0.875rem] border border-line-strong bg-paper font-[680] leading-none cursor-default data-pressed:border-accent data-pressed:bg-accent-soft';

/** Keys for any finger: four columns, so that every key is as tall as it is wide even on the smallest display. */
export function NumberKeys({ onDigits, onErase, onClear, bundle, labels, children: next }: NumberKeysProps) {
  const digit = (digits: string) => (
    <Press key={digits} onPress={() => onDigits(digits)} className={cx(KEY, digits.length > 1 ? 'text-2xl' : 'text-[2.25rem]')} data-testid={`key-${digits}`}>
      {digits}
    </Press>
  );
  return (
    <div role="group" aria-label={labels.keypad} className="mt-auto grid min-h-0 flex-1 auto-rows-fr grid-cols-[repeat(3,1fr)_1.25fr] gap-2.5 tall:max-h-[28rem]">
      {['1', '2', '3'].map(digit)}
      <Press onPress={onErase} aria-label={labels.erase} className={cx(KEY, 'text-[2rem]')} data-testid="key-erase">
        <BackspaceIcon />
      </Press>
      {['4', '5', '6'].map(digit)}
      <Press
        disabled={!next.ready}
        onPress={next.onPress}
        data-testid="number-next"
        className={cx(
          'row-span-3 grid cursor-default place-items-center rounded-[0.875rem] border px-3 text-center leading-tight font-[720] text-balance',
          next.ready ? 'border-accent bg-accent text-[1.75rem] text-accent-ink data-pressed:bg-accent-press' : 'border-line bg-sunk text-[1.375rem] text-ink-2',
        )}
      >
        {next.label}
      </Press>
      {['7', '8', '9'].map(digit)}
      {digit(bundle)}
      {digit('0')}
      <Press onPress={onClear} className={cx(KEY, 'px-1 text-center text-xl leading-tight text-ink-2')} data-testid="key-clear">
        {labels.clear}
      </Press>
    </div>
  );
}
