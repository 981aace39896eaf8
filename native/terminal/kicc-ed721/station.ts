/** The line to an ED-721 between and during trades: kept open, listened on while idle, opened anew when it has died. */
import { createTransport } from '../../transport/create.ts';
import type { DeviceAddress } from '../../transport/port.ts';
import { openLine, type Line } from '../../wire/line.ts';
import type { NotSentCause, TerminalLimits } from '../port.ts';
import { createKiccReader, KICC_ACK, type KiccFrame } from './codec.ts';
import type { Memory } from './memory.ts';
import { askInformation, initialise, takeOther, TRANSACTION, type KiccCall } from './trade.ts';

export type StationFailed = { readonly ok: false; readonly cause: NotSentCause; readonly detail: string };
export type Opened = { readonly ok: true; readonly call: KiccCall } | StationFailed;

export type Station = {
  /** An open line, nobody else listening on it. */
  call(): Promise<Opened>;
  /** The same, and the terminal has answered on it and is at nothing else. */
  ready(): Promise<Opened>;
  /** Nobody asks for anything: what comes is acknowledged and kept. */
  listen(): void;
  /** A line nobody answers on is closed: what comes on it later could not be told from an answer. */
  hangUp(): Promise<void>;
  /** False while the terminal may still be at an earlier trade. */
  setSettled(settled: boolean): void;
  nextCnt(): number;
  isOpen(): boolean;
  close(): Promise<void>;
};

export function createStation(address: DeviceAddress, limits: TerminalLimits, memory: Memory): Station {
  const transport = createTransport(address, { openTimeoutMs: limits.connectTimeoutMs, writeTimeoutMs: limits.writeTimeoutMs });
  let line: Line<KiccFrame> | undefined;
  let idle: { readonly end: () => Promise<void> } | undefined;
  let settled = false;
  let cnt = 0;
  const nextCnt = (): number => (cnt = (cnt % 255) + 1);

  async function call(): Promise<Opened> {
    await idle?.end();
    idle = undefined;
    if (line?.isOpen() !== true) {
      await line?.close();
      line = undefined;
      settled = false;
      const opened = await openLine(transport, createKiccReader());
      if (!opened.ok) return { ok: false, cause: 'unreachable', detail: opened.detail };
      line = opened.line;
    }
    return { ok: true, call: { line, limits, nextCnt, onForeign: memory.foreign, onEnded: memory.ended } };
  }

  async function hangUp(): Promise<void> {
    await line?.close();
    line = undefined;
  }

  async function ready(): Promise<Opened> {
    const wasOpen = line?.isOpen() === true;
    const opened = await call();
    if (!opened.ok) return opened;
    const prepared = settled ? ({ ok: true } as const) : await initialise(opened.call);
    const answers = prepared.ok ? await askInformation(opened.call) : prepared;
    if (answers.ok) return opened;
    await hangUp();
    // A line kept from before may have died unnoticed. Nothing that moves money was sent on it, so a new one may be tried.
    return wasOpen && answers.cause === 'unreachable' ? ready() : answers;
  }

  return {
    call, ready, hangUp, nextCnt,
    listen: () => {
      if (line?.isOpen() === true) idle = listenIdle(line, memory);
    },
    isOpen: () => line?.isOpen() === true,
    setSettled: (value) => (settled = value),
    close: async () => {
      await idle?.end();
      await hangUp();
    },
  };
}

const FOREVER_MS = 2 ** 31 - 1;

function listenIdle(line: Line<KiccFrame>, memory: Memory): { readonly end: () => Promise<void> } {
  const ending = new AbortController();
  async function run(): Promise<void> {
    while (!ending.signal.aborted && line.isOpen()) {
      const heard = await line.receive(FOREVER_MS);
      if (heard.kind === 'dropped') return;
      if (heard.kind !== 'job' || heard.rcd === undefined) continue;
      if (heard.rcd === '00') await takeOther({ line, onForeign: memory.foreign }, heard);
      else {
        await line.write(KICC_ACK);
        if (heard.job === TRANSACTION) memory.ended(heard.body);
      }
    }
  }
  const done = run();
  return {
    end: async () => {
      ending.abort();
      line.interrupt();
      await done;
    },
  };
}
