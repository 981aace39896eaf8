import { ProgressBar } from 'react-aria-components';

/** How far something has come, as a bar with its words. */
export function Progress({ label, text, share, testId }: { readonly label: string; readonly text: string; /** 0 to 1. */ readonly share: number; readonly testId: string }) {
  return (
    <ProgressBar aria-label={label} value={share} maxValue={1} valueLabel={text} className="flex flex-col gap-2" data-testid={testId}>
      <span className="flex items-baseline justify-between gap-4">
        <b className="text-xl font-[700]">{label}</b>
        <span className="num text-ink-2">{text}</span>
      </span>
      <span className="h-2.5 overflow-hidden rounded-full bg-sunk">
        <span className="block h-full origin-left bg-accent" style={{ width: `${share * 100}%` }} />
      </span>
    </ProgressBar>
  );
}
