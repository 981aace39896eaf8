import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { toAppUrl, toPageUrl } from './addresses.ts';
import type { PageTarget } from './browser.ts';
import type { CdpEvents, CdpSession } from './cdp.ts';
import { guarded, notImplemented, onlyEvents } from './guard.ts';
import { answerCall, type FrameFacts } from './ipc.ts';
import { pageScript } from './page-bridge.ts';
import { answerScheme } from './schemes.ts';
import { defaultSession } from './session.ts';

const EVENTS: readonly string[] = ['will-navigate', 'will-attach-webview', 'render-process-gone', 'did-finish-load'];
/** A shell that does not listen to these leaves its window to whatever the page does. */
const REQUIRED_EVENTS: readonly string[] = ['will-navigate', 'will-attach-webview', 'render-process-gone'];
const LOAD_LIMIT_MS = 30_000;

type Preventable = { preventDefault(): void };
type WindowOpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** What one page is to its window. `attach` must have resolved before anything else works. */
const makeContentsState = () => ({
  page: null as PageTarget | null,
  /** Execution context of the main frame's own scripts, while our document is shown; 0 between documents. */
  contextId: 0,
  frames: new Map<number, { frameId: string; origin: string }>(),
  /** The next document request is our own loadURL or reload, about which the shell is not asked. */
  ownNavigation: false,
  ownDocumentShown: false,
  destroyed: false,
  windowOpenDenied: false,
  url: '',
});
type State = ReturnType<typeof makeContentsState>;

const watchContexts = (session: CdpSession, state: State, mainFrame: { origin: string }): void => {
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const frameId = context.auxData?.frameId ?? '';
    const origin = toAppUrl(context.origin);
    state.frames.set(context.id, { frameId, origin });
    const isOurs = context.auxData?.isDefault === true && frameId === state.page?.mainFrameId && origin !== context.origin;
    if (!isOurs) return;
    state.contextId = context.id;
    mainFrame.origin = origin;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    state.frames.delete(executionContextId);
    if (state.contextId === executionContextId) state.contextId = 0;
  });
  session.on('Runtime.executionContextsCleared', () => {
    state.frames.clear();
    state.contextId = 0;
  });
};

const answerRequest = async (session: CdpSession, state: State, events: EventEmitter, paused: CdpEvents['Fetch.requestPaused']): Promise<void> => {
  const { requestId, request } = paused;
  if (request.url.startsWith('data:')) {
    await session.send('Fetch.continueRequest', { requestId });
    return;
  }
  const isMainDocument = paused.resourceType === 'Document' && paused.frameId === state.page?.mainFrameId;
  if (isMainDocument && !state.ownNavigation) {
    let prevented = false;
    events.emit('will-navigate', { preventDefault: () => (prevented = true) } satisfies Preventable, toAppUrl(request.url));
    if (prevented) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
  }
  if (isMainDocument) state.ownNavigation = false;
  const answer = await answerScheme(toAppUrl(request.url), request.method, request.headers);
  if (answer === null) {
    process.stderr.write(`Chromium host: refused a request to ${request.url.slice(0, 100)}\n`);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  if (isMainDocument) {
    state.ownDocumentShown = true;
    state.url = toAppUrl(request.url);
  }
  await session.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders: answer.headers, body: answer.bodyBase64 });
};

/** To that document only: an answer must never reach the calls of the document that came after a reload. */
const deliver = (state: State, bindingName: string, executionContextId: number, text: string): void => {
  if (state.page === null || executionContextId === 0) return;
  const functionDeclaration = `function(text){window[${JSON.stringify(`${bindingName}_in`)}](text)}`;
  // A page that goes away in between does not hear it; as in Electron it asks for the state when it is back.
  state.page.session.send('Runtime.callFunctionOn', { functionDeclaration, executionContextId, arguments: [{ value: text }] }).catch(() => {});
};

const makePicture = (png: Buffer) => guarded('NativeImage', { toPNG: (): Buffer => png });

type Inner = { readonly state: State; readonly events: EventEmitter; readonly mainFrame: { origin: string; readonly parent: null }; readonly bindingName: string };

const attachTo = async (inner: Inner, page: PageTarget, preloadFile: string, onCall: (call: CdpEvents['Runtime.bindingCalled']) => void): Promise<void> => {
  const { state, events, mainFrame, bindingName } = inner;
  state.page = page;
  const own = page.session;
  watchContexts(own, state, mainFrame);
  own.on('Runtime.bindingCalled', onCall);
  own.on('Fetch.requestPaused', paused => {
    answerRequest(own, state, events, paused).catch((problem: unknown) => {
      process.stderr.write(`Chromium host: a request failed: ${String(problem)}\n`);
      own.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }).catch(() => {});
    });
  });
  own.on('Inspector.targetCrashed', () => {
    state.contextId = 0;
    events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 0 });
  });
  own.on('Page.loadEventFired', () => {
    if (state.ownDocumentShown) events.emit('did-finish-load');
  });
  const source = pageScript(bindingName, readFileSync(preloadFile, 'utf8'));
  await Promise.all([
    own.send('Page.enable', {}),
    own.send('Inspector.enable', {}),
    own.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    own.send('Runtime.addBinding', { name: bindingName }),
    own.send('Page.addScriptToEvaluateOnNewDocument', { source }),
    own.send('Runtime.enable', {}),
  ]);
};

const loadUrl = async ({ state, events }: Inner, session: CdpSession, url: string): Promise<void> => {
  if (!state.windowOpenDenied) notImplemented('a window without setWindowOpenHandler that denies');
  for (const event of REQUIRED_EVENTS) if (events.listenerCount(event) === 0) notImplemented(`a window without a listener for ${event}`);
  const loaded = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${url} did not load within ${LOAD_LIMIT_MS / 1000} s`)), LOAD_LIMIT_MS);
    events.once('did-finish-load', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  loaded.catch(() => {});
  state.ownNavigation = true;
  const { errorText } = await session.send('Page.navigate', { url: toPageUrl(url) });
  if (errorText !== undefined) throw new Error(`${errorText} loading ${url}`);
  await loaded;
};

/** The part of webContents that the shell (and Playwright) may touch. */
const publicContents = (inner: Inner) => {
  const { state, events, mainFrame, bindingName } = inner;
  const session = (): CdpSession => state.page?.session ?? notImplemented('using webContents before its window is attached');
  return guarded('webContents', {
    mainFrame,
    session: defaultSession,
    getURL: (): string => state.url,
    on: (event: string, listener: (...args: unknown[]) => void): void => {
      onlyEvents('webContents', EVENTS, event);
      events.on(event, listener);
    },
    setWindowOpenHandler: (handler: WindowOpenHandler): void => {
      if (handler({ url: 'https://example.invalid/' }).action !== 'deny') notImplemented('opening windows from a page');
      state.windowOpenDenied = true;
    },
    send: (channel: string, raw: unknown): void => {
      if (typeof raw !== 'string') notImplemented('sending anything but a string to a page');
      deliver(state, bindingName, state.contextId, JSON.stringify({ channel, raw }));
    },
    executeJavaScript: async (expression: string): Promise<unknown> => {
      const { result, exceptionDetails } = await session().send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails !== undefined) throw new Error(`Script failed to execute: ${exceptionDetails.text}`);
      return result.value;
    },
    capturePage: async () => makePicture(Buffer.from((await session().send('Page.captureScreenshot', { format: 'png' })).data, 'base64')),
    reload: (): void => {
      state.ownNavigation = true;
      session()
        .send('Page.reload', {})
        .catch((problem: unknown) => process.stderr.write(`Chromium host: reload failed: ${String(problem)}\n`));
    },
    forcefullyCrashRenderer: (): void => {
      // A renderer that crashes on command does not answer the command.
      session()
        .send('Page.crash', {})
        .catch(() => {});
    },
    isDestroyed: (): boolean => state.destroyed,
    close: (): void => notImplemented('webContents.close outside a window'),
  });
};

export type WebContents = ReturnType<typeof publicContents>;

/** One page's contents, and what its window needs of them besides. */
export const makeWebContents = (preloadFile: string) => {
  const inner: Inner = {
    state: makeContentsState(),
    events: new EventEmitter(),
    mainFrame: { origin: '', parent: null },
    bindingName: `bridge_${randomBytes(8).toString('hex')}`,
  };
  const { state, events, mainFrame, bindingName } = inner;
  const contents = publicContents(inner);
  const onCall = async ({ name, payload, executionContextId }: CdpEvents['Runtime.bindingCalled']): Promise<void> => {
    if (name !== bindingName) return;
    const frame = state.frames.get(executionContextId);
    const isMain = frame !== undefined && frame.frameId === state.page?.mainFrameId;
    const senderFrame: FrameFacts | null = isMain ? mainFrame : frame === undefined ? null : { origin: frame.origin, parent: mainFrame };
    const answer = await answerCall(payload, { sender: contents, senderFrame });
    if (answer !== null && state.frames.has(executionContextId)) deliver(state, bindingName, executionContextId, answer);
  };
  return {
    contents,
    attach: (page: PageTarget): Promise<void> => attachTo(inner, page, preloadFile, call => void onCall(call)),
    load: (page: PageTarget, url: string): Promise<void> => loadUrl(inner, page.session, url),
    onceLoaded: (listener: () => void): void => void events.once('did-finish-load', listener),
    markDestroyed: (): void => void (state.destroyed = true),
  };
};
