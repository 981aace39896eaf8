import { windowOfPath, type WindowKind } from './origin.ts';
import { MAX_CALL_LENGTH } from './sender.ts';

export const INVOKE_CHANNEL = 'gyesandae:invoke';
export const PUSH_CHANNEL = 'gyesandae:push';
export const BRIDGE_NAME = 'gyesandae';

/** A page needs one listener; a few more allow for hot reload in development. */
const MAX_PUSH_LISTENERS = 16;

/** The slice of Electron's ipcRenderer that the preload lends to the bridge; it never reaches the page. */
export type PreloadIpc = {
  invoke(channel: string, raw: string): Promise<unknown>;
  on(channel: string, listener: (event: unknown, raw: unknown) => void): unknown;
};

/** `window.gyesandae` as a page sees it. Strings in, strings out: both shells carry the same thing. */
export type Bridge = {
  /** One call; answers the JSON envelope of the contract. Rejects only for what is not a string or far too long. */
  invoke(raw: string): Promise<string>;
  /** Hears every push meant for this window, as JSON `{ev, data}`. */
  onPush(listener: (raw: string) => void): void;
  readonly window: WindowKind;
};

export const makeBridge = (ipc: PreloadIpc, pathname: string): Bridge => {
  let listeners = 0;
  return Object.freeze({
    invoke: async (raw: string): Promise<string> => {
      if (typeof raw !== 'string' || raw.length > MAX_CALL_LENGTH) throw new TypeError('a call is one string of at most 262,144 characters');
      const answer = await ipc.invoke(INVOKE_CHANNEL, raw);
      if (typeof answer !== 'string') throw new TypeError('the main process answered something that is not a string');
      return answer;
    },
    onPush: (listener: (raw: string) => void): void => {
      if (typeof listener !== 'function') throw new TypeError('onPush takes a function');
      if (listeners >= MAX_PUSH_LISTENERS) throw new RangeError(`at most ${MAX_PUSH_LISTENERS} push listeners`);
      listeners += 1;
      ipc.on(PUSH_CHANNEL, (_event, raw) => {
        if (typeof raw === 'string') listener(raw);
      });
    },
    window: windowOfPath(pathname),
  });
};
