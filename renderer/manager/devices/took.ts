import type { DeviceFactsWords } from '../../words/device-facts.ts';

const SECOND_MS = 1_000;

/** How long something took, for a person: milliseconds while they are few, else seconds to a tenth. */
export function tookText(tookMs: number, words: Pick<DeviceFactsWords, 'milliseconds' | 'seconds'>, number: (value: number) => string): string {
  if (Math.round(tookMs) < SECOND_MS) return words.milliseconds(number(Math.round(tookMs)));
  const tenths = Math.round(tookMs / (SECOND_MS / 10));
  const whole = number(Math.floor(tenths / 10));
  return words.seconds(tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`);
}
