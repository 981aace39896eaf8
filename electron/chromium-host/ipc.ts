import { guarded, notImplemented } from './guard.ts';
import type { WebContents } from './web-contents.ts';

export type FrameFacts = { readonly origin: string; readonly parent: object | null };
export type IpcEvent = { readonly sender: WebContents; readonly senderFrame: FrameFacts | null };
export type IpcHandler = (event: IpcEvent, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, IpcHandler>();

export const ipcMain = guarded('ipcMain', {
  handle: (channel: string, handler: IpcHandler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

type Call = { readonly id: number; readonly channel: string; readonly args: readonly unknown[] };

const readCall = (payload: string): Call | null => {
  const call: unknown = JSON.parse(payload);
  if (typeof call !== 'object' || call === null) return null;
  if (!('id' in call) || !('channel' in call) || !('args' in call)) return null;
  const { id, channel, args } = call;
  return typeof id === 'number' && typeof channel === 'string' && Array.isArray(args) ? { id, channel, args } : null;
};

/** Runs the handler of a call that came through the binding; answers the text for the page, or null when there is nobody to answer. */
export const answerCall = async (payload: string, event: IpcEvent): Promise<string | null> => {
  let call: Call | null = null;
  try {
    call = readCall(payload);
    if (call === null) return null;
    const handler = handlers.get(call.channel);
    if (handler === undefined) throw new Error(`No handler registered for '${call.channel}'`);
    const value = await handler(event, ...call.args);
    if (typeof value !== 'string') notImplemented(`answering a call with ${typeof value} instead of a string`);
    return JSON.stringify({ id: call.id, value });
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return call === null ? null : JSON.stringify({ id: call.id, problem: `Error invoking remote method '${call.channel}': ${words}` });
  }
};
