import { cx } from './cx.ts';

export type DotState = 'ok' | 'warning' | 'down' | 'checking';

/** Shape differs with colour: round is well, a diamond waits, a square is down, a ring is being asked. */
const SHAPES = {
  ok: 'rounded-full bg-ok',
  warning: 'rotate-45 rounded-[0.0625rem] bg-warn-dot',
  down: 'rounded-[0.125rem] bg-bad',
  checking: 'rounded-full border-2 border-ink-3',
} as const satisfies Record<DotState, string>;

export function Dot({ state }: { readonly state: DotState }) {
  return <i aria-hidden="true" className={cx('inline-block size-2.25 shrink-0', SHAPES[state])} />;
}
