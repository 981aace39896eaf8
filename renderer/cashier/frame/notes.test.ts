import { describe, expect, it } from 'vitest';
import type { Note } from './notes.ts';
import { addFailedScan, addRefusedScan, MAX_CODES_SHOWN } from './notes.ts';

describe('notes about scans', () => {
  it('count every code and name the latest ones', () => {
    const codes = Array.from({ length: 50 }, (_, index) => `88010000000${String(index).padStart(2, '0')}`);
    const note = codes.reduce<Note | null>((before, code) => addRefusedScan(before, 'counting', code), null);
    expect(note).toEqual({ kind: 'scan-refused', place: 'counting', codes: codes.toReversed().slice(0, MAX_CODES_SHOWN), count: 50 });
  });

  it('start over when the reason is another', () => {
    const counting = addRefusedScan(null, 'counting', 'a1');
    expect(addRefusedScan(counting, 'slip', 'b2')).toMatchObject({ place: 'slip', codes: ['b2'], count: 1 });
    expect(addFailedScan(counting, 'sale.product-unknown', 'c3')).toEqual({ kind: 'scan-failed', code: 'sale.product-unknown', codes: ['c3'], count: 1 });
  });

  it('keep unknown barcodes of one burst together', () => {
    const first = addFailedScan(null, 'sale.product-unknown', 'a1');
    expect(addFailedScan(first, 'sale.product-unknown', 'b2')).toMatchObject({ codes: ['b2', 'a1'], count: 2 });
  });
});
