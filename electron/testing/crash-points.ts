/**
 * Every point at which the power may go: before and after each journal append, before, during and after each act on the outside
 * world. Put around journal, gateway, printer and terminal at the composition root, so that the code under test knows nothing of it, and a
 * step added tomorrow is a point without anyone listing it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Outside } from '../app.ts';

/** Long enough for the request to be on its way, shorter than the simulators take to answer. */
const UNDER_WAY_MS = 25;

type Parts = Parameters<Outside['wrap']>[0];
type TradeEvents = Parameters<Parts['terminal']['trade']>[1];

export function withCrashPoints(parts: Parts, reach: (point: string) => void): Parts {
  const { journal, gateway, printer, terminal } = parts;

  async function act<T>(name: string, carryOut: () => Promise<T>): Promise<T> {
    reach(`before ${name}`);
    const outcome = carryOut();
    await Promise.race([outcome, delay(UNDER_WAY_MS)]);
    reach(`during ${name}`);
    const result = await outcome;
    reach(`after ${name}`);
    return result;
  }

  return {
    ...parts,
    journal: {
      ...journal,
      append: async (entries) => {
        const kinds = entries.map((entry) => entry.kind).join(' + ');
        reach(`before append ${kinds}`);
        const rows = await journal.append(entries);
        reach(`after append ${kinds}`);
        return rows;
      },
    },
    gateway: {
      ...gateway,
      issue: (request) => act('gateway issue', () => gateway.issue(request)),
      cancel: (request) => act('gateway cancel', () => gateway.cancel(request)),
      inquire: (mgtKey) => act('gateway inquiry', () => gateway.inquire(mgtKey)),
    },
    printer: {
      ...printer,
      print: (document, options) => act('slip on the printer', () => printer.print(document, options)),
      openDrawer: () => act('drawer pulse', () => printer.openDrawer()),
    },
    terminal: {
      ...terminal,
      trade: (request, events) => act(`${request.kind} at the terminal`, () => terminal.trade(request, stagesAsPoints(`${request.kind} at the terminal`, events, reach))),
      inquire: (inquiry) => act('inquiry at the terminal', () => terminal.inquire(inquiry)),
    },
  };
}

/** A trade takes its time, and each stage of it is a moment for the power to go. */
function stagesAsPoints(name: string, events: TradeEvents, reach: (point: string) => void): TradeEvents {
  return {
    ...events,
    onStage: (stage) => {
      reach(`${stage} of ${name}`);
      events?.onStage?.(stage);
    },
  };
}
