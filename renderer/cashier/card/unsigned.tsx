import type { FailureCode } from '../../../domain/failure.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat } from '../../words/language.tsx';

export type UnsignedProps = { readonly parts: readonly { readonly amountWon: number; readonly unsigned: FailureCode | null }[]; readonly testId: string };

/** Why the newest charge has no signature of the pad, and what to do instead; nothing where nothing is wrong. */
export function Unsigned({ parts, testId }: UnsignedProps) {
  const format = useFormat();
  const part = parts.findLast(({ unsigned }) => unsigned !== null);
  if (part === undefined || part.unsigned === null) return null;
  // Which of several charges: the rest may still have to be charged.
  return <Trouble code={part.unsigned} detail={format.won(part.amountWon)} tone="warn" testId={testId} />;
}
