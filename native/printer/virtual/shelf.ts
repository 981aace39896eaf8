import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawStrips } from './draw.ts';
import { stripText, type PaperStrip } from './paper.ts';
import { encodePng } from './png.ts';

export type KeptSlip = { readonly number: number; readonly cut: boolean; readonly name: string };

export type Shelf = {
  keep(strip: PaperStrip): void;
  list(): readonly KeptSlip[];
  count(): number;
  text(number: number): string | undefined;
  picture(number: number): Buffer | undefined;
};

/** The last `maxSlips` slips, as `slip-0001.png` and `slip-0001.txt` where there is a folder. */
export function createShelf(dir: string | undefined, maxSlips: number): Shelf {
  const kept = new Map<number, PaperStrip>();
  let count = 0;
  if (dir !== undefined) mkdirSync(dir, { recursive: true });

  function keep(strip: PaperStrip): void {
    count += 1;
    kept.set(count, strip);
    if (dir !== undefined) {
      writeFileSync(join(dir, `${nameOf(count)}.png`), encodePng(drawStrips([strip])));
      writeFileSync(join(dir, `${nameOf(count)}.txt`), stripText(strip));
    }
    const [oldest] = kept.keys();
    if (kept.size <= maxSlips || oldest === undefined) return;
    kept.delete(oldest);
    if (dir === undefined) return;
    for (const extension of ['png', 'txt']) rmSync(join(dir, `${nameOf(oldest)}.${extension}`), { force: true });
  }

  return {
    keep,
    list: () => [...kept].map(([number, strip]) => ({ number, cut: strip.cut, name: nameOf(number) })),
    count: () => count,
    text: (number) => {
      const strip = kept.get(number);
      return strip && stripText(strip);
    },
    picture: (number) => {
      const strip = kept.get(number);
      return strip && encodePng(drawStrips([strip]));
    },
  };
}

function nameOf(number: number): string {
  return `slip-${String(number).padStart(4, '0')}`;
}
