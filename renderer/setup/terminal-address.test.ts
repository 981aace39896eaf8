import { describe, expect, it } from 'vitest';
import { terminalAddressOfTyped } from './terminal-address.ts';

describe('an address typed for a card terminal', () => {
  it.each([
    ['koces-cat', '192.168.0.100', 'tcp://192.168.0.100:9100'],
    ['koces-cat', ' 192.168.0.100:9200 ', 'tcp://192.168.0.100:9200'],
    ['kicc-ed721', '192.168.0.224:5000', 'tcp://192.168.0.224:5000'],
    ['kicc-ed721', 'com4', 'serial://COM4?baud=115200'],
    ['kicc-ed721', '/dev/ttyUSB0', 'serial:///dev/ttyUSB0?baud=115200'],
    ['kicc-ed721', 'serial://COM4?baud=57600', 'serial://COM4?baud=57600'],
    ['koces-cat', 'tcp://terminal.local:9100', 'tcp://terminal.local:9100'],
  ] as const)('%s at "%s" is %s', (family, typed, address) => expect(terminalAddressOfTyped(family, typed)).toBe(address));

  it.each([
    ['koces-cat', ''],
    ['koces-cat', '192.168.0.999'],
    // A KOCES CAT has no serial line.
    ['koces-cat', 'COM4'],
    ['koces-cat', 'serial://COM4'],
    // No port is an ED-721's own.
    ['kicc-ed721', '192.168.0.224'],
    ['kicc-ed721', 'the one by the door'],
  ] as const)('%s at "%s" names no terminal yet', (family, typed) => expect(terminalAddressOfTyped(family, typed)).toBeNull());
});
