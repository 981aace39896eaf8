import { expect, it } from 'vitest';
import { completionLimitMs } from './job.ts';
import { DEFAULT_PRINTER_LIMITS } from './port.ts';

it('an ordinary slip has the limit as it is; one of five hundred lines has the time its paper takes; none has for ever', () => {
  const { completionTimeoutMs } = DEFAULT_PRINTER_LIMITS;
  expect([0, 1_500, 4_096].map((bytes) => completionLimitMs(bytes, DEFAULT_PRINTER_LIMITS))).toEqual([completionTimeoutMs, completionTimeoutMs, completionTimeoutMs]);
  // Five hundred lines of 42 columns, two and a half metres: 25 s at 100 mm/s.
  expect(completionLimitMs(500 * 43, DEFAULT_PRINTER_LIMITS)).toBeGreaterThan(25_000);
  expect(completionLimitMs(10_000_000, DEFAULT_PRINTER_LIMITS)).toBe(completionTimeoutMs + 60_000);
});
