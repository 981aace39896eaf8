import { describe, expect, it } from 'vitest';
import type { PadDraft } from './pad-address.ts';
import { padAddress, padAddressOfTyped, padDraft, portOfAddress, withKind } from './pad-address.ts';

describe('the port of a signature pad', () => {
  it.each([
    ['COM5', 'serial://COM5?baud=38400'],
    [' com12 ', 'serial://COM12?baud=38400'],
    ['/dev/ttyUSB0', 'serial:///dev/ttyUSB0?baud=38400'],
    ['serial://COM5?baud=9600', 'serial://COM5?baud=9600'],
    ['COM', null],
    ['192.168.0.100', null],
    ['', null],
  ])('%j stands for %j', (typed, address) => expect(padAddressOfTyped(typed)).toBe(address));

  it('is shown by its name where nothing else was set', () => {
    expect([portOfAddress('serial://COM5?baud=38400'), portOfAddress('serial:///dev/ttyUSB0?baud=38400'), portOfAddress('serial://COM5?baud=9600'), portOfAddress('COM5')]).toEqual(['COM5', '/dev/ttyUSB0', null, 'COM5']);
  });
});

describe('the choice of a pad', () => {
  const kept = { pad: 'koces-pad', address: 'serial://COM5?baud=38400', takenBy: 'pad' } as const;
  it('comes back as it was kept, whatever its address', () => {
    for (const address of ['serial://COM5?baud=38400', 'serial:///dev/ttyUSB0?baud=9600&parity=even', 'simulated']) expect(padAddress(padDraft({ ...kept, address }))).toBe(address);
    expect(padAddress(padDraft({ pad: 'display', address: 'none', takenBy: 'pad' }))).toBe('none');
  });

  it('of a first pad is there to be used; without one nothing is taken on it', () => {
    const none: PadDraft = { pad: 'none', simulated: false, typed: '', takenBy: 'terminal' };
    expect(withKind(none, 'display', false)).toMatchObject({ pad: 'display', takenBy: 'pad' });
    expect(withKind({ ...none, pad: 'display' }, 'koces-pad', false), 'who takes it was chosen').toMatchObject({ takenBy: 'terminal', simulated: false });
    expect(withKind(padDraft(kept), 'none', false)).toMatchObject({ takenBy: 'none', typed: 'COM5' });
    expect(padAddress(withKind(padDraft(kept), 'none', false))).toBe('none');
  });

  it('in practice begins with the simulated one, and in a shop with none', () => {
    const display: PadDraft = { pad: 'display', simulated: false, typed: '', takenBy: 'pad' };
    expect([padAddress(withKind(display, 'koces-pad', true)), padAddress(withKind(display, 'koces-pad', false))]).toEqual(['simulated', null]);
  });
});
