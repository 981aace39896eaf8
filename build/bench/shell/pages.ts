/** What the bench sees of a shell's windows: the browser's own debugging socket, which both shells open for tests only. */
type Message = {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
};
type Waiting = { readonly resolve: (result: Readonly<Record<string, unknown>>) => void; readonly reject: (problem: Error) => void };

export type WindowName = 'cashier' | 'customer';
export type Pages = {
  /** Resolves when the window has said that it is ready. */
  readonly ready: (window: WindowName) => Promise<void>;
  /** Runs an expression in a window that is ready; awaits it when it is a promise. The value must be JSON. */
  readonly evaluate: (window: WindowName, expression: string) => Promise<unknown>;
  /** A command of the debugging protocol to a window that is ready: real keys, wheels and touches. */
  readonly command: (window: WindowName, method: string, params: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  /** Of the browser itself. */
  readonly browser: (method: string, params: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  readonly close: () => void;
};

const MAX_WAITING = 1_000;

const ADDRESS = '/(cashier|customer)\\.html$/.exec(location.pathname)?.[1]';
/** Answers the window's name at the moment the page says it is ready. The page a window is born with never does. */
const UNTIL_READY = `new Promise(resolve => {
  const look = () => { if (document.documentElement?.dataset.ready === 'true') resolve(${ADDRESS}); };
  new MutationObserver(look).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
  look();
})`;

export async function connectPages(url: string): Promise<Pages> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the debugging socket could not be opened')), { once: true });
  });
  const waiting = new Map<number, Waiting>();
  const found = { cashier: Promise.withResolvers<string>(), customer: Promise.withResolvers<string>() };
  let lastId = 0;

  function send(method: string, params: Readonly<Record<string, unknown>>, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    if (waiting.size >= MAX_WAITING) return Promise.reject(new RangeError('too many commands are waiting'));
    lastId += 1;
    const id = lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
    waiting.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    return promise;
  }

  /** Each document has a context of its own; leaving it ends, silently, whatever was asked of it. */
  async function ask(sessionId: string, uniqueContextId: string): Promise<void> {
    const name = await evaluate(sessionId, UNTIL_READY, uniqueContextId).catch(() => null);
    if (name === 'cashier' || name === 'customer') found[name].resolve(sessionId);
  }

  async function evaluate(sessionId: string, expression: string, uniqueContextId?: string): Promise<unknown> {
    const where = uniqueContextId === undefined ? {} : { uniqueContextId };
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, ...where }, sessionId);
    const { result, exceptionDetails } = answer as { result?: { value?: unknown }; exceptionDetails?: unknown };
    if (exceptionDetails !== undefined) throw new Error(`in the page: ${JSON.stringify(exceptionDetails).slice(0, 500)}`);
    return result?.value;
  }

  socket.addEventListener('message', ({ data }) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) settle(waiting, message.id, message);
    else if (message.method === 'Target.attachedToTarget') send('Runtime.enable', {}, String(message.params?.['sessionId'])).catch(() => {});
    else if (message.method === 'Runtime.executionContextCreated' && message.sessionId !== undefined) void ask(message.sessionId, contextOf(message));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the shell is gone'));
    waiting.clear();
  });
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter: [{ type: 'page' }] });
  return {
    ready: async (window) => void (await found[window].promise),
    evaluate: async (window, expression) => evaluate(await found[window].promise, expression),
    command: async (window, method, params) => send(method, params, await found[window].promise),
    browser: (method, params) => send(method, params),
    close: () => socket.close(),
  };
}

function contextOf({ params }: Message): string {
  const { context } = params as { context?: { uniqueId?: string } };
  return context?.uniqueId ?? '';
}

function settle(waiting: Map<number, Waiting>, id: number, { result, error }: Message): void {
  const entry = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) entry?.resolve(result ?? {});
  else entry?.reject(new Error(error.message));
}
