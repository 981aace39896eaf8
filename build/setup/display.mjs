// A display for machines without one: Xvfb, reachable only with a cookie of our own, gone when we are.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Unmet } from './say.mjs';

export const needsDisplay = () => process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/** An Xauthority file with one entry that fits every host and display number: family "wild", no address, no number.
 * @param {Buffer} cookie @returns {Buffer} */
export const authorityFile = cookie => {
  const counted = (/** @type {Buffer} */ data) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    return Buffer.concat([length, data]);
  };
  return Buffer.concat([Buffer.from([0xff, 0xff]), counted(Buffer.alloc(0)), counted(Buffer.alloc(0)), counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)]);
};

const START_LIMIT_MS = 15_000;

/** Starts Xvfb; it chooses a free number itself. The shell around it ends it when our end of its stdin closes, whatever happens to us.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} */
export const startDisplay = async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-display-'));
  const authority = path.join(dir, 'Xauthority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const script = 'Xvfb -displayfd 3 -screen 0 3840x2160x24 -nolisten tcp -noreset -auth "$1" 2>/dev/null & x=$!; exec 3>&-; read -r _; kill $x; rm -rf "$2"';
  // Its own process group: Ctrl+C in the terminal must end the counter first, not the display below it.
  const child = spawn('sh', ['-c', script, 'display', authority, dir], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], detached: true });
  const stop = () => {
    child.stdin?.destroy();
    rmSync(dir, { recursive: true, force: true });
  };
  const number = await new Promise(resolve => {
    let text = '';
    const timer = setTimeout(() => resolve(null), START_LIMIT_MS);
    const done = (/** @type {string | null} */ value) => {
      clearTimeout(timer);
      resolve(value);
    };
    child.stdio[3]?.on('data', (/** @type {Buffer} */ piece) => {
      text += piece.toString();
      if (text.endsWith('\n')) done(text.trim());
    });
    child.stdio[3]?.on('end', () => done(null));
    child.on('error', () => done(null));
  });
  if (number === null) {
    stop();
    throw new Unmet('Xvfb did not start; try "Xvfb :99" by hand to see why');
  }
  child.unref();
  /** @type {{ unref?: () => void }} */ (child.stdin)?.unref?.();
  /** @type {{ unref?: () => void }} */ (child.stdio[3])?.unref?.();
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
};
