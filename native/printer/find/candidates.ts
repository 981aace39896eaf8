/** Where a printer could be on this computer. Listing asks no device anything. */
import { readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import process from 'node:process';
import type { DeviceAddress } from '../../transport/port.ts';
import { listSerialPorts } from '../../transport/serial-ports.ts';
import type { NetworkHost } from './networks.ts';
import { neighbours, unique } from './networks.ts';

export type Candidate = {
  readonly address: DeviceAddress;
  /** As a person would look for it: a port's name, a network address. */
  readonly where: string;
};

/** null: this system does not say, or has no such line we can use. */
export type ListCandidates = () => Promise<readonly Candidate[] | null>;

const MAX_PORTS = 16;
/** Speeds receipt printers are delivered with, the commonest first. */
export const SERIAL_SPEEDS: readonly number[] = [9_600, 19_200, 38_400, 115_200];

/** The kernel's printer class on Linux. Windows and macOS give USB printers to their own print systems; nothing here can speak to them there. */
export const listUsb: ListCandidates = async () => {
  if (process.platform !== 'linux') return null;
  const names = (await namesIn('/dev/usb')).filter((name) => /^lp\d+$/.test(name));
  return names.slice(0, MAX_PORTS).map((name) => ({ address: { kind: 'usb', path: `/dev/usb/${name}`, answers: true }, where: `/dev/usb/${name}` }));
};

export const listSerial: ListCandidates = async () => {
  const paths = await listSerialPorts();
  return paths?.slice(0, MAX_PORTS).map(serialCandidate) ?? null;
};

export const listNetwork =
  (named: readonly NetworkHost[]): ListCandidates =>
  async () => {
    const hosts = unique([...named, ...neighbours(networkInterfaces())]);
    return hosts.map(({ host, port }) => ({ address: { kind: 'tcp', host, port, answers: true }, where: `${host}:${port}` }));
  };

export function serialCandidate(port: string): Candidate {
  return { address: { kind: 'serial', path: port, baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true }, where: port.replace(/^\/dev\//, '') };
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return (await readdir(dir)).toSorted();
  } catch {
    return [];
  }
}
