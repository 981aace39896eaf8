/** What is typed of an approval, before main judges it again. */

/** As the slip has it: letters and digits, and not only zeros. */
export function isApproval(text: string): boolean {
  return /^[A-Za-z0-9]{1,12}$/.test(text.trim()) && !/^0+$/.test(text.trim());
}

/** `2026-11-28` and `14:08` (or `1408`) → `20261128140800`; null while either is no day or no time. */
export function tradedAtOf(day: string, time: string): string | null {
  const date = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(day.trim());
  const clock = /^([01]?\d|2[0-3]):?([0-5]\d)$/.exec(time.trim());
  if (date === null || clock === null) return null;
  const [, year = '', month = '', dayOfMonth = ''] = date;
  const real = new Date(`${year}-${month}-${dayOfMonth}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(`${year}-${month}-${dayOfMonth}`)) return null;
  const [, hour = '', minute = ''] = clock;
  return `${year}${month}${dayOfMonth}${hour.padStart(2, '0')}${minute}00`;
}
