import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { browserSession, onPageGone, takePage, type PageTarget } from './browser.ts';
import { guarded, notImplemented, onlyEvents } from './guard.ts';
import { assertMenuRemoved } from './menu.ts';
import { assertEverythingDenied } from './session.ts';
import { makeWebContents, type WebContents } from './web-contents.ts';

export type WindowOptions = Readonly<Record<string, unknown>> & { readonly webPreferences?: Readonly<Record<string, unknown>> };

const ALLOWED_OPTIONS: ReadonlySet<string> = new Set([
  'x', 'y', 'width', 'height', 'useContentSize', 'show', 'kiosk', 'title', 'backgroundColor', 'autoHideMenuBar', 'webPreferences',
]);
/** Preferences that must be written out with exactly this value: leaving them to a default is how they get lost. */
const REQUIRED_PREFERENCES: Readonly<Record<string, boolean>> = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true };
const ALLOWED_PREFERENCES: ReadonlySet<string> = new Set([...Object.keys(REQUIRED_PREFERENCES), 'preload', 'devTools', 'spellcheck']);
const EVENTS: readonly string[] = ['ready-to-show', 'closed'];
const SHOW_LIMIT_MS = 10_000;
const PLACING_ATTEMPTS = 20;

export type ContentBounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type AcceptedOptions = { readonly bounds: ContentBounds; readonly kiosk: boolean; readonly preload: string };

const numberOption = (options: WindowOptions, name: string): number => {
  const value = options[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : notImplemented(`a BrowserWindow without a whole number as ${name}`);
};

/** Throws for every option this host does not honour and every preference that would open the page further than ours need. */
export const acceptOptions = (options: WindowOptions): AcceptedOptions => {
  for (const name of Object.keys(options)) if (!ALLOWED_OPTIONS.has(name)) notImplemented(`the BrowserWindow option ${name}`);
  if (options['useContentSize'] !== true) notImplemented('a BrowserWindow without useContentSize: true');
  if (options['show'] !== false) notImplemented('a BrowserWindow without show: false');
  const preferences = options.webPreferences ?? {};
  for (const name of Object.keys(preferences)) if (!ALLOWED_PREFERENCES.has(name)) notImplemented(`webPreferences.${name}`);
  for (const [name, value] of Object.entries(REQUIRED_PREFERENCES)) {
    if (preferences[name] !== value) notImplemented(`webPreferences.${name} other than written out as ${value}`);
  }
  const preload = preferences['preload'];
  if (typeof preload !== 'string') return notImplemented('a BrowserWindow without preload');
  const bounds = { x: numberOption(options, 'x'), y: numberOption(options, 'y'), width: numberOption(options, 'width'), height: numberOption(options, 'height') };
  return { bounds, kiosk: options['kiosk'] === true, preload };
};

/** Calls `onNever` unless the answer is called within `limitMs`: a window that is never shown is a till nobody can use. */
export const watchShown = (onNever: () => void, limitMs: number = SHOW_LIMIT_MS): (() => void) => {
  const timer = setTimeout(onNever, limitMs);
  timer.unref();
  return () => clearTimeout(timer);
};

const readViewport = async (page: PageTarget): Promise<{ width: number; height: number } | null> => {
  const { result } = await page.session.send('Runtime.evaluate', { expression: '`${innerWidth}x${innerHeight}`', returnByValue: true });
  const match = /^(\d+)x(\d+)$/.exec(String(result.value));
  return match === null ? null : { width: Number(match[1]), height: Number(match[2]) };
};

/** Moves the window so that its page has exactly the size asked for: frame and title bar are measured, not guessed. */
const place = async (page: PageTarget, { bounds, kiosk }: AcceptedOptions): Promise<void> => {
  const browser = browserSession();
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: page.targetId });
  const outer = { left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height };
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  await browser.send('Browser.setWindowBounds', { windowId, bounds: outer });
  for (let attempt = 0; attempt < PLACING_ATTEMPTS; attempt += 1) {
    const viewport = await readViewport(page);
    if (viewport?.width === bounds.width && viewport.height === bounds.height) break;
    // Resizing is asynchronous: give it a moment before believing that there is a frame.
    await delay(25);
    const settled = await readViewport(page);
    if (settled === null || attempt % 4 !== 3) continue;
    outer.width += bounds.width - settled.width;
    outer.height += bounds.height - settled.height;
    await browser.send('Browser.setWindowBounds', { windowId, bounds: outer });
  }
  if (kiosk) await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
};

const windows = new Set<BrowserWindow>();
const targets = new Map<string, BrowserWindow>();
let onAllClosed: () => void = () => {};
let onNeverShown: (problem: string) => void = () => {};

/** Told by the app module: what happens when the last window closes, and when one is never shown. */
export const connectWindows = (hooks: { allClosed(): void; neverShown(problem: string): void }): void => {
  onAllClosed = hooks.allClosed;
  onNeverShown = hooks.neverShown;
};

// A class because the shell says `new BrowserWindow`; the work is in the functions above.
export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...windows].find(window => window.webContents === contents) ?? null;
  }

  readonly webContents: WebContents;
  private readonly inner: ReturnType<typeof makeWebContents>;
  private readonly attached: Promise<PageTarget>;
  private readonly accepted: AcceptedOptions;
  private minimized = false;
  private shown = false;
  private markShown: () => void = () => {};

  constructor(options: WindowOptions) {
    super();
    assertEverythingDenied();
    assertMenuRemoved();
    this.accepted = acceptOptions(options);
    this.inner = makeWebContents(this.accepted.preload);
    this.webContents = this.inner.contents;
    this.webContents.close = () => this.close();
    windows.add(this);
    this.attached = this.attach();
    this.attached.catch(() => {}); // loadURL reports it
    this.inner.onceLoaded(() => {
      if (!this.shown) this.markShown = watchShown(() => onNeverShown('a window was loaded but never shown'));
    });
    // eslint-disable-next-line no-constructor-return -- what the shell gets must throw for what is not there
    return guarded('BrowserWindow', this);
  }

  private async attach(): Promise<PageTarget> {
    const page = await takePage();
    targets.set(page.targetId, this);
    onPageGone(page.targetId, () => this.gone());
    await this.inner.attach(page);
    return page;
  }

  override on(event: string, listener: (...args: unknown[]) => void): this {
    onlyEvents('BrowserWindow', EVENTS, event);
    return super.on(event, listener);
  }

  override once(event: string, listener: (...args: unknown[]) => void): this {
    onlyEvents('BrowserWindow', EVENTS, event);
    return super.once(event, listener);
  }

  /** Resolves when the page is loaded and the window has its size. */
  async loadURL(url: string): Promise<void> {
    const page = await this.attached;
    const placed = place(page, this.accepted);
    await Promise.all([this.inner.load(page, url), placed]);
    this.emit('ready-to-show');
  }

  show(): void {
    this.shown = true;
    this.markShown();
    this.focus();
  }

  focus(): void {
    this.command(async page => {
      await page.session.send('Page.bringToFront', {});
    });
  }

  minimize(): void {
    this.minimized = true;
    this.setState('minimized');
  }

  restore(): void {
    this.minimized = false;
    this.setState('normal');
  }

  /** Whether the shell has shown it: Chromium itself cannot hide a window. */
  isVisible(): boolean {
    return this.shown;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  getContentSize(): readonly [number, number] {
    return [this.accepted.bounds.width, this.accepted.bounds.height];
  }

  close(): void {
    this.command(async page => {
      await browserSession().send('Target.closeTarget', { targetId: page.targetId });
    });
  }

  /** Its page is gone, or the program is ending. */
  gone(): void {
    if (!windows.delete(this)) return;
    this.inner.markDestroyed();
    this.markShown();
    for (const [targetId, window] of targets) if (window === this) targets.delete(targetId);
    this.emit('closed');
    if (windows.size === 0) onAllClosed();
  }

  /** Chromium tells nobody that a window was minimised by hand; ask before it matters. */
  async refreshState(): Promise<void> {
    const page = await this.attached;
    const { bounds } = await browserSession().send('Browser.getWindowForTarget', { targetId: page.targetId });
    this.minimized = bounds.windowState === 'minimized';
  }

  private setState(windowState: 'minimized' | 'normal'): void {
    this.command(async page => {
      const { windowId } = await browserSession().send('Browser.getWindowForTarget', { targetId: page.targetId });
      await browserSession().send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    });
  }

  /** Electron's window commands answer nothing; a page that is just going away is no reason to fail. */
  private command(run: (page: PageTarget) => Promise<void>): void {
    this.attached.then(run).catch((problem: unknown) => {
      if (!this.isDestroyed()) process.stderr.write(`Chromium host: ${String(problem)}\n`);
    });
  }
}

/** Playwright finds the window of a page by its target. */
export const webContents = guarded('webContents', {
  fromDevToolsTargetId: (targetId: string): WebContents | undefined => targets.get(targetId)?.webContents,
  getAllWebContents: (): readonly WebContents[] => [...windows].map(window => window.webContents),
});
