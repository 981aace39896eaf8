/**
 * The one owner of a printer. Requests are served one after the other; the line is opened for each and closed after
 * it, so that a network printer can be shared and a line that died overnight is never mistaken for a good one.
 */
import { createTransport } from '../transport/create.ts';
import type { DeviceAddress, Transport } from '../transport/port.ts';
import { openConversation } from './conversation.ts';
import { drawerKick, encodeSlip } from './encode.ts';
import { kickWithoutPaper, runJob } from './job.ts';
import type { PaperColumns, SlipRefusal } from './layout.ts';
import { DEFAULT_PRINTER_LIMITS, type DrawerOutcome, type DrawerPulse, type FailureCause, type Printer, type PrinterLimits, type PrintOutcome, type StatusOutcome } from './port.ts';
import { notReadyCause } from './status.ts';

export type PrinterOptions = {
  readonly address: DeviceAddress;
  readonly columns: PaperColumns;
  readonly limits?: Partial<PrinterLimits>;
  /** Connector pin of the drawer; 2 for nearly every one. */
  readonly drawerPin?: 2 | 5;
};

type Refused = 'busy' | 'closed';

export function createPrinter(options: PrinterOptions): Printer {
  const limits: PrinterLimits = { ...DEFAULT_PRINTER_LIMITS, ...options.limits };
  const pin = options.drawerPin ?? 2;
  const transport = createTransport(options.address, { openTimeoutMs: limits.connectTimeoutMs, writeTimeoutMs: limits.writeTimeoutMs });
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;
  let jobs = 0;
  let echoes = true;

  /** One after the other, with a limit on how many wait. */
  async function serially<Outcome>(act: () => Promise<Outcome>, refused: (why: Refused) => Outcome): Promise<Outcome> {
    if (closed) return refused('closed');
    if (waiting >= limits.maxRequests) return refused('busy');
    waiting += 1;
    const mine = tail.then(act);
    tail = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  }

  async function printNow(slip: Uint8Array, openDrawer: boolean): Promise<PrintOutcome> {
    if (!options.address.answers) {
      return writeBlind(transport, openDrawer ? joined(drawerKick(pin), slip) : slip, options.address.kind === 'file', openDrawer);
    }
    const opened = await openConversation(transport);
    if (!opened.ok) return failed('unreachable', opened.detail, openDrawer ? 'not-sent' : 'not-asked');
    jobs += 1;
    const processId = echoes ? (jobs % 36 ** 4).toString(36).toUpperCase().padStart(4, '0') : undefined;
    try {
      const { outcome, echoMissing } = await runJob(opened.line, { slip, drawerPin: openDrawer ? pin : undefined, processId }, limits);
      if (echoMissing) echoes = false;
      return outcome;
    } finally {
      await opened.line.close();
    }
  }

  return {
    print: async (document, { openDrawer = false } = {}) => {
      const notSent = openDrawer ? 'not-sent' : 'not-asked';
      const encoded = encodeSlip(document, { columns: options.columns });
      if (!encoded.ok) return failed('not-encodable', refusalText(encoded.refusal), notSent);
      return serially(() => printNow(encoded.bytes, openDrawer), (why) => failed(why, refusedText(why), notSent));
    },
    openDrawer: () => serially(() => kick(transport, options.address, pin, limits), (why) => ({ state: 'failed', cause: why, detail: refusedText(why) })),
    status: () => serially(() => askOnce(transport, options.address, limits), (why) => ({ reachable: false, cause: why, detail: refusedText(why) })),
    close: async () => {
      closed = true;
      await tail;
      await transport.close();
    },
  };
}

async function kick(transport: Transport, address: DeviceAddress, pin: 2 | 5, limits: PrinterLimits): Promise<DrawerOutcome> {
  if (!address.answers) {
    const sent = await writeBlind(transport, drawerKick(pin), address.kind === 'file', true);
    if (sent.state === 'confirmed' || sent.drawer === 'sent') return { state: 'sent' };
    return sent.state === 'failed' ? { state: 'failed', cause: 'unreachable', detail: sent.detail } : { state: 'unknown', detail: sent.detail };
  }
  const opened = await openConversation(transport);
  if (!opened.ok) return { state: 'failed', cause: 'unreachable', detail: opened.detail };
  try {
    // A printer that says nothing may still pass the pulse on, but nobody would know: so it is not tried.
    const status = await opened.line.askStatus(limits.statusTimeoutMs);
    if (!status.ok) return { state: 'failed', cause: 'unreachable', detail: status.detail };
    if (notReadyCause(status.status) !== undefined) return drawerOutcome(await kickWithoutPaper(opened.line, pin));
    const written = await opened.line.write(drawerKick(pin));
    if (written.ok) return { state: 'sent' };
    return written.mayHaveLeft ? { state: 'unknown', detail: written.detail } : { state: 'failed', cause: 'unreachable', detail: written.detail };
  } finally {
    await opened.line.close();
  }
}

async function askOnce(transport: Transport, address: DeviceAddress, limits: PrinterLimits): Promise<StatusOutcome> {
  if (!address.answers) return { reachable: false, cause: 'no-back-channel', detail: 'this line carries nothing back' };
  const opened = await openConversation(transport);
  if (!opened.ok) return { reachable: false, cause: 'unreachable', detail: opened.detail };
  try {
    const asked = await opened.line.askStatus(limits.statusTimeoutMs);
    if (!asked.ok) return { reachable: false, cause: asked.cause === 'silent' ? 'silent' : 'unreachable', detail: asked.detail };
    return { reachable: true, status: asked.status, notReady: notReadyCause(asked.status) };
  } finally {
    await opened.line.close();
  }
}

/** For lines that carry nothing back. An ordinary file that is on the disk has received the slip; a device has only been sent it. */
async function writeBlind(transport: Transport, bytes: Uint8Array, isFile: boolean, withDrawer: boolean): Promise<PrintOutcome> {
  const drawer = (pulse: DrawerPulse): DrawerPulse => (withDrawer ? pulse : 'not-asked');
  const opened = await transport.open({ onData: () => undefined, onDropped: () => undefined });
  if (!opened.ok) return failed('unreachable', opened.detail, drawer('not-sent'));
  try {
    const written = await transport.write(bytes);
    if (!written.ok && !written.mayHaveLeft) return failed('unreachable', written.detail, drawer('not-sent'));
    if (!written.ok && isFile) return { ...failed('unreachable', written.detail, drawer('unknown')), bytesWritten: true };
    if (!written.ok) return { state: 'unknown', reason: 'write-timeout', detail: written.detail, drawer: drawer('unknown') };
    if (isFile) return { state: 'confirmed', evidence: 'file-synced', nearEnd: false, drawer: drawer('sent') };
    return { state: 'unknown', reason: 'no-back-channel', detail: 'the bytes were sent; this line carries nothing back', drawer: drawer('sent') };
  } finally {
    await transport.close();
  }
}

function failed(cause: FailureCause, detail: string, drawer: DrawerPulse): Extract<PrintOutcome, { state: 'failed' }> {
  return { state: 'failed', cause, bytesWritten: false, detail, drawer };
}

function drawerOutcome(pulse: DrawerPulse): DrawerOutcome {
  if (pulse === 'sent') return { state: 'sent' };
  return pulse === 'unknown' ? { state: 'unknown', detail: 'the line dropped in the middle' } : { state: 'failed', cause: 'unreachable', detail: 'the line is closed' };
}

export function refusalText(refusal: SlipRefusal): string {
  return refusal.kind === 'character' ? `${refusal.codePoint} (${refusal.character}) cannot be printed, in "${refusal.text}"` : refusal.reason;
}

function refusedText(why: Refused): string {
  return why === 'busy' ? 'too many requests wait for this printer' : 'the printer was closed';
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([one, two]));
}
