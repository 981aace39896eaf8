/** A file on its way to main: in pieces, each no larger than a call may be. */
import { PIECE_BYTES } from '../../../contract/limits.ts';
import type { Act } from '../../ui/act.ts';
import { base64Of } from '../../ui/base64.ts';

/** False when main would not take it: the reason has been shown. */
export async function sendFile(act: Act, file: File): Promise<boolean> {
  const begun = await act('import.begin', { fileName: nameOf(file.name), sizeBytes: file.size });
  if (!begun.ok) return false;
  const { importId } = begun.res;
  for (let fromByte = 0; fromByte < file.size; fromByte += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(fromByte, fromByte + PIECE_BYTES).arrayBuffer());
    const sent = await act('import.piece', { importId, fromByte, base64: base64Of(bytes) });
    if (!sent.ok) return false;
  }
  return true;
}

function nameOf(name: string): string {
  return name.slice(0, 200) || '?';
}
