import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askProcessId, askRealtime, createStatusReader, fromAutomatic, notReadyCause, READY, realtimeDrawerKick, withRealtime, type PrinterMessage } from './status.ts';

function read(...bytes: number[]): PrinterMessage[] {
  return createStatusReader().read(Uint8Array.from(bytes));
}

describe('real-time status, byte by byte', () => {
  it.each([
    [1, 0x12, {}, undefined],
    [1, 0x16, {}, undefined],
    [1, 0x1a, { online: false }, 'offline'],
    [2, 0x12, {}, undefined],
    [2, 0x16, { coverOpen: true }, 'cover-open'],
    [2, 0x32, { paper: 'end' }, 'paper-end'],
    [3, 0x12, {}, undefined],
    [3, 0x1a, { cutterError: true }, 'cutter'],
    [3, 0x32, { unrecoverableError: true }, 'printer-error'],
    [3, 0x52, { recoverableError: true }, undefined],
    [4, 0x12, { paper: 'enough' }, undefined],
    [4, 0x1e, { paper: 'near-end' }, undefined],
    [4, 0x72, { paper: 'end' }, 'paper-end'],
    [4, 0x7e, { paper: 'end' }, 'paper-end'],
  ] as const)('DLE EOT %i answered by %i', (kind, byte, change, cause) => {
    const status = withRealtime(READY, kind, byte);
    expect(status).toEqual({ ...READY, ...change });
    expect(notReadyCause(status)).toBe(cause);
  });

  it('the most specific cause comes first', () => {
    expect(notReadyCause({ ...READY, online: false, coverOpen: true, paper: 'end' })).toBe('cover-open');
    expect(notReadyCause({ ...READY, online: false, paper: 'end' })).toBe('paper-end');
    expect(notReadyCause({ ...READY, cutterError: true, unrecoverableError: true })).toBe('printer-error');
  });
});

describe('automatic status', () => {
  it.each([
    [[0x10, 0, 0, 0], {}],
    [[0x18, 0, 0, 0], { online: false }],
    [[0x38, 0, 0, 0], { online: false, coverOpen: true }],
    [[0x18, 0, 0x0f, 0], { online: false, paper: 'end' }],
    [[0x10, 0, 0x03, 0], { paper: 'near-end' }],
    [[0x18, 0x08, 0, 0], { online: false, cutterError: true }],
    [[0x18, 0x20, 0, 0], { online: false, unrecoverableError: true }],
    [[0x18, 0x40, 0, 0], { online: false, recoverableError: true }],
  ] as const)('%j', (bytes, change) => {
    const [one, two, three, four] = bytes;
    expect(read(one, two, three, four)).toEqual([{ kind: 'automatic', bytes: [one, two, three, four] }]);
    expect(fromAutomatic([one, two, three, four])).toEqual({ ...READY, ...change });
  });
});

describe('telling answers apart', () => {
  it('knows each by its fixed bits, mixed and in any order', () => {
    expect(read(0x12, 0x10, 0, 0, 0, 0x37, 0x22, 0x30, 0x30, 0x31, 0x41, 0x00, 0x00, 0x11, 0x13, 0x1a)).toEqual([
      { kind: 'realtime', byte: 0x12 },
      { kind: 'automatic', bytes: [0x10, 0, 0, 0] },
      { kind: 'process-id', id: '001A' },
      { kind: 'in-order', byte: 0 },
      { kind: 'flow', on: true },
      { kind: 'flow', on: false },
      { kind: 'realtime', byte: 0x1a },
    ]);
  });

  it('flow control inside an automatic status is no part of it', () => {
    expect(read(0x10, 0x00, 0x13, 0x03, 0x00)).toEqual([{ kind: 'flow', on: false }, { kind: 'automatic', bytes: [0x10, 0, 3, 0] }]);
  });

  it('finds its way after a broken-off automatic status', () => {
    expect(read(0x18, 0x00, 0x12)).toEqual([{ kind: 'garbage', byte: 0x18 }, { kind: 'garbage', byte: 0 }, { kind: 'realtime', byte: 0x12 }]);
  });

  it('other blocks are told with their content, and one without an end is given up', () => {
    expect(read(0x37, 0x25, 0x00)).toEqual([{ kind: 'block', header: 0x37, data: [0x25] }]);
    const endless = read(...Array.from({ length: 200 }, (_, index) => (index === 0 ? 0x37 : 0x41)));
    expect(endless.some((message) => message.kind === 'garbage')).toBe(true);
    expect(endless.some((message) => message.kind === 'process-id' || message.kind === 'block')).toBe(false);
  });

  it('reads the same in any pieces, and every whole answer is found after any rubbish that is complete', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (bytes, step) => {
        const reader = createStatusReader();
        const pieces: PrinterMessage[] = [];
        for (let at = 0; at < bytes.length; at += step) pieces.push(...reader.read(bytes.subarray(at, at + step)));
        expect(pieces).toEqual(read(...bytes));
        // A block takes at most 97 bytes to be given up, an automatic status three: then a real answer is itself again.
        reader.read(new Uint8Array(100).fill(0xff));
        expect(reader.read(Uint8Array.of(0x12))).toEqual([{ kind: 'realtime', byte: 0x12 }]);
      }),
    );
  });
});

describe('requests', () => {
  it('have the exact bytes', () => {
    expect([...askRealtime(4)]).toEqual([0x10, 0x04, 4]);
    expect([...askProcessId('00A9')]).toEqual([0x1d, 0x28, 0x48, 6, 0, 48, 48, 0x30, 0x30, 0x41, 0x39]);
    expect(() => askProcessId('가나다라')).toThrow(RangeError);
    expect([...realtimeDrawerKick(2)]).toEqual([0x10, 0x14, 1, 0, 1]);
  });
});
