/** The serial ports there are, by name. Asks no device anything. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** null: the system does not say. */
export function listSerialPorts(): Promise<readonly string[] | null> {
  return process.platform === 'linux' ? linuxPorts('/dev', '/sys/class/tty') : namedPorts();
}

/**
 * From the file system: the package's own list runs `udevadm` and ends the process where that is not installed. A UART that is only a
 * place on the board says type 0.
 */
export async function linuxPorts(devDir: string, ttyDir: string): Promise<readonly string[]> {
  const found: readonly string[] = await readdir(devDir).catch(() => []);
  const names = found.toSorted();
  const plugged = names.filter((name) => /^tty(USB|ACM)\d+$/.test(name));
  const builtIn: string[] = [];
  for (const name of names.filter((each) => /^ttyS\d+$/.test(each))) {
    const type = await readFile(path.join(ttyDir, name, 'type'), 'utf8').catch(() => '0');
    if (type.trim() !== '0') builtIn.push(name);
  }
  return [...plugged, ...builtIn].map((name) => path.join(devDir, name));
}

async function namedPorts(): Promise<readonly string[] | null> {
  try {
    const { SerialPort } = await import('serialport');
    return (await SerialPort.list()).map((port) => port.path);
  } catch {
    return null;
  }
}
