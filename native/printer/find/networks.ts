/** Which network addresses are asked in a search: the neighbours of this computer, and what somebody named. */
import type { NetworkInterfaceInfo } from 'node:os';

export const PRINTER_PORT = 9_100;
/** A computer with more networks than this is no counter; the rest is named by hand. */
const MAX_NETWORKS = 4;
const MAX_HOSTS = 1_024;

export type NetworkHost = { readonly host: string; readonly port: number };
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** The 254 neighbours in each network of this computer: of a larger network, those nearest by number. Its own addresses are left out. */
export function neighbours(interfaces: Interfaces): readonly NetworkHost[] {
  const own = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'));
  const ownHosts = new Set(own.map(({ address }) => address));
  const networks = own.slice(0, MAX_NETWORKS).flatMap(({ address, cidr }) => {
    const bits = Number(cidr?.split('/')[1] ?? 24);
    return hostsOf(address, Math.max(24, bits));
  });
  return unique(networks.filter((host) => !ownHosts.has(host)).map((host) => ({ host, port: PRINTER_PORT })));
}

/** `192.168.5.0/24`, `10.0.0.7`, either with `:9101`; null for anything else. No network larger than 254 addresses. */
export function namedHosts(text: string): readonly NetworkHost[] | null {
  const match = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?(?::(\d{1,5}))?$/.exec(text.trim());
  const [, address = '', bitsText = '32', portText = String(PRINTER_PORT)] = match ?? [];
  const [bits, port] = [Number(bitsText), Number(portText)];
  if (match === null || bits < 24 || bits > 32 || port < 1 || port > 65_535 || address.split('.').some((part) => Number(part) > 255)) return null;
  return hostsOf(address, bits).map((host) => ({ host, port }));
}

export function unique(hosts: readonly NetworkHost[]): readonly NetworkHost[] {
  return [...new Map(hosts.map((each) => [`${each.host}:${each.port}`, each])).values()].slice(0, MAX_HOSTS);
}

/** Every address of the network but its own name and its broadcast; all of them where it has fewer than four. */
function hostsOf(address: string, bits: number): readonly string[] {
  const parts = address.split('.').map(Number);
  const size = 2 ** (32 - bits);
  const last = parts[3] ?? 0;
  const first = last - (last % size);
  const [from, to] = size >= 4 ? [first + 1, first + size - 2] : [first, first + size - 1];
  return Array.from({ length: to - from + 1 }, (_, index) => `${parts.slice(0, 3).join('.')}.${from + index}`);
}
