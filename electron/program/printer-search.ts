/** The search for a printer as the window sees it: started, watched while it goes, stopped; one at a time. */
import type { FoundPrinter, PrinterSearch, TriedPrinter } from '../../contract/program.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import { createPrinter } from '../../native/printer/driver.ts';
import { listNetwork, listSerial, listUsb } from '../../native/printer/find/candidates.ts';
import type { Found, FindOptions, Line } from '../../native/printer/find/find.ts';
import { findPrinters } from '../../native/printer/find/find.ts';
import type { NetworkHost } from '../../native/printer/find/networks.ts';
import { sampleSlip } from '../../native/printer/samples.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import { failureOfCause } from '../slips/print-outcomes.ts';

/** What a person can tell apart on one screen; more is no counter. */
const MAX_FOUND = 24;
/** Progress is for the eye. */
const SAY_EVERY_MS = 100;

export type Search = {
  readonly view: () => PrinterSearch;
  readonly start: () => Result<null>;
  readonly stop: () => Result<null>;
  readonly tryOut: (address: string, columns: 42 | 48) => Promise<Result<TriedPrinter>>;
};

const WAITING = { state: 'waiting', asked: 0, of: 0 } as const;
const IDLE: PrinterSearch = { state: 'idle', usb: WAITING, serial: WAITING, network: WAITING, found: [] };

export type SearchOptions = { readonly alsoAsk: readonly NetworkHost[]; readonly changed: () => void; readonly log: (line: string) => void; readonly find?: (options: FindOptions) => Promise<void> };

export function createSearch({ alsoAsk, changed, log, find = findPrinters }: SearchOptions): Search {
  const lists = { usb: listUsb, serial: listSerial, network: listNetwork(alsoAsk) };
  let view: PrinterSearch = IDLE;
  let running: AbortController | null = null;
  let saying: NodeJS.Timeout | null = null;

  function show(change: Partial<PrinterSearch>): void {
    view = { ...view, ...change };
    saying ??= setTimeout(() => {
      saying = null;
      changed();
    }, SAY_EVERY_MS);
  }

  async function look(mine: AbortController): Promise<void> {
    try {
      await find({
        lists,
        signal: mine.signal,
        onFound: (found) => {
          if (view.found.length < MAX_FOUND) show({ found: [...view.found, foundView(found)] });
        },
        onProgress: (line: Line, progress) => show({ [line]: progress }),
      });
    } catch (problem) {
      log(`the search for printers failed: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
    } finally {
      if (running === mine) running = null;
      show({ state: mine.signal.aborted ? 'stopped' : 'done' });
    }
  }

  return {
    view: () => view,
    start: () => {
      if (running !== null) return refuse('printer.search-running');
      running = new AbortController();
      view = { ...IDLE, state: 'looking' };
      show({});
      void look(running);
      return DONE;
    },
    stop: () => {
      running?.abort();
      return DONE;
    },
    tryOut,
  };
}

/** A test slip on a printer that need not be the counter's: opened for it, and closed after it. */
async function tryOut(text: string, columns: 42 | 48): Promise<Result<TriedPrinter>> {
  const address = parseDeviceAddress(text);
  if (!address.ok) return refuse('printer.address-invalid', address.reason);
  const printer = createPrinter({ address: address.address, columns });
  try {
    const outcome = await printer.print(sampleSlip('test', columns));
    if (outcome.state === 'confirmed') return ok({ outcome: 'printed', failure: null });
    if (outcome.state === 'unknown') return ok({ outcome: 'sent', failure: 'printer.unknown' });
    return ok({ outcome: 'failed', failure: outcome.cause === 'busy' || outcome.cause === 'closed' ? 'printer.unreachable' : failureOfCause(outcome.cause) });
  } finally {
    await printer.close();
  }
}

function foundView(found: Found): FoundPrinter {
  const { line, address, where, state } = found;
  const failure: FailureCode | null = found.state === 'not-ready' ? failureOfCause(found.cause) : null;
  return { line, address, where, state, failure };
}
