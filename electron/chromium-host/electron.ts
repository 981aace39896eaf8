/**
 * The slice of Electron's API that electron/main.ts uses (and Playwright, to drive it), on an installed Chromium.
 * register.ts puts this module in the place of 'electron'; preload.ts gets its part from page-bridge.ts.
 */
import { guarded } from './guard.ts';
import { defaultSession } from './session.ts';

export { app } from './app.ts';
export { BrowserWindow, webContents } from './browser-window.ts';
export { screen } from './displays.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol } from './schemes.ts';
export { utilityProcess } from './utility-process.ts';

export const session = guarded('session', { defaultSession });
