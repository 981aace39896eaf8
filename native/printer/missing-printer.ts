/** Stands where the printer would be in a shop that has none. It takes nothing and pretends nothing: every slip says that it did not come out. */
import type { Printer } from './port.ts';

/** The detail of every refusal of it. */
export const NO_PRINTER = 'no printer is connected';

export function missingPrinter(): Printer {
  return {
    print: async (_document, { openDrawer = false } = {}) => ({ state: 'failed', cause: 'unreachable', bytesWritten: false, detail: NO_PRINTER, drawer: openDrawer ? 'not-sent' : 'not-asked' }),
    openDrawer: async () => ({ state: 'failed', cause: 'unreachable', detail: NO_PRINTER }),
    status: async () => ({ reachable: false, cause: 'unreachable', detail: NO_PRINTER }),
    close: async () => undefined,
  };
}
