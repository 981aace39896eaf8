/** Pictures that can be kept, and which of them are on the disk. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { openCatalogueFile } from '../../../db/catalogue/catalogue.ts';
import { createCanvas, ellipse } from '../../practice/pictures/canvas.ts';

/** The first product of the practice shelf, as it is saved. */
export const AMERICANO = { name: '아메리카노', barcode: '2000010000012', priceWon: 2500, taxClass: 'taxable', category: '음료', onQuickKey: true, byWeight: false } as const;

/** A small picture like no other. */
export function picture(n: number): Buffer {
  const canvas = createCanvas(32, [n % 256, 40, 200]);
  canvas.fill(ellipse(0.5, 0.5, 0.6), [240, n % 256, 20]);
  return canvas.png();
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Which of these pictures the catalogue of a counter that has stopped still has. */
export async function keptOf(dataDir: string, ...numbers: readonly number[]): Promise<readonly number[]> {
  const opened = await openCatalogueFile(path.join(dataDir, 'catalogue.db'));
  if (!opened.ok) throw new Error(opened.detail);
  const kept: number[] = [];
  for (const n of numbers) if ((await opened.file.photos([hashOf(picture(n))])).length > 0) kept.push(n);
  await opened.file.close();
  return kept;
}
