import { describe, expect, it } from 'vitest';
import { PRACTICE_SETTINGS, shopSettings } from '../settings.ts';
import { signatureChanged } from './signature-change.ts';

const SHOP = shopSettings({ mode: 'shop', shop: PRACTICE_SETTINGS.shop, printer: { address: 'serial://COM1?baud=9600' }, terminal: { family: 'kicc-ed721', address: 'serial://COM3?baud=115200' }, cashReceipt: { numberOn: 'pad' } });
const change = (pad: 'none' | 'display' | 'koces-pad', address = 'none', takenBy: 'terminal' | 'pad' | 'none' = 'pad') => ({ section: 'signature', pad, address, takenBy }) as const;

describe('another signature pad for the counter', () => {
  it('is kept with who takes the signature, and everything else of the settings as it was', () => {
    const changed = signatureChanged(SHOP, change('koces-pad', 'serial://COM5?baud=38400'));
    expect(changed).toEqual({ ok: true, value: { ...SHOP, signature: { ...SHOP.signature, pad: 'koces-pad', padAddress: 'serial://COM5?baud=38400', takenBy: 'pad' } } });
    expect(signatureChanged(SHOP, change('display', 'serial://COM5?baud=38400', 'terminal'))).toMatchObject({ ok: true, value: { signature: { pad: 'display', padAddress: 'none', takenBy: 'terminal' } } });
  });

  it('that is none takes no numbers either', () => {
    expect(signatureChanged(SHOP, change('none', 'none', 'none'))).toMatchObject({ ok: true, value: { cashReceipt: { numberOn: 'display' }, signature: { pad: 'none' } } });
    expect(signatureChanged(SHOP, change('koces-pad', 'serial://COM5?baud=38400'))).toMatchObject({ value: { cashReceipt: { numberOn: 'pad' } } });
  });

  it.each([
    ['no port at all', 'none'],
    ['a network address', 'tcp://192.168.0.100:9100'],
    ['the simulated one, in a shop', 'simulated'],
    ['the port the printer is on', 'serial://COM1?baud=38400'],
    ['the port the terminal is on', 'serial://COM3?baud=38400'],
  ])('is refused on %s', (_what, address) => expect(signatureChanged(SHOP, change('koces-pad', address))).toEqual({ ok: false, code: 'pad.address-invalid', detail: address }));

  it('may be simulated in practice', () => expect(signatureChanged(PRACTICE_SETTINGS, change('koces-pad', 'simulated'))).toMatchObject({ ok: true, value: { mode: 'practice', signature: { padAddress: 'simulated' } } }));
});
