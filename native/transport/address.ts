import type { DeviceAddress, SerialAddress } from './port.ts';

export type ParsedAddress = { readonly ok: true; readonly address: DeviceAddress } | { readonly ok: false; readonly reason: string };

const MAX_ADDRESS_LENGTH = 1_024;

/**
 * Reads `tcp://host:9100`, `serial:///dev/ttyS0?baud=9600`, `serial://COM3`, `usb:///dev/usb/lp0` or `file:///path`.
 *
 * Options come as a query: `answers=no` for a device that never says anything back (tcp, serial, usb); for serial also
 * `baud`, `bits` (7, 8), `parity` (none, even, odd), `stop` (1, 2), `flow` (none, rtscts, xonxoff). An option that is
 * not known is refused rather than ignored. The reason of a refusal is a sentence for the person who typed it.
 */
export function parseDeviceAddress(text: string): ParsedAddress {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_LENGTH) return refuse('the address is too long');
  const match = /^(tcp|serial|usb|file):\/\/([^?#]*)(?:\?([^#]*))?$/.exec(trimmed);
  if (!match) {
    return refuse(`"${trimmed}" is no device address: expected tcp://host:port, serial:///dev/ttyS0?baud=9600, usb:///dev/usb/lp0 or file:///path`);
  }
  const [, kind, rest = '', query = ''] = match;
  const options = new Map(new URLSearchParams(query));
  const answers = takeChoice(options, 'answers', ['yes', 'no'], 'yes');
  if (answers === undefined) return refuse('answers must be yes or no');
  switch (kind) {
    case 'tcp':
      return unknownOption(options) ?? parseTcp(rest, answers === 'yes');
    case 'serial':
      return parseSerial(rest, options, answers === 'yes');
    case 'usb':
      return unknownOption(options) ?? parseUsb(rest, answers === 'yes');
    default:
      return unknownOption(options) ?? parseFile(rest);
  }
}

/** The address as text again; `parseDeviceAddress` of it gives an equal address. */
export function formatDeviceAddress(address: DeviceAddress): string {
  const silent = address.answers || address.kind === 'file' ? '' : 'answers=no';
  switch (address.kind) {
    case 'tcp':
      return withQuery(`tcp://${address.host}:${address.port}`, silent);
    case 'serial': {
      const line = `baud=${address.baudRate}&bits=${address.dataBits}&parity=${address.parity}&stop=${address.stopBits}&flow=${address.flow}`;
      return withQuery(`serial://${encodePath(address.path)}`, silent === '' ? line : `${line}&${silent}`);
    }
    case 'usb':
      return withQuery(`usb://${encodePath(address.path)}`, silent);
    case 'file':
      return `file://${encodePath(address.path)}`;
  }
}

function parseTcp(rest: string, answers: boolean): ParsedAddress {
  const match = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})\/?$/.exec(rest);
  if (!match) return refuse('a tcp address needs a host and a port, such as tcp://192.168.0.50:9100');
  const port = Number(match[2]);
  if (port < 1 || port > 65_535) return refuse(`${port} is no tcp port: it must be from 1 to 65535`);
  return { ok: true, address: { kind: 'tcp', host: match[1] ?? '', port, answers } };
}

function parseSerial(rest: string, options: Map<string, string>, answers: boolean): ParsedAddress {
  const path = decodePath(rest);
  if (path === undefined || !/^(\/dev\/.+|COM\d{1,3})$/.test(path)) {
    return refuse('a serial address names its port, such as serial:///dev/ttyS0 or serial://COM3');
  }
  const baudRate = Number(options.get('baud') ?? '9600');
  options.delete('baud');
  const bits = takeChoice(options, 'bits', ['7', '8'], '8');
  const parity = takeChoice(options, 'parity', ['none', 'even', 'odd'], 'none');
  const stop = takeChoice(options, 'stop', ['1', '2'], '1');
  const flow = takeChoice(options, 'flow', ['none', 'rtscts', 'xonxoff'], 'none');
  if (!Number.isInteger(baudRate) || baudRate < 300 || baudRate > 921_600) return refuse('baud must be a number from 300 to 921600');
  if (!bits) return refuse('bits must be 7 or 8');
  if (!parity) return refuse('parity must be none, even or odd');
  if (!stop) return refuse('stop must be 1 or 2');
  if (!flow) return refuse('flow must be none, rtscts or xonxoff');
  const refused = unknownOption(options);
  if (refused) return refused;
  const address: SerialAddress = {
    kind: 'serial', path, baudRate, dataBits: bits === '7' ? 7 : 8, parity, stopBits: stop === '2' ? 2 : 1, flow, answers,
  };
  return { ok: true, address };
}

function parseUsb(rest: string, answers: boolean): ParsedAddress {
  const path = decodePath(rest);
  if (path === undefined || !path.startsWith('/dev/') || path === '/dev/') return refuse('a usb address names its device, such as usb:///dev/usb/lp0');
  return { ok: true, address: { kind: 'usb', path, answers } };
}

function parseFile(rest: string): ParsedAddress {
  const path = decodePath(rest);
  if (path === undefined || !path.startsWith('/') || path.endsWith('/')) return refuse('a file address needs a whole path, such as file:///home/shop/slips.bin');
  return { ok: true, address: { kind: 'file', path, answers: false } };
}

function takeChoice<Choice extends string>(options: Map<string, string>, name: string, choices: readonly Choice[], fallback: Choice): Choice | undefined {
  const given = options.get(name);
  options.delete(name);
  return given === undefined ? fallback : choices.find((choice) => choice === given);
}

function unknownOption(options: Map<string, string>): ParsedAddress | undefined {
  const [name] = options.keys();
  return name === undefined ? undefined : refuse(`"${name}" is no option of this kind of address`);
}

function decodePath(text: string): string | undefined {
  try {
    const path = decodeURIComponent(text);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function withQuery(base: string, query: string): string {
  return query === '' ? base : `${base}?${query}`;
}

function refuse(reason: string): ParsedAddress {
  return { ok: false, reason };
}
