import { cx } from './cx.ts';

/** Somebody is waited for: the same slow bar at every device. */
export function Sweep({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={cx('relative block h-1.5 overflow-hidden rounded-full bg-line', className)}>
      <i className="waiting absolute inset-y-0 left-0 w-1/3 rounded-full bg-warn-dot" />
    </span>
  );
}
