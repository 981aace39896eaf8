import { cx } from './cx.ts';

/** The key that does the same, in small print beside the words. */
export function Kbd({ children, onAccent = false }: { readonly children: string; readonly onAccent?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        'flex-none whitespace-nowrap rounded-[0.3125rem] border px-1.5 py-px font-sans text-xs font-semibold leading-normal',
        onAccent ? 'border-accent-line text-accent-kbd in-data-disabled:border-accent-off-ink/50 in-data-disabled:text-accent-off-ink' : 'border-line bg-surface text-ink-3',
      )}
    >
      {children}
    </kbd>
  );
}
