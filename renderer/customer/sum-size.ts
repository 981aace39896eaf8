/** The largest type in which an amount still stands on one line of the dark side (20.5 rem wide). */
export function sumSize(text: string): string {
  if (text.length <= 7) return 'text-[4.125rem]';
  if (text.length <= 9) return 'text-[3.75rem]';
  if (text.length <= 11) return 'text-[3rem]';
  if (text.length <= 14) return 'text-[2.375rem]';
  return 'text-[1.75rem]';
}
