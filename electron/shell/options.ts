import path from 'node:path';
import { namedHosts, type NetworkHost } from '../../native/printer/find/networks.ts';
import type { Size } from './placement.ts';

export type ShellOptions = {
  /** The program's folder: practice and the shop lie below it, each with its own journal, keys and settings. */
  readonly dataDir: string;
  /** Opens practice without asking, wherever it was last. */
  readonly practice: boolean;
  /** Asked in a search for printers beside this computer's own networks. */
  readonly alsoAsk: readonly NetworkHost[];
  readonly kiosk: boolean;
  /** Size of the cashier's page in pixels, when one was asked for. */
  readonly size: Size | null;
  /** PNG to write as soon as both windows are ready; the shell then quits. */
  readonly screenshotFile: string | null;
};

export type OptionSource = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly homeDir: string;
};

/** The program's folder of the signed-in user: `$XDG_DATA_HOME/gyesandae` or what the system uses instead. */
export const defaultDataDir = ({ env, platform, homeDir }: Omit<OptionSource, 'argv'>): string => {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homeDir, 'AppData', 'Local'), 'gyesandae');
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Application Support', 'gyesandae');
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification says a relative path must be ignored.
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homeDir, '.local', 'share');
  return path.join(base, 'gyesandae');
};

/** `1366x768` → size; throws on anything else or on a size no counter has. */
export const parseSize = (text: string): Size => {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text);
  if (match === null) throw new Error(`--size takes WIDTHxHEIGHT in pixels, for example 1366x768; got "${text}"`);
  const size = { width: Number(match[1]), height: Number(match[2]) };
  if (size.width < 800 || size.height < 480 || size.width > 3840 || size.height > 2160) {
    throw new Error(`--size must lie between 800x480 and 3840x2160; got "${text}"`);
  }
  return size;
};

const valueOf = (argv: readonly string[], name: string): string | null => {
  const prefix = `--${name}=`;
  const found = argv.findLast(argument => argument.startsWith(prefix));
  return found === undefined ? null : found.slice(prefix.length);
};

/** `--search=10.0.5.0/24,10.0.7.9:9101`; throws on what names no network, or one too large to ask. */
export const parseSearch = (text: string): readonly NetworkHost[] =>
  text.split(',').flatMap(part => {
    const hosts = namedHosts(part);
    if (hosts === null) throw new Error(`--search takes addresses such as 10.0.5.7, 10.0.5.7:9101 or 10.0.5.0/24, and no network larger than that; got "${part}"`);
    return hosts;
  });

/** Reads `--data=DIR --practice --search=NETWORK --kiosk --size=WxH --screenshot=FILE`; switches of Electron or Chromium are left alone. */
export const parseShellOptions = (source: OptionSource): ShellOptions => {
  const size = valueOf(source.argv, 'size');
  const search = valueOf(source.argv, 'search');
  const screenshot = valueOf(source.argv, 'screenshot');
  return {
    dataDir: path.resolve(valueOf(source.argv, 'data') ?? defaultDataDir(source)),
    practice: source.argv.includes('--practice'),
    alsoAsk: search === null ? [] : parseSearch(search),
    kiosk: source.argv.includes('--kiosk'),
    size: size === null ? null : parseSize(size),
    screenshotFile: screenshot === null ? null : path.resolve(screenshot),
  };
};
