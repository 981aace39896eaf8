/** KOCES CAT frames in the words of the test vectors, and back. */
import type { Values } from '../../wire/layout.ts';
import type { Built, Described, Fields } from '../../inspect/described.ts';
import { CAT_ACK, CAT_ACK_ACK, CAT_EOT, CAT_LINK_CHECK, CAT_NAK, encodeCatConfirm, encodeCatNotice, encodeCatRequest, encodeCatResult, type CatFrame } from './codec.ts';
import { isCatSuccess } from './judge.ts';
import { CONFIRMS } from './messages.ts';
import { faultOfCatRequest } from './request.ts';

const FROM_POS = 'pos->terminal';
const FROM_TERMINAL = 'terminal->pos';

export function describeCat(frame: CatFrame): Described {
  switch (frame.kind) {
    case 'control':
      return { ...(frame.control === 'EOT' ? { direction: FROM_TERMINAL } : {}), fields: { control: frame.control } };
    case 'notice':
      // Only "abort" is said by both sides.
      return { ...(frame.notice === 'E' ? {} : { direction: FROM_TERMINAL }), fields: { cmd: frame.notice } };
    case 'link-check':
      return { direction: FROM_TERMINAL, fields: { code: 'A110' } };
    case 'confirm':
      return { direction: FROM_POS, fields: { code: frame.code, ...frame.values } };
    case 'request':
      return { direction: FROM_POS, fields: describeRequest(frame.code, frame.values) };
    case 'result':
      return { direction: FROM_TERMINAL, fields: { code: frame.code, ...frame.values, ok: isCatSuccess(frame.values) } };
  }
}

function describeRequest(code: string, values: Values): Fields {
  const used = Object.fromEntries(Object.entries(values).filter(([name, value]) => !(['unused', 'spare'].includes(name) && value === '')));
  const cancel = code !== 'T180' && String(values['orgDate'] ?? '') !== '' ? { cancel: true } : {};
  const reason = faultOfCatRequest(code, values);
  return { cmd: code === 'T180' ? 'T' : 'G', code, ...used, ...cancel, ...(reason === undefined ? {} : { valid: false, reason }) };
}

const CONTROL_BYTES: ReadonlyMap<unknown, Uint8Array> = new Map([
  ['ACK', CAT_ACK], ['ACK ACK', CAT_ACK_ACK], ['EOT', CAT_EOT], ['NAK', CAT_NAK], ['ENQ', Uint8Array.of(0x05)],
]);
const NOTICES = ['D', 'E', 'F', 'Q'] as const;

export function buildCat({ direction, fields }: { readonly direction: string; readonly fields: Fields }): Built {
  if (fields['control'] !== undefined) {
    const bytes = CONTROL_BYTES.get(fields['control']);
    return bytes ? { ok: true, bytes } : { ok: false, reason: `control must be one of ${[...CONTROL_BYTES.keys()].join(', ')}` };
  }
  const code = fields['code'];
  const notice = NOTICES.find((letter) => letter === fields['cmd']);
  if (code === undefined && notice !== undefined) return { ok: true, bytes: encodeCatNotice(notice) };
  if (code === 'A110') return { ok: true, bytes: CAT_LINK_CHECK };
  if (typeof code !== 'string') return { ok: false, reason: 'fields need "control", "cmd" (D, E, F, Q) or "code"' };
  if (CONFIRMS.has(code)) return encodeCatConfirm(code, fields);
  if (direction === FROM_TERMINAL) return encodeCatResult(code, fields);
  const reason = faultOfCatRequest(code, valuesOf(fields));
  // A request that must never be sent is built only for someone who says that this is what they want.
  if (reason !== undefined && fields['valid'] !== false) return { ok: false, reason: `${reason}; say "valid": false to build it all the same` };
  return encodeCatRequest(code, fields);
}

function valuesOf(fields: Fields): Values {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]): [string, string | number][] => (typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [])));
}

/** Two ACKs in one read are one answer, as the vectors write it. */
export function mergeCat(described: readonly Described[]): readonly Described[] {
  const out: Described[] = [];
  for (const one of described) {
    const last = out.at(-1);
    if (one.fields['control'] === 'ACK' && last?.fields['control'] === 'ACK') out[out.length - 1] = { fields: { control: 'ACK ACK' } };
    else out.push(one);
  }
  return out;
}
