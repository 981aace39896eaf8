import { createCommandReader } from './commands.ts';
import { createPaper, type PaperStrip } from './paper.ts';

/** More than any slip; what is beyond is not drawn. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Every strip these bytes make on paper of that width, the last one also when nothing cut it. Pure. */
export function decodeSlips(bytes: Uint8Array, columns: number): PaperStrip[] {
  const paper = createPaper(columns);
  const strips: PaperStrip[] = [];
  for (const command of createCommandReader().read(bytes.subarray(0, MAX_BYTES))) {
    const strip = paper.apply(command);
    if (strip) strips.push(strip);
  }
  const rest = paper.tear();
  return rest ? [...strips, rest] : strips;
}
