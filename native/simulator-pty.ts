/** Two pseudo-terminals joined like a cable, through `socat`: for simulators and tests of serial devices. It has no modem lines. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type PtyPair = {
  /** The POS's end and the device's. */
  readonly near: string;
  readonly far: string;
  /** Pulls the cable; both ends are gone. */
  readonly cut: () => Promise<void>;
};

const READY_WITHIN_MS = 10_000;
/**
 * A simulator pulls its cable this long after its last byte. Pulled with bytes still under way, a pseudo-terminal may lose them and the
 * hang-up with them; a driver then finds out by its time limit.
 */
export const CABLE_REST_MS = 60;

export function hasPtyPairs(): boolean {
  return spawnSync('socat', ['-V']).status === 0;
}

export async function createPtyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gyesandae-pty-'));
  const near = path.join(folder, 'near');
  const far = path.join(folder, 'far');
  if (!hasPtyPairs()) throw new Error('socat is not installed: simulated serial lines need it');
  // The shell ends socat when its input ends: so the cable goes with whoever made it, even one that was killed.
  const pair = spawn('sh', ['-c', 'socat "$0" "$1" & cable=$!; read -r _; kill $cable; wait $cable', `pty,rawer,link=${near}`, `pty,rawer,link=${far}`], { stdio: ['pipe', 'ignore', 'ignore'] });
  for (let waitedMs = 0; !existsSync(near) || !existsSync(far); waitedMs += 10) {
    if (waitedMs > READY_WITHIN_MS) throw new Error('socat made no pseudo-terminals');
    await pause(10);
  }
  return {
    // The devices themselves: an address of a serial line names a device.
    near: realpathSync(near),
    far: realpathSync(far),
    cut: async () => {
      if (pair.exitCode === null && pair.signalCode === null) {
        const gone = once(pair, 'exit');
        pair.stdin.end();
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
