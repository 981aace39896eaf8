import type { Readable, Writable } from 'node:stream';

/** The commands of the Chrome DevTools Protocol that the host uses, with the parts of their answers it reads. */
export type CdpCommands = {
  'Browser.close': { params: Record<string, never>; result: object };
  'Browser.getWindowForTarget': { params: { targetId?: string }; result: { windowId: number; bounds: CdpBounds } };
  'Browser.grantPermissions': { params: { permissions: readonly string[] }; result: object };
  'Browser.setDownloadBehavior': { params: { behavior: 'deny' }; result: object };
  'Browser.setWindowBounds': { params: { windowId: number; bounds: Partial<CdpBounds> }; result: object };
  'Emulation.getScreenInfos': { params: Record<string, never>; result: { screenInfos: readonly CdpScreen[] } };
  'Fetch.continueRequest': { params: { requestId: string }; result: object };
  'Fetch.enable': { params: { patterns: readonly { urlPattern: string }[] }; result: object };
  'Fetch.failRequest': { params: { requestId: string; errorReason: 'Aborted' | 'BlockedByClient' | 'Failed' }; result: object };
  'Fetch.fulfillRequest': {
    params: { requestId: string; responseCode: number; responseHeaders: readonly { name: string; value: string }[]; body: string };
    result: object;
  };
  'Inspector.enable': { params: Record<string, never>; result: object };
  'Page.addScriptToEvaluateOnNewDocument': { params: { source: string }; result: { identifier: string } };
  'Page.bringToFront': { params: Record<string, never>; result: object };
  'Page.captureScreenshot': { params: { format: 'png' }; result: { data: string } };
  'Page.crash': { params: Record<string, never>; result: object };
  'Page.createIsolatedWorld': { params: { frameId: string; worldName: string }; result: { executionContextId: number } };
  'Page.enable': { params: Record<string, never>; result: object };
  'Page.getFrameTree': { params: Record<string, never>; result: { frameTree: { frame: { id: string } } } };
  'Page.navigate': { params: { url: string }; result: { errorText?: string } };
  'Page.reload': { params: Record<string, never>; result: object };
  'Runtime.addBinding': { params: { name: string }; result: object };
  'Runtime.callFunctionOn': {
    params: { functionDeclaration: string; executionContextId: number; arguments: readonly { value: string }[] };
    result: object;
  };
  'Runtime.enable': { params: Record<string, never>; result: object };
  'Runtime.evaluate': {
    params: { expression: string; awaitPromise?: boolean; returnByValue?: boolean; userGesture?: boolean; contextId?: number };
    result: { result: { value?: unknown }; exceptionDetails?: { text: string } };
  };
  'Target.attachToTarget': { params: { targetId: string; flatten: true }; result: { sessionId: string } };
  'Target.closeTarget': { params: { targetId: string }; result: object };
  'Target.setDiscoverTargets': { params: { discover: true }; result: object };
};

export type CdpBounds = { left: number; top: number; width: number; height: number; windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen' };
export type CdpScreen = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
  readonly devicePixelRatio: number;
  readonly isPrimary: boolean;
  readonly id: string;
};

/** The events the host listens to, with the parts it reads. */
export type CdpEvents = {
  'Fetch.requestPaused': {
    requestId: string;
    frameId: string;
    resourceType: string;
    request: { url: string; method: string; headers: Record<string, string> };
  };
  'Inspector.targetCrashed': object;
  'Page.loadEventFired': object;
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.executionContextCreated': { context: { id: number; origin: string; auxData?: { isDefault?: boolean; frameId?: string } } };
  'Runtime.executionContextDestroyed': { executionContextId: number };
  'Runtime.executionContextsCleared': object;
  'Target.targetCreated': { targetInfo: { targetId: string; type: string; url: string } };
  'Target.targetDestroyed': { targetId: string };
};

export type CdpSession = {
  send<M extends keyof CdpCommands>(method: M, params: CdpCommands[M]['params']): Promise<CdpCommands[M]['result']>;
  on<E extends keyof CdpEvents>(event: E, listener: (params: CdpEvents[E]) => void): void;
};
export type Cdp = CdpSession & {
  session(sessionId: string): CdpSession;
  /** Resolves with the reason once the other side is gone. Never rejects. */
  readonly closed: Promise<string>;
};

/** A command that is not answered in this time is given up: the renderer may be dead without Chromium knowing yet. */
const COMMAND_LIMIT_MS = 30_000;
/** Longest message accepted; a full-screen PNG at 3840×2160 stays below 48 MB. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

type Incoming = { id?: number; method?: string; params?: object; result?: object; error?: { message: string }; sessionId?: string };
type Waiting = { resolve(result: object): void; reject(problem: Error): void; timer: ReturnType<typeof setTimeout> };
type Listener = (params: never) => void;

/** Cuts the byte stream into messages, each ended by a NUL byte. Answers the function that takes the bytes as they come. */
const makeMessageReader = (onMessage: (message: Incoming) => void, onTooLong: () => void): ((data: Buffer) => void) => {
  let pieces: Buffer[] = [];
  let pieceBytes = 0;
  return data => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      const text = Buffer.concat([...pieces, data.subarray(start, end)]).toString('utf8');
      pieces = [];
      pieceBytes = 0;
      start = end + 1;
      const message: Incoming = JSON.parse(text);
      onMessage(message);
    }
    if (start === data.length) return;
    pieces.push(data.subarray(start));
    pieceBytes += data.length - start;
    if (pieceBytes > MAX_MESSAGE_BYTES) onTooLong();
  };
};

/** Calls that wait for their answer, each for a limited time. */
const makeCalls = (write: (text: string) => void) => {
  let lastId = 0;
  let closedReason: string | null = null;
  const waiting = new Map<number, Waiting>();
  return {
    send: (sessionId: string, method: string, params: object): Promise<object> =>
      new Promise((resolve, reject) => {
        if (closedReason !== null) {
          reject(new Error(`${method}: Chromium is gone: ${closedReason}`));
          return;
        }
        lastId += 1;
        const id = lastId;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method}: no answer within ${COMMAND_LIMIT_MS / 1000} s`));
        }, COMMAND_LIMIT_MS);
        timer.unref();
        waiting.set(id, { resolve, reject: problem => reject(new Error(`${method}: ${problem.message}`)), timer });
        write(`${JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) })}\0`);
      }),
    answer: (id: number, message: Incoming): void => {
      const call = waiting.get(id);
      waiting.delete(id);
      clearTimeout(call?.timer);
      if (message.error === undefined) call?.resolve(message.result ?? {});
      else call?.reject(new Error(message.error.message));
    },
    close: (reason: string): void => {
      closedReason ??= reason;
      for (const { reject, timer } of waiting.values()) {
        clearTimeout(timer);
        reject(new Error(`Chromium is gone: ${closedReason}`));
      }
      waiting.clear();
    },
  };
};

/** Speaks CDP over `--remote-debugging-pipe`. */
export const connectCdp = (input: Readable, output: Writable): Cdp => {
  const listeners = new Map<string, Listener[]>();
  const calls = makeCalls(text => void output.write(text));
  const closing = Promise.withResolvers<string>();
  const close = (reason: string): void => {
    calls.close(reason);
    closing.resolve(reason);
  };
  const receive = (message: Incoming): void => {
    if (message.id !== undefined) {
      calls.answer(message.id, message);
      return;
    }
    const key = `${message.sessionId ?? ''} ${message.method}`;
    // The protocol's own types say what an event carries; nothing but Chromium can write into this pipe.
    for (const listener of listeners.get(key) ?? []) listener((message.params ?? {}) as never);
  };
  input.on(
    'data',
    makeMessageReader(receive, () => close('a message longer than 64 MB')),
  );
  input.on('close', () => close('the pipe was closed'));
  input.on('error', problem => close(problem.message));
  output.on('error', problem => close(problem.message));

  const session = (sessionId: string): CdpSession => ({
    // As above: what a command answers is said by the protocol.
    send: (method, params) => calls.send(sessionId, method, params),
    on: (event, listener) => {
      const key = `${sessionId} ${event}`;
      const known = listeners.get(key);
      if (known === undefined) listeners.set(key, [listener]);
      else known.push(listener);
    },
  });
  return { ...session(''), session, closed: closing.promise };
};
