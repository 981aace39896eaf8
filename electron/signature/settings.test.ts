import { describe, expect, it } from 'vitest';
import { practiceSignature, shopSignature, signatureRule } from './settings.ts';

/** The driver's own: nobody has to know them to have a pad. */
const WAITS = { wakeTimeoutMs: 3_000, firstPointTimeoutMs: 20_000, silenceMs: 2_000, signingTimeoutMs: 60_000, answerTimeoutMs: 10_000, numberTimeoutMs: 60_000 };
const SERIAL = 'serial:///dev/ttyUSB0?baud=38400';

describe('the signature in the settings file', () => {
  it('is taken on the customer display in practice, and by the terminal in a shop', () => {
    expect(practiceSignature.parse(undefined)).toEqual({ fromWon: 50_000, inclusive: true, takenBy: 'pad', pad: 'display', padAddress: 'none', waits: WAITS });
    expect(shopSignature.parse(undefined)).toEqual({ fromWon: 50_000, inclusive: true, takenBy: 'terminal', pad: 'none', padAddress: 'none', waits: WAITS });
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

  it('waits for people in a shop; practice may be hastier, nothing waits for ever', () => {
    const hasty = { waits: { silenceMs: 200, firstPointTimeoutMs: 200 } };
    expect(practiceSignature.parse(hasty).waits).toEqual({ ...WAITS, ...hasty.waits });
    expect(shopSignature.safeParse(hasty).success).toBe(false);
    expect(shopSignature.parse({ waits: { silenceMs: 1_500 } }).waits).toEqual({ ...WAITS, silenceMs: 1_500 });
    for (const file of [practiceSignature, shopSignature]) expect(file.safeParse({ waits: { signingTimeoutMs: 3_600_000 } }).success).toBe(false);
  });

  it.each([[{ fromWon: -1 }], [{ fromWon: 50_000.5 }], [{ takenBy: 'nobody' }], [{ other: 1 }]])('%j is refused', (file) => {
    expect(practiceSignature.safeParse(file).success).toBe(false);
  });
});
