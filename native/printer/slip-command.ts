/** `npm run slip`: a sample slip as a picture, as text, as bytes, or on a printer. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDeviceAddress } from '../transport/address.ts';
import type { DeviceAddress } from '../transport/port.ts';
import { createPrinter, refusalText } from './driver.ts';
import { encodeSlip } from './encode.ts';
import { slipPicture, slipText } from './picture.ts';
import { sampleSlip } from './samples.ts';

const HELP = `Usage: npm run slip -- --kind cash-receipt|sale|test [--columns 42|48] --out WHERE

  --kind KIND     which sample; test is the test print for a new printer
  --columns N     42 or 48 (default 48)
  --out WHERE     FILE.png   a picture of the paper
                  FILE.txt   its text
                  FILE       the bytes the printer would get
                  tcp://host:9100, serial:///dev/ttyS0?baud=9600, usb:///dev/usb/lp0   a printer
  --help          this text

Exit codes: 0 done, 1 not printed, 2 wrong arguments, 3 sent, but nobody knows whether it printed.
`;

type Request = { readonly kind: 'cash-receipt' | 'sale' | 'test'; readonly columns: 42 | 48; readonly out: string };
type Parsed = { readonly ok: true; readonly request: Request | 'help' } | { readonly ok: false; readonly reason: string };

export function readRequest(args: readonly string[]): Parsed {
  const options = { kind: { type: 'string' }, columns: { type: 'string', default: '48' }, out: { type: 'string' }, help: { type: 'boolean', default: false } } as const;
  try {
    const { values } = parseArgs({ args: [...args], strict: true, options });
    if (values.help) return { ok: true, request: 'help' };
    const kind = (['cash-receipt', 'sale', 'test'] as const).find((name) => name === values.kind);
    if (kind === undefined) return { ok: false, reason: '--kind must be cash-receipt, sale or test' };
    if (values.columns !== '42' && values.columns !== '48') return { ok: false, reason: '--columns must be 42 or 48' };
    if (values.out === undefined || values.out === '') return { ok: false, reason: '--out must name a file or a printer' };
    return { ok: true, request: { kind, columns: values.columns === '42' ? 42 : 48, out: values.out } };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the exit code. */
export async function runSlipCommand(args: readonly string[], say: (text: string) => void, complain: (text: string) => void): Promise<number> {
  const parsed = readRequest(args);
  if (!parsed.ok) {
    complain(`slip: ${parsed.reason}\n\n${HELP}`);
    return 2;
  }
  if (parsed.request === 'help') {
    say(HELP);
    return 0;
  }
  const { out } = parsed.request;
  if (!/^[a-z]+:\/\//.test(out)) return writeSlip(parsed.request, resolve(out), say, complain);
  const address = parseDeviceAddress(out);
  if (!address.ok) {
    complain(`slip: ${address.reason}\n`);
    return 2;
  }
  return printSlip(parsed.request, address.address, say, complain);
}

function writeSlip(request: Request, path: string, say: (text: string) => void, complain: (text: string) => void): number {
  const { kind, columns } = request;
  const encoded = encodeSlip(sampleSlip(kind, columns), { columns });
  if (!encoded.ok) {
    complain(`slip: ${refusalText(encoded.refusal)}\n`);
    return 1;
  }
  const picture = path.endsWith('.png');
  const content = picture ? slipPicture(encoded.bytes, columns) : path.endsWith('.txt') ? slipText(encoded.bytes, columns) : encoded.bytes;
  try {
    writeFileSync(path, content);
  } catch (error) {
    complain(`slip: ${path} was not written: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  say(`${kind} slip, ${columns} columns, ${encoded.bytes.length} bytes for the printer: ${path}\n`);
  return 0;
}

async function printSlip(request: Request, address: DeviceAddress, say: (text: string) => void, complain: (text: string) => void): Promise<number> {
  const printer = createPrinter({ address, columns: request.columns });
  const outcome = await printer.print(sampleSlip(request.kind, request.columns));
  await printer.close();
  switch (outcome.state) {
    case 'confirmed':
      say(`printed (${outcome.evidence})${outcome.nearEnd ? '; the paper is running low' : ''}\n`);
      return 0;
    case 'unknown':
      complain(`slip: sent, but it is not known whether it printed (${outcome.reason}): ${outcome.detail}. Look at the printer before printing again.\n`);
      return 3;
    case 'failed':
      complain(`slip: not printed (${outcome.cause}): ${outcome.detail}. ${outcome.bytesWritten ? 'A part of it may be out.' : 'Nothing is out.'}\n`);
      return 1;
  }
}

if (import.meta.main) {
  process.exitCode = await runSlipCommand(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
