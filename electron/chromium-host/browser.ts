/** The one running Chromium: started once, its pages handed out one by one, whatever nobody asked for closed again. */
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cdp, CdpSession } from './cdp.ts';
import { findChromium, startChromium, type Chromium } from './chromium.ts';
import { setDisplays } from './displays.ts';

export type PageTarget = { readonly targetId: string; readonly session: CdpSession; readonly mainFrameId: string };

const START_LIMIT_MS = 30_000;
const OPEN_ATTEMPTS = 40;

let chromium: Chromium | null = null;
let firstPage: PageTarget | null = null;
const openPages = new Map<string, PageTarget>();
const goneListeners = new Map<string, () => void>();
let expectPage: ((targetId: string) => void) | null = null;
let opening: Promise<unknown> = Promise.resolve();

const running = (): Cdp => {
  if (chromium === null) throw new Error('Cannot create BrowserWindow before app is ready');
  return chromium.cdp;
};

const nextPage = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      expectPage = null;
      reject(new Error(`Chromium opened no window within ${START_LIMIT_MS / 1000} s`));
    }, START_LIMIT_MS);
    expectPage = targetId => {
      clearTimeout(timer);
      expectPage = null;
      resolve(targetId);
    };
  });

const attach = async (targetId: string): Promise<PageTarget> => {
  const cdp = running();
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
  const session = cdp.session(sessionId);
  const { frameTree } = await session.send('Page.getFrameTree', {});
  const page = { targetId, session, mainFrameId: frameTree.frame.id };
  openPages.set(targetId, page);
  return page;
};

const watchTargets = (cdp: Cdp): void => {
  cdp.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page') return;
    if (expectPage !== null) expectPage(targetInfo.targetId);
    // A window nobody here opened: a middle click, a browser shortcut that slipped through.
    else cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
  });
  cdp.on('Target.targetDestroyed', ({ targetId }) => {
    openPages.delete(targetId);
    goneListeners.get(targetId)?.();
    goneListeners.delete(targetId);
  });
};

/** Starts Chromium on its own profile below `userDataDir`; resolves when its first window and its screens are known. */
export const startBrowser = async (userDataDir: string, onEnd: (reason: string) => void): Promise<void> => {
  const binary = findChromium(process.env['GYESANDAE_CHROMIUM']);
  const extra = (process.env['GYESANDAE_CHROMIUM_SWITCHES'] ?? '').split(' ').filter(word => word !== '');
  const started = await startChromium(binary, path.join(userDataDir, 'chromium'), extra);
  chromium = started;
  const { cdp } = started;
  watchTargets(cdp);
  const ended = cdp.closed.then(reason => {
    throw new Error(`${binary} ended before it opened a window (${reason}). Its last words:\n${started.lastWords()}`);
  });
  const first = nextPage();
  await Promise.race([cdp.send('Target.setDiscoverTargets', { discover: true }), ended]);
  firstPage = await attach(await Promise.race([first, ended]));
  ended.catch(() => {});
  void cdp.closed.then(onEnd);
  // Granting nothing denies the rest: pages see "denied" where they would have been asked about.
  await cdp.send('Browser.grantPermissions', { permissions: [] });
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  const { screenInfos } = await firstPage.session.send('Emulation.getScreenInfos', {});
  setDisplays(screenInfos);
};

/** Opens one more window without address bar: a popup of an app window is one, a window made by `Target.createTarget` is not. */
const openPopup = async (): Promise<PageTarget> => {
  const target = nextPage();
  target.catch(() => {});
  for (let attempt = 0; attempt < OPEN_ATTEMPTS; attempt += 1) {
    const [opener] = openPages.values();
    if (opener === undefined) break;
    try {
      // Its own world: the page's window.open has been taken away. The page may be loading just now, hence the attempts.
      const { executionContextId } = await opener.session.send('Page.createIsolatedWorld', { frameId: opener.mainFrameId, worldName: 'windows' });
      const expression = "void window.open('about:blank', '_blank', 'noopener,popup,width=400,height=300')";
      await opener.session.send('Runtime.evaluate', { expression, userGesture: true, contextId: executionContextId });
      return await attach(await target);
    } catch {
      await delay(50);
    }
  }
  throw new Error('Chromium opened no second window');
};

/** A page for a new BrowserWindow. One at a time, so that each gets its own. */
export const takePage = (): Promise<PageTarget> => {
  const taking = opening.then(() => {
    const page = firstPage;
    firstPage = null;
    return page ?? openPopup();
  });
  opening = taking.catch(() => {});
  return taking;
};

export const onPageGone = (targetId: string, listener: () => void): void => {
  if (openPages.has(targetId)) goneListeners.set(targetId, listener);
  else listener();
};

/** `Target.*` and `Browser.*` commands belong to the browser, not to a page. */
export const browserSession = (): CdpSession => running();

const CLOSE_LIMIT_MS = 3000;

/** Ends Chromium: asks first, then kills. Resolves when it is gone; does nothing when it never started. */
export const endBrowser = async (): Promise<void> => {
  if (chromium === null) return;
  const { cdp, child } = chromium;
  cdp.send('Browser.close', {}).catch(() => {});
  await Promise.race([cdp.closed, delay(CLOSE_LIMIT_MS)]);
  child.kill('SIGKILL');
};
