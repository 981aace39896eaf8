import type { FailureCode } from '../../../domain/failure.ts';
import { Trouble } from '../../ui/trouble.tsx';

export type UnsignedProps = { readonly parts: readonly { readonly unsigned: FailureCode | null }[]; readonly testId: string };

/** Why the newest charge has no signature of the pad, and what to do instead; nothing where nothing is wrong. */
export function Unsigned({ parts, testId }: UnsignedProps) {
  const code = parts.findLast(({ unsigned }) => unsigned !== null)?.unsigned ?? null;
  return code === null ? null : <Trouble code={code} tone="warn" testId={testId} />;
}
