import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { namedHosts, neighbours } from './networks.ts';

const at = (address: string, bits: number, over: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
  ({ address, netmask: '', family: 'IPv4', mac: '00:00:00:00:00:00', internal: false, cidr: `${address}/${bits}`, ...over }) as NetworkInterfaceInfo;

describe('the neighbours of this computer', () => {
  test('are all 253 others of a home network, on the port of printers', () => {
    const found = neighbours({ eth0: [at('192.168.0.17', 24)] });
    expect(found).toHaveLength(253);
    expect(found[0]).toEqual({ host: '192.168.0.1', port: 9100 });
    expect(found.at(-1)?.host).toBe('192.168.0.254');
    expect(found.some(({ host }) => host === '192.168.0.17')).toBe(false);
  });

  test('are the nearest 253 of a large network, and no more than there are of a small one', () => {
    expect(neighbours({ eth0: [at('10.3.7.9', 8)] }).every(({ host }) => host.startsWith('10.3.7.'))).toBe(true);
    expect(neighbours({ eth0: [at('10.0.0.2', 30)] }).map(({ host }) => host)).toEqual(['10.0.0.1']);
  });

  test('leave out this computer alone, what has no address yet, and IPv6; nothing is asked twice', () => {
    expect(neighbours({ lo: [at('127.0.0.1', 8, { internal: true })], eth0: [at('169.254.3.3', 16)], eth1: undefined })).toEqual([]);
    const twice = neighbours({ eth0: [at('192.168.0.17', 24)], wlan0: [at('192.168.0.18', 24)] });
    expect(twice).toHaveLength(252);
  });

  test('have a limit, however many networks there are', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`eth${index}`, [at(`10.0.${index}.5`, 24)]]));
    expect(neighbours(many).length).toBeLessThanOrEqual(1_024);
  });
});

describe('addresses somebody named', () => {
  test.each([
    ['10.0.0.7', [{ host: '10.0.0.7', port: 9100 }]],
    ['10.0.0.7:9101', [{ host: '10.0.0.7', port: 9101 }]],
    ['10.0.0.5/31', [{ host: '10.0.0.4', port: 9100 }, { host: '10.0.0.5', port: 9100 }]],
  ])('%s', (text, hosts) => expect(namedHosts(text)).toEqual(hosts));

  test.each(['', 'printer', '10.0.0', '10.0.0.256', '10.0.0.0/16', '10.0.0.0/33', '10.0.0.1:0', '10.0.0.1:70000', '1.2.3.4/24/24'])('"%s" is none', (text) => expect(namedHosts(text)).toBeNull());
});
