/**
 * Lines of a capture as people paste them: `02 00 06`, `0x02,0x00`, `020006`, with `TX:` or `>` before it, or a hexdump with its offsets
 * and its text column. A hexdump's lines that go on from one another are one piece.
 */
import { fromHex } from '../wire/bytes.ts';

export type CaptureLine =
  | { readonly is: 'nothing' }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array; /** Where a hexdump says that they stand. */ readonly offset: number | undefined }
  | { readonly is: 'wrong'; readonly reason: string };

const MARK = /^(?:tx|rx|send|recv|>{1,3}|<{1,3}|->|<-)\s*:?\s+/i;
/** xxd writes `00000010: `, hexdump -C two blanks; four to eight digits. */
const OFFSET = /^([0-9A-Fa-f]{4,8})(?::\s*|\s{2,})(?=\S|$)/;

export function readCaptureLine(line: string): CaptureLine {
  const text = line.replace(/^\uFEFF/, '').trim().replace(MARK, '');
  if (text === '' || text.startsWith('#')) return { is: 'nothing' };
  const offset = OFFSET.exec(text);
  // Behind the bytes of a hexdump stands its text: after a bar, or after two blanks.
  const column = offset ? text.slice(offset[0].length).replace(/\s*\|.*$/, '').replace(/(?<=\S)\s{2,}(?!(?:[0-9A-Fa-f]{2}\s)*[0-9A-Fa-f]{2}$).*$/, '') : text;
  const digits = column.replace(/(?:0x|\\x)/gi, '').replace(/[\s,:;-]/g, '');
  const at = offset ? Number.parseInt(offset[1] ?? '0', 16) : undefined;
  if (digits === '') return { is: 'wrong', reason: 'no hex digits' };
  const stranger = /[^0-9A-Fa-f]/.exec(digits)?.[0];
  if (stranger !== undefined) return { is: 'wrong', reason: `"${stranger}" is no hex digit` };
  const bytes = fromHex(digits);
  return bytes === undefined ? { is: 'wrong', reason: `${digits.length} hex digits: the last byte is half` } : { is: 'bytes', bytes, offset: at };
}

export type Piece = { readonly line: number; readonly bytes: Uint8Array };

/** Joins the lines of a hexdump; every other line is a piece of its own. */
export function createPieces(maxBytes: number): { add(line: number, bytes: Uint8Array, offset: number | undefined): readonly Piece[]; end(): readonly Piece[] } {
  let open: { line: number; bytes: Uint8Array } | undefined;
  const end = (): readonly Piece[] => {
    const done = open === undefined ? [] : [open];
    open = undefined;
    return done;
  };
  return {
    add: (line, bytes, offset) => {
      // A hexdump ends with the offset of its end, alone on a line.
      if (offset === undefined && open && bytes.length === 4 && Buffer.from(bytes).readUInt32BE() === open.bytes.length) return end();
      if (offset === undefined) return [...end(), { line, bytes }];
      if (open && offset === open.bytes.length && open.bytes.length + bytes.length <= maxBytes) {
        open = { line: open.line, bytes: new Uint8Array(Buffer.concat([open.bytes, bytes])) };
        return [];
      }
      const done = end();
      open = { line, bytes };
      return done;
    },
    end,
  };
}
