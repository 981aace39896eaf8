import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factHolds, type KnownPurchase } from './customer-fact.ts';

/** 14:08 in Seoul. */
const PURCHASE: KnownPurchase = { totalWon: 52_500, paidAt: '2026-03-14T05:08:00.000Z', cardTails: ['630*'], productNames: ['산골 달걀 15구', '껌'] };

describe('what a customer knows', () => {
  it.each(['52500', '52,500', '52,500원', '₩52,500', ' 52 500 '])('the amount, as people write it: %s', (said) => expect(factHolds('amount', said, PURCHASE)).toBe(true));
  it.each(['52501', '5250', '', '0', '-52500', '52500.0'])('not another amount: %s', (said) => expect(factHolds('amount', said, PURCHASE)).toBe(false));

  it.each(['14:08', '1408', '14', '2', '2:30', '14시 30분', '1338', '1438'])('the time, within half an hour: %s', (said) => expect(factHolds('time', said, PURCHASE)).toBe(true));
  it.each(['15:00', '1', '', '25', '14:60', '1439', '14 0 8', '아침'])('not another time: %s', (said) => expect(factHolds('time', said, PURCHASE)).toBe(false));
  it('around midnight the day before is near', () => expect(factHolds('time', '23:50', { ...PURCHASE, paidAt: '2026-03-14T15:10:00.000Z' })).toBe(true));

  it.each(['6301', '6309', ' 6305 '])('the end of the card, as far as it is known: %s', (said) => expect(factHolds('card-tail', said, PURCHASE)).toBe(true));
  it.each(['6401', '630', '63011', '', '****'])('not the end of another: %s', (said) => expect(factHolds('card-tail', said, PURCHASE)).toBe(false));
  it.each(['달걀', '산골', '산골달걀', '껌', ' 15구 '])('something that was in it: %s', (said) => expect(factHolds('product', said, PURCHASE)).toBe(true));
  it.each(['달', '우유', '', ' ', '달걀 30구'])('not something that was not, nor a guess: %s', (said) => expect(factHolds('product', said, PURCHASE)).toBe(false));
  it('of a cash sale nobody knows a card', () => expect(factHolds('card-tail', '6301', { ...PURCHASE, cardTails: [] })).toBe(false));
});

it('the amount of any sale is known by its own amount and no other', () => {
  const won = fc.integer({ min: 0, max: 100_000_000 });
  fc.assert(fc.property(won, won, (totalWon, other) => factHolds('amount', String(other), { ...PURCHASE, totalWon }) === (other === totalWon)));
});
