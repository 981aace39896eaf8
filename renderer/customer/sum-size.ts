/** Widths in parts of the type's size, as the typeface has them at this weight and spacing, and the dark side's own. */
const DIGIT = 0.6;
const MARK = 0.25;
const UNIT = 0.47;
const WIDEST_REM = 20;
const LARGEST_REM = 4.125;
const STEP_REM = 0.125;

/** The largest type in which an amount still stands on one line of the dark side: `digits` with their commas, and the small letters of its unit. */
export function sumSizeRem(digits: string, unit: string): number {
  const marks = digits.length - digits.replaceAll(',', '').length;
  const width = (digits.length - marks) * DIGIT + marks * MARK + unit.length * UNIT;
  return Math.min(LARGEST_REM, Math.floor(WIDEST_REM / width / STEP_REM) * STEP_REM);
}
