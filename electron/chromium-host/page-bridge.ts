/**
 * Runs inside the page, before any script of it: gives the preload its `require('electron')`, takes the binding to the main process away from
 * the page, and takes away what a browser has and Electron's window has not (accelerators, context menu, window.open, files dropped on it).
 * Sent as source text: it may use nothing from outside its own braces.
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

export const installPageBridge = (page: PageWindow, bindingName: string, preload: Preload): void => {
  const binding: unknown = Reflect.get(page, bindingName);
  Reflect.deleteProperty(page, bindingName);
  if (page !== page.top || !page.location.hostname.endsWith('.invalid') || typeof binding !== 'function') return;
  // Copies, so that a page which alters the built-ins later does not alter the bridge.
  const { parse, stringify } = JSON;
  const calls = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

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
  page.addEventListener('contextmenu', block, { capture: true });
  page.addEventListener('wheel', event => event.ctrlKey === true && event.preventDefault(), { capture: true, passive: false });
  page.addEventListener('dragover', block, { capture: true });
  page.addEventListener('drop', block, { capture: true });
  Object.defineProperty(page, 'open', { value: () => null });

  Object.defineProperty(page, `${bindingName}_in`, {
    value: (text: string) => {
      const message: Incoming = parse(text);
      if (message.channel !== undefined) {
        for (const listener of listeners.get(message.channel) ?? []) listener({}, message.raw);
        return;
      }
      const call = calls.get(message.id ?? 0);
      calls.delete(message.id ?? 0);
      if (message.problem === undefined) call?.resolve(message.value);
      else call?.reject(new Error(message.problem));
    },
  });

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (args.some(argument => typeof argument !== 'string')) throw new TypeError('Chromium host: only strings cross the bridge');
        lastId += 1;
        calls.set(lastId, { resolve, reject });
        binding(stringify({ id: lastId, channel, args }));
      }),
    on: (channel: string, listener: Listener): object => {
      const known = listeners.get(channel);
      if (known === undefined) listeners.set(channel, [listener]);
      else known.push(listener);
      return ipcRenderer;
    },
  };
  // As Electron's contextBridge: what the page gets is a frozen copy whose functions hide their own properties.
  const exposed = (value: unknown): unknown => {
    if (typeof value === 'function') return Object.freeze((...args: unknown[]): unknown => Reflect.apply(value, undefined, args));
    if (Array.isArray(value)) return Object.freeze(value.map(exposed));
    if (typeof value === 'object' && value !== null) {
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, exposed(member)])));
    }
    return value;
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (name in page) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(page, name, { value: exposed(api), enumerable: true });
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
export const pageScript = (bindingName: string, preloadSource: string): string =>
  `(${installPageBridge.toString()})(window, ${JSON.stringify(bindingName)}, function (require, module, exports) {${preloadSource}\n});`;
