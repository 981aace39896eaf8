import { describe, expect, it } from 'vitest';
import type { NumberOutcome } from '../../native/signature-pad/port.ts';
import { createNumberAsks } from './pad-numbers.ts';

const REQUEST = { lines: ['52,500원', '휴대폰 번호'], maxLength: 11, showDigits: true };

/** A pad whose customer keys when she is told to. */
function bench() {
  const keyed = Promise.withResolvers<NumberOutcome>();
  const put: Promise<unknown>[] = [];
  let asked = 0;
  const asks = createNumberAsks({
    askNumber: () => {
      asked += 1;
      return keyed.promise;
    },
    putDown: (pending) => void put.push(pending),
  });
  return { asks, keyed, put, asked: () => asked };
}

describe('a number that is asked for on the pad', () => {
  it('is what the customer keyed', async () => {
    const { asks, keyed, put } = bench();
    const asking = asks.ask(REQUEST, () => true);
    expect(asks.isAsking()).toBe(true);
    keyed.resolve({ state: 'entered', digits: '01012345678' });
    expect([await asking, put.length, asks.isAsking()]).toEqual([{ state: 'entered', digits: '01012345678' }, 0, false]);
  });

  it('is not asked for when nobody waits for it any more, and given up as soon as nobody does', async () => {
    const { asks, put, asked } = bench();
    expect(await asks.ask(REQUEST, () => false)).toEqual({ state: 'cancelled', by: 'counter' });
    expect(asked()).toBe(0);
    let wanted = true;
    const asking = asks.ask(REQUEST, () => wanted);
    wanted = false;
    expect([await asking, put.length]).toEqual([{ state: 'cancelled', by: 'counter' }, 1]);
  });

  it('gives way to whoever has to sign, and comes to nothing when the counter closes', async () => {
    for (const [why, outcome] of [['given-up', { state: 'cancelled', by: 'counter' }], ['closing', null]] as const) {
      const { asks, put } = bench();
      const asking = asks.ask(REQUEST, () => true);
      asks.end(why);
      expect([await asking, put.length]).toEqual([outcome, 1]);
    }
  });
});
