import type { CdpScreen } from './cdp.ts';
import { guarded } from './guard.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Display = { readonly id: number; readonly bounds: Rectangle; readonly workArea: Rectangle; readonly scaleFactor: number };

let displays: readonly Display[] = [];
let primaryId = 0;

const toDisplay = (screenInfo: CdpScreen): Display => ({
  id: Number(screenInfo.id),
  bounds: { x: screenInfo.left, y: screenInfo.top, width: screenInfo.width, height: screenInfo.height },
  workArea: { x: screenInfo.availLeft, y: screenInfo.availTop, width: screenInfo.availWidth, height: screenInfo.availHeight },
  scaleFactor: screenInfo.devicePixelRatio,
});

/** Chromium tells its screens over CDP; read once at the start, before the first window is placed. */
export const setDisplays = (screens: readonly CdpScreen[]): void => {
  displays = screens.map(toDisplay);
  primaryId = Number((screens.find(candidate => candidate.isPrimary) ?? screens[0])?.id ?? 0);
};

export const screen = guarded('screen', {
  getAllDisplays: (): readonly Display[] => {
    if (displays.length === 0) throw new Error("the 'screen' module can't be used before the app 'ready' event");
    return displays;
  },
  getPrimaryDisplay: (): Display => {
    const primary = displays.find(display => display.id === primaryId) ?? displays[0];
    if (primary === undefined) throw new Error("the 'screen' module can't be used before the app 'ready' event");
    return primary;
  },
});
