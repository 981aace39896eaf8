import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDeviceAddress, parseDeviceAddress } from './address.ts';

describe('parseDeviceAddress', () => {
  it.each([
    ['tcp://192.168.0.50:9100', { kind: 'tcp', host: '192.168.0.50', port: 9100, answers: true }],
    ['tcp://[::1]:9100', { kind: 'tcp', host: '[::1]', port: 9100, answers: true }],
    ['tcp://printer.local:9100?answers=no', { kind: 'tcp', host: 'printer.local', port: 9100, answers: false }],
    ['serial:///dev/ttyS0?baud=19200&parity=even&bits=7', { kind: 'serial', path: '/dev/ttyS0', baudRate: 19200, dataBits: 7, parity: 'even', stopBits: 1, flow: 'none', answers: true }],
    ['serial://COM3', { kind: 'serial', path: 'COM3', baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true }],
    ['usb:///dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0', answers: true }],
    ['file:///home/shop/%EC%A0%84%ED%91%9C.bin', { kind: 'file', path: '/home/shop/전표.bin', answers: false }],
  ])('reads %s', (text, address) => {
    expect(parseDeviceAddress(text)).toEqual({ ok: true, address });
  });

  it.each([
    ['', 'no device address'],
    ['192.168.0.50:9100', 'no device address'],
    ['http://192.168.0.50', 'no device address'],
    ['tcp://192.168.0.50', 'needs a host and a port'],
    ['tcp://:9100', 'needs a host and a port'],
    ['tcp://host:99999', 'no tcp port'],
    ['tcp://host:0', 'no tcp port'],
    ['tcp://host:9100?baud=9600', '"baud" is no option'],
    ['tcp://host:9100?answers=maybe', 'answers must be'],
    ['serial://ttyS0', 'names its port'],
    ['serial:///dev/ttyS0?baud=fast', 'baud must be'],
    ['serial:///dev/ttyS0?parity=mark', 'parity must be'],
    ['serial:///dev/ttyS0?speed=9600', '"speed" is no option'],
    ['usb://lp0', 'names its device'],
    ['usb:///etc/passwd', 'names its device'],
    ['file://slips.bin', 'whole path'],
    ['file:///folder/', 'whole path'],
    ['file:///a%ZZ', 'whole path'],
    [`file:///${'a'.repeat(2000)}`, 'too long'],
  ])('refuses %s', (text, reason) => {
    const parsed = parseDeviceAddress(text);
    expect(parsed).toMatchObject({ ok: false });
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
  });

  it('reads back what formatDeviceAddress wrote', () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/[/\0]/.test(text));
    const address = fc.oneof(
      fc.record({ kind: fc.constant('tcp' as const), host: fc.ipV4(), port: fc.integer({ min: 1, max: 65_535 }), answers: fc.boolean() }),
      fc.record({ kind: fc.constant('usb' as const), path: name.map((text) => `/dev/${text}`), answers: fc.boolean() }),
      fc.record({ kind: fc.constant('file' as const), path: name.map((text) => `/${text}`), answers: fc.constant(false as const) }),
      fc.record({
        kind: fc.constant('serial' as const), path: fc.constantFrom('COM1', '/dev/ttyUSB0'), baudRate: fc.constantFrom(9600, 115_200), dataBits: fc.constantFrom(7 as const, 8 as const),
        parity: fc.constantFrom('none' as const, 'even' as const, 'odd' as const), stopBits: fc.constantFrom(1 as const, 2 as const),
        flow: fc.constantFrom('none' as const, 'rtscts' as const, 'xonxoff' as const), answers: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(address, (given) => {
        expect(parseDeviceAddress(formatDeviceAddress(given))).toEqual({ ok: true, address: given });
      }),
    );
  });
});
