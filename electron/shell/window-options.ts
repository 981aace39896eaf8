import type { Placement } from './placement.ts';
import type { WindowKind } from './origin.ts';

export const WINDOW_TITLES: Readonly<Record<WindowKind, string>> = { cashier: '계산대', customer: '계산대 · 손님 화면' };

/**
 * Options of a BrowserWindow. Every security-relevant preference is written out, although most are Electron's defaults:
 * the Chromium host refuses to open a window that leaves one of them to chance.
 */
export const windowOptions = (kind: WindowKind, placement: Placement, preloadFile: string, isPackaged: boolean) =>
  ({
    ...placement.bounds,
    useContentSize: true,
    show: false,
    kiosk: placement.kiosk,
    title: WINDOW_TITLES[kind],
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: !isPackaged,
      spellcheck: false,
    },
  }) as const;
