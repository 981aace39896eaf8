/** Lists of products as shops keep them, and a manager who brings them in without a screen. */
import type { ImportView } from '../../../contract/import.ts';
import { PIECE_BYTES } from '../../../contract/limits.ts';
import { csvLine } from '../../../domain/catalogue/import/csv.ts';
import type { Cashier } from '../../testing/cashier.ts';

const PATIENCE_MS = 150_000;

export const HEADINGS = ['바코드', '상품명', '판매가', '과세/면세', '분류'] as const;

export function csvOf(rows: readonly (readonly string[])[], headings: readonly string[] = HEADINGS): Buffer {
  return Buffer.from([headings, ...rows].map(csvLine).join(''));
}

/** `count` good lines, every `badEvery`-th without a price. */
export function manyRows(count: number, badEvery = 0): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [String(8_800_000_000_000 + index), `달빛 새우과자 ${index}호`, badEvery > 0 && index % badEvery === 0 ? '' : '1,700원', '과세', '과자']);
}

export async function asManager({ must }: Cashier): Promise<void> {
  await must('people.signOut', {});
  await must('people.signIn', { userId: 'practice-manager', pin: '5678' });
}

export async function send({ must }: Cashier, fileName: string, bytes: Buffer): Promise<string> {
  const { importId } = await must('import.begin', { fileName, sizeBytes: bytes.length });
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) await must('import.piece', { importId, fromByte: from, base64: bytes.subarray(from, from + PIECE_BYTES).toString('base64') });
  return importId;
}

/** The import as soon as it stands in one of these stages. A hundred thousand lines take a while on a busy machine. */
export async function standing({ look, news }: Cashier, ...stages: readonly ImportView['stage'][]): Promise<ImportView> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { catalogue } = await look();
    if (catalogue.import === null) throw new Error('the import is gone');
    if (stages.includes(catalogue.import.stage)) return catalogue.import;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${stages.join(' or ')}; the import is ${catalogue.import.stage}`);
    await news();
  }
}

export async function bringIn(cashier: Cashier, fileName: string, bytes: Buffer): Promise<ImportView> {
  const importId = await send(cashier, fileName, bytes);
  await standing(cashier, 'ready');
  await cashier.must('import.commit', { importId });
  return standing(cashier, 'done', 'failed');
}
