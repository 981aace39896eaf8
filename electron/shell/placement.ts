import type { WindowKind } from './origin.ts';

/** In device-independent pixels, as Electron's screen module gives them. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };
export type DisplayFacts = { readonly id: number; readonly bounds: Rectangle; readonly workArea: Rectangle };

export type Placement = {
  /** Size and place of the page itself, without frame. */
  readonly bounds: Rectangle;
  readonly kiosk: boolean;
};

export const DEFAULT_CASHIER_SIZE: Size = { width: 1366, height: 768 };
export const LONE_CUSTOMER_SIZE: Size = { width: 1024, height: 600 };

const clampedTo = (area: Rectangle, size: Size, offset: Size): Rectangle => {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.max(0, Math.min(offset.width, area.width - width)),
    y: area.y + Math.max(0, Math.min(offset.height, area.height - height)),
    width,
    height,
  };
};

/**
 * Where both windows go. The cashier's is on the primary display, the customer's on the first other one.
 * With a single display the customer's is an ordinary smaller window beside (or over) the cashier's, never a kiosk: it would hide the till.
 * A size that was asked for is kept even when the display is smaller, because screenshots must have it.
 */
export const placeWindows = (
  primaryId: number,
  displays: readonly DisplayFacts[],
  options: { readonly kiosk: boolean; readonly size: Size | null },
): Readonly<Record<WindowKind, Placement>> => {
  const primary = displays.find(display => display.id === primaryId) ?? displays[0];
  if (primary === undefined) throw new Error('no display: a counter needs at least one screen');
  const second = displays.find(display => display.id !== primary.id);
  const cashierBounds =
    options.size === null
      ? clampedTo(primary.workArea, DEFAULT_CASHIER_SIZE, { width: 0, height: 0 })
      : { x: primary.workArea.x, y: primary.workArea.y, ...options.size };
  const cashier: Placement = options.kiosk ? { bounds: primary.bounds, kiosk: true } : { bounds: cashierBounds, kiosk: false };
  if (second !== undefined) return { cashier, customer: { bounds: second.bounds, kiosk: true } };
  const besideCashier = { width: cashierBounds.width + 24, height: 24 };
  return { cashier, customer: { bounds: clampedTo(primary.workArea, LONE_CUSTOMER_SIZE, besideCashier), kiosk: false } };
};
