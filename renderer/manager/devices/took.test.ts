import { describe, expect, it } from 'vitest';
import { deviceFactsWords } from '../../words/device-facts.ts';
import { makeFormat } from '../../words/format.ts';
import { tookText } from './took.ts';

describe('how long it took', () => {
  const ko = (tookMs: number) => tookText(tookMs, deviceFactsWords.ko, makeFormat('ko').number);
  const en = (tookMs: number) => tookText(tookMs, deviceFactsWords.en, makeFormat('en').number);

  it('counts milliseconds below a second, and seconds from there', () => {
    expect([ko(0), ko(12.4), ko(999.4)]).toEqual(['0 ms', '12 ms', '999 ms']);
    expect([ko(999.6), ko(1_000), ko(3_000), ko(1_049), ko(1_260), ko(61_000)]).toEqual(['1초', '1초', '3초', '1초', '1.3초', '61초']);
    expect([en(1_000), en(1_100), en(3_000)]).toEqual(['1 second', '1.1 seconds', '3 seconds']);
  });
});
