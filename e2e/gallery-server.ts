/** The gallery of a run: bundled and served once, by the runner; every worker asks here where it is. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from './host.ts';

/** Where the runner's workers, which inherit its environment, find the address. */
const ADDRESS_FILE = 'GYESANDAE_GALLERY_ADDRESS';
const BUNDLE_LIMIT_MS = 120_000;
const ASK_EVERY_MS = 50;

/** Answers what ends it. What it says when it fails stands on the terminal, and `galleryUrl` says so too. */
export function beginGallery(): () => void {
  const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-gallery-'));
  const file = path.join(dir, 'address');
  process.env[ADDRESS_FILE] = file;
  const child = spawn(process.execPath, [path.join(ROOT, 'build', 'gallery.ts'), '--built', `--as=gallery-${process.pid}`], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = /^gallery: (http:\S+\/)gallery-index\.html$/.exec(line)?.[1];
    if (url !== undefined) writeFileSync(file, url, { flush: true });
  });
  child.once('exit', () => rmSync(path.join(ROOT, 'out', `gallery-${process.pid}`), { recursive: true, force: true }));
  return () => {
    child.kill();
    rmSync(dir, { recursive: true, force: true });
  };
}

/** Asked by a worker; throws when the gallery is not there in time. */
export async function galleryUrl(): Promise<string> {
  const file = process.env[ADDRESS_FILE];
  if (file === undefined) throw new Error('the runner has begun no gallery');
  for (let waitedMs = 0; waitedMs < BUNDLE_LIMIT_MS; waitedMs += ASK_EVERY_MS) {
    const url = addressIn(file);
    if (url !== '') return url;
    await delay(ASK_EVERY_MS);
  }
  throw new Error(`the gallery was not served within ${BUNDLE_LIMIT_MS / 1000} s`);
}

function addressIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
