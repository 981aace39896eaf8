/** A number being typed: what is there in ink, what is still missing as ghost digits, grouped as it will be read back. */
import type { IdentifierForm } from '../../domain/cash-receipt/identifier.ts';
import { digitsOf, groupIdentifier, maxDigits } from '../../domain/cash-receipt/identifier.ts';
import { cx } from './cx.ts';

/** What the missing digits look like. Cards run from 13 to 19 digits, so theirs say nothing about how many. */
const SAMPLES = {
  phone: '01012345678',
  card: '0000000000000000',
  'business-number': '1248100998',
  'resident-number': '0000000000000',
  'self-issue': '0100001234',
} as const satisfies Record<IdentifierForm, string>;

export type GhostedNumber = { readonly typed: string; readonly ghost: string; readonly missing: number };

/** `0101234 5` → `{ typed: '010-1234-5', ghost: '678', missing: 3 }`. */
export function ghostNumber(form: IdentifierForm, text: string): GhostedNumber {
  const digits = digitsOf(text);
  const sample = sampleFor(form, digits);
  const whole = groupIdentifier(form, digits + sample.slice(digits.length));
  const cut = endOfDigits(whole, digits.length);
  return { typed: whole.slice(0, cut), ghost: whole.slice(cut), missing: Math.max(0, sample.length - digits.length) };
}

/** Numbers of the older prefixes may be whole with ten digits: an eleventh ghost would ask for one that does not exist. */
function sampleFor(form: IdentifierForm, digits: string): string {
  const sample = SAMPLES[form];
  const older = form === 'phone' && digits.length >= 3 && !digits.startsWith('010');
  return older ? sample.slice(0, maxDigits('phone') - 1) : sample;
}

function endOfDigits(grouped: string, count: number): number {
  let seen = 0;
  for (let index = 0; index < grouped.length; index += 1) {
    if (seen === count) return index;
    if (grouped[index] !== '-') seen += 1;
  }
  return grouped.length;
}

/** Screen readers hear digits one by one, and only those that are there. */
export function spokenDigits(text: string): string {
  return digitsOf(text).split('').join(' ');
}

export type IdentifierTextProps = { readonly form: IdentifierForm; readonly digits: string; readonly className?: string; readonly testId?: string };

export function IdentifierText({ form, digits, className, testId }: IdentifierTextProps) {
  const { typed, ghost } = ghostNumber(form, digits);
  return (
    <span className={cx('num whitespace-nowrap', className)}>
      <span data-testid={testId}>{typed}</span>
      {/* Drawn by the style sheet: nothing to read, nothing to copy. */}
      <span aria-hidden="true" data-ghost={ghost} className="text-ghost before:content-[attr(data-ghost)]" />
    </span>
  );
}
