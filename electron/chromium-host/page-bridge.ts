/**
 * Runs inside the page, before any script of it: gives the preload its `require('electron')`, takes the binding to the main process away from
 * the page, and takes away what a browser has and Electron's window has not (accelerators, context menu, window.open, files dropped on it).
 * Sent as source text: no function here may use anything from outside its own braces, except what it is given.
 */

type PageEvent = {
  readonly key?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly target?: unknown;
  preventDefault(): void;
};

/** The slice of a page's `window` this needs; the main process is compiled without the DOM. */
export type PageWindow = {
  readonly top: unknown;
  readonly location: { readonly hostname: string };
  addEventListener(type: string, listener: (event: PageEvent) => void, options: { capture: boolean; passive?: boolean }): void;
};

type Incoming = { channel?: string; id?: number; value?: unknown; problem?: string; raw?: string };
type Listener = (event: object, raw: unknown) => void;
type PreloadModule = { exports: object };
type Preload = (require: (name: string) => object, module: PreloadModule, exports: object) => void;

/** Runs in the page. What a browser's window does and Electron's does not: accelerators, context menu, zooming wheel, dropped files, new windows. */
export const takeBrowserHabitsAway = (page: PageWindow): void => {
  const block = (event: PageEvent): void => event.preventDefault();
  const isEditing = (event: PageEvent): boolean =>
    event.altKey !== true && /^(?:[acvxyz]|Backspace|Delete|Home|End|Arrow(?:Left|Right|Up|Down)|Insert|Control|Shift|Meta)$/i.test(event.key ?? '');
  page.addEventListener(
    'keydown',
    event => {
      const modified = event.ctrlKey === true || event.metaKey === true || event.altKey === true;
      if (/^F\d+$/.test(event.key ?? '') || (modified && !isEditing(event))) event.preventDefault();
    },
    { capture: true },
  );
  const zoom = (event: PageEvent): void => {
    if (event.ctrlKey === true) event.preventDefault();
  };
  page.addEventListener('wheel', zoom, { capture: true, passive: false });
  for (const type of ['contextmenu', 'dragover', 'drop']) page.addEventListener(type, block, { capture: true });
  Object.defineProperty(page, 'open', { value: () => null });
};

/** Runs in the page. As Electron's contextBridge: what the page gets is a frozen copy whose functions hide their own properties. */
export const frozenCopy = function frozenCopy(value: unknown): unknown {
  if (typeof value === 'function') return Object.freeze((...args: unknown[]): unknown => Reflect.apply(value, undefined, args));
  if (Array.isArray(value)) return Object.freeze(value.map(member => frozenCopy(member)));
  if (typeof value === 'object' && value !== null) {
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, frozenCopy(member)])));
  }
  return value;
};

/** Runs in the page. The preload's ipcRenderer, on the binding that was taken from the page. */
export const makePageIpc = (page: PageWindow, bindingName: string, call: (text: string) => void) => {
  // Copies, so that a page which alters the built-ins later does not alter the bridge.
  const { parse, stringify } = JSON;
  const calls = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  Object.defineProperty(page, `${bindingName}_in`, {
    value: (text: string) => {
      const message: Incoming = parse(text);
      if (message.channel !== undefined) {
        for (const listener of listeners.get(message.channel) ?? []) listener({}, message.raw);
        return;
      }
      const waiting = calls.get(message.id ?? 0);
      calls.delete(message.id ?? 0);
      if (message.problem === undefined) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.problem));
    },
  });
  return {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (args.some(argument => typeof argument !== 'string')) throw new TypeError('Chromium host: only strings cross the bridge');
        lastId += 1;
        calls.set(lastId, { resolve, reject });
        call(stringify({ id: lastId, channel, args }));
      }),
    on: (channel: string, listener: Listener): void => {
      const known = listeners.get(channel);
      if (known === undefined) listeners.set(channel, [listener]);
      else known.push(listener);
    },
  };
};

const PARTS = { takeBrowserHabitsAway, frozenCopy, makePageIpc };

export const installPageBridge = (page: PageWindow, bindingName: string, preload: Preload, parts: typeof PARTS): void => {
  const binding: unknown = Reflect.get(page, bindingName);
  Reflect.deleteProperty(page, bindingName);
  if (page !== page.top || !page.location.hostname.endsWith('.invalid') || typeof binding !== 'function') return;
  parts.takeBrowserHabitsAway(page);
  const ipcRenderer = parts.makePageIpc(page, bindingName, text => void Reflect.apply(binding, page, [text]));
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (name in page) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(page, name, { value: parts.frozenCopy(api), enumerable: true });
    },
  };
  const require = (name: string): object => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  const module: PreloadModule = { exports: {} };
  preload(require, module, module.exports);
};

/** The script for `Page.addScriptToEvaluateOnNewDocument`; `preloadSource` is a CommonJS file. */
export const pageScript = (bindingName: string, preloadSource: string): string => {
  const parts = Object.entries(PARTS).map(([name, part]) => `${name}: ${part.toString()}`);
  const preload = `function (require, module, exports) {${preloadSource}\n}`;
  return `(${installPageBridge.toString()})(window, ${JSON.stringify(bindingName)}, ${preload}, {${parts.join(',\n')}});`;
};
