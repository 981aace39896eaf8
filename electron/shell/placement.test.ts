import { describe, expect, it } from 'vitest';
import { placeWindows, type DisplayFacts } from './placement.ts';

const display = (id: number, x: number, width: number, height: number): DisplayFacts => ({
  id,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
});
const till = display(1, 0, 1920, 1080);
const pole = display(2, 1920, 1024, 600);
const plain = { kiosk: false, size: null };

describe('windows are placed', () => {
  it('each on its own display when there are two, the customer over the whole of hers', () => {
    const placed = placeWindows(1, [till, pole], plain);
    expect(placed.cashier).toEqual({ bounds: { x: 0, y: 0, width: 1366, height: 768 }, kiosk: false });
    expect(placed.customer).toEqual({ bounds: pole.bounds, kiosk: true });
  });

  it('by the primary display, not by the order they are listed in', () => {
    expect(placeWindows(1, [pole, till], plain).customer.bounds).toEqual(pole.bounds);
    expect(placeWindows(2, [till, pole], plain).customer.bounds).toEqual(till.bounds);
  });

  it('on one display with the customer as a smaller ordinary window, never covering the till as a kiosk', () => {
    for (const kiosk of [false, true]) {
      const { customer } = placeWindows(1, [till], { kiosk, size: null });
      expect(customer.kiosk).toBe(false);
      expect(customer.bounds).toMatchObject({ width: 1024, height: 600 });
    }
  });

  it('in a kiosk with the cashier over the whole display', () => {
    expect(placeWindows(1, [till], { kiosk: true, size: null }).cashier).toEqual({ bounds: till.bounds, kiosk: true });
  });

  it('at exactly the size that was asked for, even on a smaller display', () => {
    const small = display(1, 0, 1280, 720);
    expect(placeWindows(1, [small], { kiosk: false, size: { width: 1920, height: 1080 } }).cashier.bounds).toMatchObject({ width: 1920, height: 1080 });
  });

  it('inside the work area of a small display when no size was asked for', () => {
    const small = display(1, 0, 1024, 600);
    const placed = placeWindows(1, [small], plain);
    expect(placed.cashier.bounds).toEqual(small.workArea);
    expect(placed.customer.bounds).toEqual(small.workArea);
  });

  it('not at all without a display', () => {
    expect(() => placeWindows(1, [], plain)).toThrow(/no display/);
  });
});
