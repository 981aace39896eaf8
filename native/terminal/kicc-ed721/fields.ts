/** KICC ED-721 frames in the words of the test vectors, and back. */
import type { Built, Described, Fields } from '../../inspect/described.ts';
import { fromHex, joined } from '../../wire/bytes.ts';
import type { Written } from '../../wire/layout.ts';
import type { WireFault } from '../../wire/reader.ts';
import { encodeInfo, encodeKiccFrame, encodePairs, encodeText, KICC_ACK, KICC_NAK, type KiccBody, type KiccFrame, type Pairs } from './codec.ts';
import { faultOfRequest, hasSucceeded } from './judge.ts';

const FROM_POS = 'pos->terminal';
const FROM_TERMINAL = 'terminal->pos';
const TRANSACTION = '14/04';

export function describeKicc(frame: KiccFrame): Described {
  if (frame.kind === 'control') return { fields: { control: frame.control } };
  const [gcd, jcd] = frame.job.split('/');
  const head = { cnt: frame.cnt, gcd, jcd };
  if (frame.rcd === undefined) return { direction: FROM_POS, fields: { ...head, ...requestFields(frame.body) } };
  return { direction: FROM_TERMINAL, fields: { ...head, rcd: frame.rcd, ...answerFields(frame.rcd, frame.body) } };
}

function requestFields(body: KiccBody): Fields {
  switch (body.is) {
    case 'lines':
      return { lines: body.lines };
    case 'file':
    case 'url':
      return { [body.is]: body.text };
    case 'serial':
      return { reversed: body.text === 'R' };
    case 'pairs': {
      const reason = body.wellFormed ? faultOfRequest(body.pairs) : 'a pair is not KEY=VALUE;';
      return { kv: body.pairs, ...(reason === undefined ? {} : { valid: false, reason }) };
    }
    default:
      return {};
  }
}

function answerFields(rcd: '00' | 'FF', body: KiccBody): Fields {
  switch (body.is) {
    case 'message':
      return { message: body.message, ...(body.tradeKind === undefined ? {} : { kind: body.tradeKind }), ok: false };
    case 'info':
      return { info: body.info };
    case 'serial':
      return { serial: body.text };
    case 'pairs': {
      const ok = rcd === '00' && body.wellFormed && hasSucceeded(body.pairs);
      const approval = ok ? { approvalNo: (body.pairs['R09'] ?? '').trim(), date: (body.pairs['R07'] ?? '').slice(0, 6) } : {};
      return { kv: body.pairs, ok, ...approval, ...(body.wellFormed ? {} : { valid: false, reason: 'a pair is not KEY=VALUE;' }) };
    }
    default:
      return {};
  }
}

/** What a fault tells beside its code: the head of the frame, where it was read. */
export function describeKiccFault(fault: WireFault): Fields {
  return { ...fault.seen, valid: false, reason: fault.code };
}

/** An ACK in the same read as the answer behind it is the answer's, as the vectors write it. */
export function mergeKicc(described: readonly Described[]): readonly Described[] {
  const out: Described[] = [];
  for (const one of described) {
    const answers = one.direction === FROM_TERMINAL;
    if (answers && out.at(-1)?.fields['control'] === 'ACK') out.pop();
    else {
      out.push(one);
      continue;
    }
    out.push({ ...one, fields: { ...one.fields, ackPrefix: true } });
  }
  return out;
}

export function buildKicc({ direction, fields }: { readonly direction: string; readonly fields: Fields }): Built {
  if (fields['control'] === 'ACK') return { ok: true, bytes: KICC_ACK };
  if (fields['control'] === 'NAK') return { ok: true, bytes: KICC_NAK };
  if (fields['control'] !== undefined) return { ok: false, reason: 'control must be ACK or NAK' };
  const job = jobOf(fields);
  if (job === undefined) return { ok: false, reason: 'gcd and jcd must be two hex digits each, such as "14" and "04"' };
  const cnt = fields['cnt'] ?? 1;
  if (typeof cnt !== 'number' || !Number.isInteger(cnt) || cnt < 1 || cnt > 255) return { ok: false, reason: 'cnt must be from 1 to 255' };
  const lenField = fields['lenField'];
  if (lenField !== undefined && (typeof lenField !== 'number' || !Number.isInteger(lenField) || lenField < 0 || lenField > 0xffff)) return { ok: false, reason: 'lenField must be from 0 to 65535' };
  const data = direction === FROM_TERMINAL ? answerData(fields) : requestData(job, fields);
  if (!data.ok) return data;
  const frame = encodeKiccFrame(cnt, job, data.bytes, lenField);
  return { ok: true, bytes: fields['ackPrefix'] === true ? joined(KICC_ACK, frame) : frame };
}

function jobOf(fields: Fields): string | undefined {
  const { gcd, jcd } = fields;
  if (gcd === undefined && jcd === undefined && fields['kv'] !== undefined) return TRANSACTION;
  const isByte = (text: unknown): text is string => typeof text === 'string' && /^[0-9A-Fa-f]{2}$/.test(text);
  return isByte(gcd) && isByte(jcd) ? `${gcd}/${jcd}`.toUpperCase() : undefined;
}

function requestData(job: string, fields: Fields): Written {
  if (job === TRANSACTION) {
    const pairs = pairsOf(fields['kv']);
    if (pairs === undefined) return { ok: false, reason: 'a transaction needs "kv"' };
    const reason = faultOfRequest(pairs);
    // A request the terminal must refuse is built only for someone who says that this is what they want.
    if (reason !== undefined && fields['valid'] !== false) return { ok: false, reason: `${reason}; say "valid": false to build it all the same` };
    return encodePairs(pairs);
  }
  const { lines, file, url } = fields;
  if (Array.isArray(lines)) {
    if (lines.length > 4 || lines.some((line) => typeof line !== 'string' || line.includes('|'))) return { ok: false, reason: 'lines must be at most four texts without "|"' };
    return encodeText(lines.join('|'));
  }
  if (typeof file === 'string') return encodeText(file);
  if (typeof url === 'string') return encodeText(url);
  return encodeText(fields['reversed'] === true ? 'R' : '');
}

function answerData(fields: Fields): Written {
  const { rcd, kv, info, serial, message, kind } = fields;
  if (rcd !== '00' && rcd !== 'FF') return { ok: false, reason: 'an answer needs "rcd": "00" or "FF"' };
  const written = kv !== undefined ? pairsWritten(kv) : isRecord(info) ? encodeInfo(info) : typeof serial === 'string' ? hexWritten(serial)
    : encodeText(`${typeof kind === 'string' ? kind : ''}${typeof message === 'string' ? message : ''}`);
  return written.ok ? { ok: true, bytes: joined(Uint8Array.of(rcd === '00' ? 0x00 : 0xff), written.bytes) } : written;
}

function pairsWritten(kv: unknown): Written {
  const pairs = pairsOf(kv);
  return pairs === undefined ? { ok: false, reason: '"kv" must be an object of texts' } : encodePairs(pairs);
}

function hexWritten(text: string): Written {
  const bytes = fromHex(text);
  return bytes === undefined ? { ok: false, reason: '"serial" must be hex digits' } : { ok: true, bytes };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pairsOf(value: unknown): Pairs | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const texts = entries.flatMap(([key, text]): [string, string][] => (typeof text === 'string' ? [[key, text]] : []));
  return texts.length === entries.length ? Object.fromEntries(texts) : undefined;
}
