/** `npm run inspect`: what the bytes of a capture say, and the bytes of a message. */
import { parseArgs } from 'node:util';
import { toHex } from '../wire/bytes.ts';
import { createPieces, readCaptureLine, type Piece } from './capture.ts';
import { readLines, type InputLine } from './lines.ts';
import { PROTOCOLS, type Protocol, type ProtocolName } from './protocols.ts';

const NAMES = ['koces-cat', 'kicc-ed721', 'koces-pad'] as const satisfies readonly ProtocolName[];

const HELP = `Usage: npm run inspect -- PROTOCOL [--encode]

  PROTOCOL   koces-cat    KOCES CAT terminal (TCP)
             kicc-ed721   KICC ED-721 terminal (serial or TCP)
             koces-pad    KOCES signature pad (serial)

  Reads hex from standard input, one piece of a capture a line, and prints one JSON object a frame:
    {"line":1,"direction":"terminal->pos","fields":{…}}          direction only where the bytes tell it
    {"line":2,"fault":"crc","detail":"…","bytes":10,"fields":{"valid":false,"reason":"crc"}}
  Each line is looked at by itself. Blanks, commas, 0x, a mark such as "TX:" or ">" and lines that begin with # are passed over.
  Lines of a hexdump (xxd, hexdump -C) are known by their offsets and joined.

  --encode   reads {"direction":"…","fields":{…}} a line instead, as printed above, and prints the hex of each.
             A "name" may stand beside them. Frames a device must refuse are built only with "valid": false in the fields.
  --help     this text

Card numbers in answers are masked. Requests, numbers keyed on a pad and signatures are shown as they are: treat the output like the capture.
Exit codes: 0 every line was read (faults in frames are findings, not errors), 1 a line could not be read, 2 wrong arguments.
`;

/** No read of any of these links is longer than a few thousand bytes; a pasted hexdump may be. */
const MAX_LINE_LENGTH = 256 * 1_024;
const MAX_PIECE_BYTES = 64 * 1_024;

export type Streams = { readonly input: AsyncIterable<string | Uint8Array>; readonly say: (text: string) => void; readonly complain: (text: string) => void };
type Request = { readonly name: ProtocolName; readonly encode: boolean };

function readRequest(args: readonly string[]): Request | 'help' | { readonly reason: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], strict: true, allowPositionals: true, options: { encode: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return 'help';
    const [given, ...more] = positionals;
    const name = NAMES.find((known) => known === given);
    if (name === undefined) return { reason: given === undefined ? 'which protocol?' : `"${given}" is no protocol: ${NAMES.join(', ')}` };
    return more.length > 0 ? { reason: `"${more.join(' ')}" is too much: bytes come on standard input` } : { name, encode: values.encode };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the exit code. */
export async function runInspect(args: readonly string[], streams: Streams): Promise<number> {
  const request = readRequest(args);
  if (request === 'help') {
    streams.say(HELP);
    return 0;
  }
  if ('reason' in request) {
    streams.complain(`inspect: ${request.reason}\n\n${HELP}`);
    return 2;
  }
  const protocol = PROTOCOLS[request.name];
  return request.encode ? encodeAll(protocol, streams) : decodeAll(protocol, streams);
}

async function decodeAll(protocol: Protocol, { input, say, complain }: Streams): Promise<number> {
  const pieces = createPieces(MAX_PIECE_BYTES);
  const print = (done: readonly Piece[]): void => {
    for (const { line, bytes } of done) for (const found of protocol.inspect(bytes)) say(`${JSON.stringify({ line, ...found })}\n`);
  };
  let wrong = 0;
  for await (const line of readLines(input, MAX_LINE_LENGTH)) {
    const read = line.tooLong ? tooLong() : readCaptureLine(line.text);
    if (read.is === 'bytes') print(pieces.add(line.number, read.bytes, read.offset));
    if (read.is !== 'wrong') continue;
    print(pieces.end());
    wrong += 1;
    complain(`inspect: line ${line.number}: ${read.reason}\n`);
  }
  print(pieces.end());
  return wrong === 0 ? 0 : 1;
}

function tooLong(): { readonly is: 'wrong'; readonly reason: string } {
  return { is: 'wrong', reason: `longer than ${MAX_LINE_LENGTH} characters` };
}

async function encodeAll(protocol: Protocol, { input, say, complain }: Streams): Promise<number> {
  let wrong = 0;
  for await (const line of readLines(input, MAX_LINE_LENGTH)) {
    if (!line.tooLong && line.text.trim() === '') continue;
    const built = buildLine(protocol, line);
    if (built.ok) say(`${toHex(built.bytes)}\n`);
    else {
      wrong += 1;
      complain(`inspect: line ${line.number}: ${built.reason}\n`);
    }
  }
  return wrong === 0 ? 0 : 1;
}

function buildLine(protocol: Protocol, line: InputLine): ReturnType<Protocol['build']> {
  if (line.tooLong) return { ok: false, reason: tooLong().reason };
  const message = parseObject(line.text);
  if (message === undefined) return { ok: false, reason: 'not a JSON object' };
  const fields = recordOf(message['fields']);
  if (fields === undefined) return { ok: false, reason: '"fields" must be an object' };
  const direction = protocol.directions.find((known) => known === message['direction']);
  // A control character needs none: it is the same both ways.
  const goesBothWays = message['direction'] === undefined && (fields['control'] !== undefined || (fields['cmd'] !== undefined && fields['code'] === undefined));
  if (direction === undefined && !goesBothWays) return { ok: false, reason: `"direction" must be ${protocol.directions.map((known) => `"${known}"`).join(' or ')}` };
  return protocol.build({ direction: direction ?? protocol.directions[0], fields });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined;
}
