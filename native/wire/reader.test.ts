import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../inspect/vectors.json' with { type: 'json' };
import { createPadReader, encodePadCommand } from '../signature-pad/koces-pad/codec.ts';
import { createKiccReader, encodeKiccFrame, MAX_LEN } from '../terminal/kicc-ed721/codec.ts';
import { createCatReader } from '../terminal/koces-cat/codec.ts';
import { fromHex, joined } from './bytes.ts';
import { isFault, type FrameReader } from './reader.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const soundOf = (protocol: string): Uint8Array[] => vectors.filter((vector) => vector.protocol === protocol && vector.fields.valid !== false).map(({ hex }) => bytesOf(hex));

/** An ACK before an answer is whole whatever becomes of the answer. */
const isFrame = (event: { readonly kind: string }): boolean => !isFault(event) && event.kind !== 'control';

type AnyReader = FrameReader<{ readonly kind: string }>;
const READERS: readonly (readonly [string, () => AnyReader])[] = [['koces-cat', createCatReader], ['kicc-ed721', createKiccReader], ['koces-pad', createPadReader]];

const ACK3 = bytesOf('060606');
const INFO = bytesOf('02000601FB140203DEE5');

describe.each(READERS)('%s: reading a line', (protocol, create) => {
  it('gives the same frames however the reads are cut or glued', () => {
    const sound = soundOf(protocol);
    fc.assert(fc.property(fc.array(fc.nat({ max: sound.length - 1 }), { minLength: 1, maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }), (picks, cuts) => {
      const stream = joined(...picks.map((pick) => sound[pick] ?? new Uint8Array(0)));
      const whole = create().read(stream);
      expect(whole.some(isFault)).toBe(false);
      const reader = create();
      const events: { readonly kind: string }[] = [];
      let at = 0;
      for (const cut of cuts) {
        events.push(...reader.read(stream.subarray(at, at + cut)));
        at += cut;
      }
      events.push(...reader.read(stream.subarray(at)));
      expect(events).toEqual(whole);
      expect(reader.pending()).toBe(0);
    }), { numRuns: 60 });
  });

  it('gives every frame that is whole again after rubbish and a cut frame', () => {
    for (const sound of soundOf(protocol).filter((bytes) => bytes.length > 6)) {
      const reader = create();
      const events = [...reader.read(joined(Uint8Array.of(0x41, 0x42, 0x43), sound.subarray(0, 5))), ...reader.flush(), ...reader.read(sound)];
      expect(events.filter(isFrame)).toHaveLength(1);
      expect(events.filter(isFault).length).toBeGreaterThan(0);
    }
  });

  it('keeps no more than its bound of a flood', () => {
    const reader = create();
    for (const flood of [0x02, 0x41, 0xff]) {
      for (let times = 0; times < 30; times += 1) reader.read(new Uint8Array(1_000).fill(flood));
      expect(reader.pending()).toBeLessThan(MAX_LEN + 1_100);
    }
  });

  it('tells of a fault without its bytes', () => {
    for (const sound of soundOf(protocol).filter((bytes) => bytes.length > 20)) {
      const spoilt = sound.slice();
      spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 0x55;
      const reader = create();
      const events = [...reader.read(spoilt), ...reader.flush()];
      expect(events.filter(isFrame)).toEqual([]);
      expect(JSON.stringify(events)).not.toContain(Buffer.from(sound.subarray(8, 16)).toString('hex').toUpperCase());
    }
  });
});

describe('what is easily mistaken', () => {
  it('a check byte that looks like a control byte or a mark', () => {
    const seen = new Set<number>();
    const frames = Array.from({ length: 256 }, (_, index) => joined(Uint8Array.of(0x02), Buffer.from(`E${String(index).padStart(10)}`), Uint8Array.of(0x03)));
    for (const frame of frames) {
      const check = frame.subarray(1).reduce((sum, byte) => sum ^ byte, 0);
      seen.add(check);
      expect(createCatReader().read(joined(frame, Uint8Array.of(check, 0x04)))).toMatchObject([{ kind: 'fault', code: 'field' }, { kind: 'control', control: 'EOT' }]);
    }
    expect(seen.size).toBeGreaterThan(8);
  });

  it('a wrong check byte that is an EOT is not taken for one', () => {
    const frame = bytesOf('02413131300304');
    expect(createCatReader().read(frame)).toMatchObject([{ kind: 'fault', code: 'lrc', bytes: 7 }]);
  });

  it('three ACK bytes inside of rubbish', () => {
    expect(createKiccReader().read(joined(Uint8Array.of(0x41), ACK3, Uint8Array.of(0x42)))).toMatchObject([{ kind: 'fault', code: 'rubbish', bytes: 5 }]);
    expect(createKiccReader().read(joined(ACK3, INFO)).map(({ kind }) => kind)).toEqual(['control', 'job']);
  });

  it('an end mark inside of data', () => {
    const frame = encodeKiccFrame(5, '01/06', Uint8Array.of(0x00, 0x03, 0x02, 0x06, 0x15));
    expect(createKiccReader().read(frame)).toMatchObject([{ kind: 'job', rcd: '00', body: { is: 'serial', text: '03020615' } }]);
  });

  it('a cancelled signature, six bytes long like a pen point', () => {
    const events = createPadReader().read(joined(bytesOf('02B10A1403AC'), encodePadCommand(0xbc), bytesOf('02B1EFEF03B2')));
    expect(events).toMatchObject([{ kind: 'point', x: 10, y: 20 }, { kind: 'command', command: 0xbc }, { kind: 'pen-up' }]);
  });

  it('one NAK alone, once the line is silent', () => {
    const reader = createKiccReader();
    expect(reader.read(Uint8Array.of(0x15))).toEqual([]);
    expect(reader.flush()).toEqual([{ kind: 'control', control: 'NAK' }]);
  });

  it('a check byte of pen points that a pad computes otherwise, where the settings allow it', () => {
    const odd = bytesOf('02B10A140300');
    expect(createPadReader().read(odd)).toMatchObject([{ kind: 'fault', code: 'lrc' }]);
    expect(createPadReader({ pointsWithoutCheck: true }).read(odd)).toMatchObject([{ kind: 'point' }]);
    expect(createPadReader({ pointsWithoutCheck: true }).read(bytesOf('020002BC0300'))).toMatchObject([{ kind: 'fault', code: 'lrc' }]);
  });
});
