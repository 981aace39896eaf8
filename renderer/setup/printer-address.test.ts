import { describe, expect, it } from 'vitest';
import { addressOfTyped, whereOfAddress } from './printer-address.ts';

describe('an address typed by a person', () => {
  it.each([
    ['192.168.0.50', 'tcp://192.168.0.50:9100'],
    [' 192.168.0.50:9101 ', 'tcp://192.168.0.50:9101'],
    ['com3', 'serial://COM3'],
    ['/dev/ttyUSB0', 'serial:///dev/ttyUSB0'],
    ['/dev/usb/lp0', 'usb:///dev/usb/lp0'],
    ['tcp://printer.local:9100', 'tcp://printer.local:9100'],
  ])('"%s" is %s', (typed, address) => expect(addressOfTyped(typed)).toBe(address));

  it.each(['', '192.168', '192.168.0.999', 'the one by the door', 'com'])('"%s" names no printer yet', (typed) => expect(addressOfTyped(typed)).toBeNull());
});

it('is said back as the place it is', () => {
  expect(whereOfAddress('tcp://192.168.0.50:9100')).toBe('192.168.0.50:9100');
  expect(whereOfAddress('serial:///dev/ttyS0?baud=19200&bits=8&parity=none&stop=1&flow=none')).toBe('ttyS0 · 19200');
  expect(whereOfAddress('none')).toBe('none');
});
