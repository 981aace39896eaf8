import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowKind } from './origin.ts';

/** What a screenshot needs of a window. */
export type Pictured = {
  readonly kind: WindowKind;
  /** `document.documentElement.dataset.ready === 'true'`, which the page sets when its first screen is drawn. */
  isReady(): Promise<boolean>;
  capturePng(): Promise<Buffer>;
};

const POLL_MS = 50;

/** `a.png` for the cashier, `a-customer.png` for the customer. */
export const pictureFile = (file: string, kind: WindowKind): string => {
  if (kind === 'cashier') return file;
  const extension = path.extname(file);
  return `${file.slice(0, file.length - extension.length)}-${kind}${extension}`;
};

/** Waits until every window is ready, then writes one PNG each. Rejects when that takes longer than `limitMs`. */
export const takeScreenshots = async (windows: readonly Pictured[], file: string, limitMs: number): Promise<readonly string[]> => {
  const polls = Math.ceil(limitMs / POLL_MS);
  for (const window of windows) {
    let ready = false;
    for (let poll = 0; poll < polls && !ready; poll += 1) {
      ready = await window.isReady();
      if (!ready) await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
    if (!ready) throw new Error(`the ${window.kind} window did not become ready within ${limitMs / 1000} s`);
  }
  await mkdir(path.dirname(file), { recursive: true });
  const files: string[] = [];
  for (const window of windows) {
    const target = pictureFile(file, window.kind);
    await writeFile(target, await window.capturePng());
    files.push(target);
  }
  return files;
};
