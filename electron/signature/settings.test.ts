import { describe, expect, it } from 'vitest';
import { practiceSignature, shopSignature, signatureRule } from './settings.ts';

const SERIAL = 'serial:///dev/ttyUSB0?baud=38400';

describe('the signature in the settings file', () => {
  it('is taken on the customer display in practice, and by the terminal in a shop', () => {
    expect(practiceSignature.parse(undefined)).toEqual({ fromWon: 50_000, inclusive: true, takenBy: 'pad', pad: 'display', padAddress: 'none' });
    expect(shopSignature.parse(undefined)).toEqual({ fromWon: 50_000, inclusive: true, takenBy: 'terminal', pad: 'none', padAddress: 'none' });
  });

  it('is the rule of the domain: a shop without a pad has none to ask', () => {
    expect(signatureRule(practiceSignature.parse({ fromWon: 30_000, inclusive: false }))).toEqual({ fromWon: 30_000, inclusive: false, takenBy: 'pad', ownPad: true });
    expect(signatureRule(shopSignature.parse({}))).toMatchObject({ takenBy: 'terminal', ownPad: false });
  });

  it.each([
    ['koces-pad', SERIAL, true, true],
    ['koces-pad', 'serial://COM4?baud=38400', true, true],
    // A pad on a line that carries nothing back signs nothing.
    ['koces-pad', `${SERIAL}&answers=no`, false, false],
    ['koces-pad', 'tcp://192.168.0.100:9100', false, false],
    ['koces-pad', '', false, false],
    // Nothing in a shop is simulated.
    ['koces-pad', 'simulated', true, false],
    ['display', 'none', true, true],
    ['none', '', true, true],
    ['other-pad', SERIAL, false, false],
  ])('%s at %j: practice %s, shop %s', (pad, padAddress, practice, shop) => {
    expect(practiceSignature.safeParse({ pad, padAddress }).success).toBe(practice);
    expect(shopSignature.safeParse({ pad, padAddress }).success).toBe(shop);
  });

  it.each([[{ fromWon: -1 }], [{ fromWon: 50_000.5 }], [{ takenBy: 'nobody' }], [{ other: 1 }]])('%j is refused', (file) => {
    expect(practiceSignature.safeParse(file).success).toBe(false);
  });
});
