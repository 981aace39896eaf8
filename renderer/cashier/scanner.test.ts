import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HowScanned, ScannerInput, ScannerOutput, ScannerState } from './scanner.ts';
import { BURST_GAP_MS, BURST_QUIET_MS, ENTER_GAP_MS, MAX_CODE_CHARS, QUIET_SCANNER, stepScanner, waitMs } from './scanner.ts';

type Press = { readonly key: string; readonly gapMs: number; /** How long after it was pressed it arrives. */ readonly lagMs?: number; readonly repeat?: boolean; readonly held?: boolean };

/** Without its time, which most rules do not depend on. */
type Heard = Exclude<ScannerOutput, { kind: 'typed' | 'scan' }> | Pick<ScannerOutput & { kind: 'scan' }, 'kind' | 'code' | 'inField'> | { readonly kind: 'typed'; readonly character: string };

/** Plays keys at their times; between two keys the quiet timer fires when the gap is long enough for it. */
function play(presses: readonly Press[]) {
  let state: ScannerState = QUIET_SCANNER;
  let atMs = 1_000;
  const outputs: Heard[] = [];
  const pressedAtMs: number[] = [];
  const passed: string[] = [];
  const how: HowScanned[] = [];
  const feed = (input: ScannerInput) => {
    const step = stepScanner(state, input);
    state = step.state;
    for (const output of step.outputs) {
      if (output.kind === 'typed') pressedAtMs.push(output.atMs);
      if (output.kind === 'scan') how.push(output.how);
      outputs.push(output.kind === 'typed' ? { kind: 'typed', character: output.character } : output.kind === 'scan' ? { kind: 'scan', code: output.code, inField: output.inField } : output);
    }
    return step.swallow;
  };
  let arrivedAtMs = atMs;
  const quiet = (untilMs: number) => {
    const wait = waitMs(state, arrivedAtMs);
    if (wait !== null && arrivedAtMs + wait < untilMs) feed({ kind: 'quiet', atMs: arrivedAtMs + wait });
  };
  for (const { key, gapMs, lagMs = 0, repeat = false, held = true } of presses) {
    atMs += gapMs;
    quiet(atMs + lagMs);
    arrivedAtMs = Math.max(arrivedAtMs, atMs + lagMs);
    const input: ScannerInput =
      key === 'Enter' ? { kind: 'end', atMs, repeat } : key.length > 1 ? { kind: 'other', atMs } : { kind: 'character', character: key, atMs, held, repeat };
    if (!feed(input)) passed.push(key);
  }
  quiet(Number.POSITIVE_INFINITY);
  return { outputs, passed, pressedAtMs, how };
}

const burst = (code: string, gapMs = 8): Press[] => [...code, 'Enter'].map((key) => ({ key, gapMs }));
const slowly = (text: string, gapMs = 140): Press[] => [...text].map((key) => ({ key, gapMs }));
const scan = (code: string): Heard => ({ kind: 'scan', code, inField: false });
const typed = (text: string): Heard[] => [...text].map((character) => ({ kind: 'typed', character }));

describe('a scanner', () => {
  it('is heard as one code and its Enter reaches nobody', () => {
    expect(play(burst('8801234567893'))).toMatchObject({ outputs: [scan('8801234567893')], passed: [] });
  });

  it('is timed from its first to its last character, and told whether Enter ended it', () => {
    expect(play(burst('8801234567893', 5)).how).toEqual([{ tookMs: 60, ended: true }]);
    expect(play([...'8801234567893'].map((key) => ({ key, gapMs: 5 }))).how).toEqual([{ tookMs: 60, ended: false }]);
  });

  it('sends fifty codes in one burst: fifty codes, no Enter', () => {
    const codes = Array.from({ length: 50 }, (_, index) => String(8_801_000_000_000 + index));
    const { outputs, passed } = play(codes.flatMap((code) => burst(code, 4)));
    expect(outputs).toEqual(codes.map(scan));
    expect(passed).toEqual([]);
  });

  it('may end with carriage return and line feed', () => {
    expect(play([...burst('88012345'), { key: 'Enter', gapMs: 5 }])).toMatchObject({ outputs: [scan('88012345')], passed: [] });
  });

  it('may send no Enter at all', () => {
    expect(play(burst('88012345').slice(0, -1)).outputs).toEqual([scan('88012345')]);
  });

  it('may be late with its Enter: it is still not a decision', () => {
    for (const lateMs of [BURST_QUIET_MS - 1, BURST_QUIET_MS + 1, 400, 900]) {
      const { outputs, passed } = play([{ key: 'F8', gapMs: 500 }, ...burst('88012345').slice(0, -1), { key: 'Enter', gapMs: lateMs }]);
      expect(outputs).toEqual([scan('88012345')]);
      expect(passed).toEqual(['F8']);
    }
  });

  it('may be cut short: a few fast digits are typed, but the Enter that follows them is refused', () => {
    const { outputs, passed } = play([...burst('8801').slice(0, -1), { key: 'Enter', gapMs: 300 }]);
    expect(outputs).toEqual(typed('8801'));
    expect(passed).toEqual([]);
  });

  it('is told apart when an input method already put its digits into the field', () => {
    const { outputs } = play(burst('88012345').map((press) => ({ ...press, held: false })));
    expect(outputs).toEqual([{ kind: 'scan', code: '88012345', inField: true }]);
  });

  it('may stumble once it is known for a scanner', () => {
    const stumbling = burst('8801234567893').map((press, index) => (index === 4 || index === 9 ? { ...press, gapMs: BURST_QUIET_MS } : press));
    expect(play(stumbling)).toMatchObject({ outputs: [scan('8801234567893')], passed: [] });
  });

  it('cannot flood: a code has at most 64 characters and never passes for a shorter one', () => {
    const { outputs } = play(burst('9'.repeat(400), 2));
    expect(outputs).toHaveLength(1);
    expect(outputs[0]).toMatchObject({ kind: 'scan', code: `${'9'.repeat(MAX_CODE_CHARS - 1)}…` });
  });

  it('never presses Enter, whatever its speed and its codes', () => {
    const codes = fc.array(fc.tuple(fc.stringMatching(/^[0-9A-Z]{4,40}$/), fc.integer({ min: 0, max: BURST_GAP_MS })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 5_000 }), (list, pauseMs) => {
        const presses = list.flatMap(([code, gapMs]) => burst(code, gapMs).map((press, index) => (index === 0 ? { ...press, gapMs: pauseMs } : press)));
        const { outputs, passed } = play(presses);
        expect(passed).toEqual([]);
        expect(outputs.filter((output) => output.kind === 'end')).toEqual([]);
        // Codes that run into each other stay one scan each: an Enter always parts them.
        expect(outputs).toEqual(list.map(([code]) => scan(code)));
      }),
    );
  });
});

describe('a person', () => {
  it('types digits and presses Enter', () => {
    const { outputs, passed } = play([...slowly('60000'), { key: 'Enter', gapMs: 200 }]);
    expect(outputs).toEqual([...typed('60000'), { kind: 'end' }]);
    expect(passed).toEqual(['Enter']);
  });

  it('rolls two keys into each other: both are typed', () => {
    expect(play([{ key: '1', gapMs: 300 }, { key: '2', gapMs: 35 }, { key: '5', gapMs: 130 }]).outputs).toEqual(typed('125'));
  });

  it('presses an Enter that comes too soon after a key: nothing happens, the next one counts', () => {
    const { outputs, passed } = play([{ key: '5', gapMs: 300 }, { key: 'Enter', gapMs: ENTER_GAP_MS }, { key: 'Enter', gapMs: 400 }]);
    expect(outputs).toEqual([...typed('5'), { kind: 'end' }]);
    expect(passed).toEqual(['Enter']);
  });

  it('uses the 000 key of a number pad', () => {
    const bundle = ['0', '0', '0'].map((key, index) => ({ key, gapMs: index === 0 ? 150 : 3 }));
    const { outputs } = play([...slowly('60'), ...bundle, { key: 'Enter', gapMs: 250 }]);
    expect(outputs).toEqual([...typed('60000'), { kind: 'end' }]);
  });

  it('holds a key down: it repeats, it does not scan; a held Enter presses once', () => {
    const held = Array.from({ length: 8 }, (_, index) => ({ key: '9', gapMs: 33, repeat: index > 0 }));
    expect(play(held).outputs).toEqual(typed('99999999'));
    const enter = Array.from({ length: 8 }, (_, index) => ({ key: 'Enter', gapMs: index === 0 ? 500 : 90, repeat: index > 0 }));
    expect(play(enter).outputs).toEqual([{ kind: 'end' }]);
  });

  it('is heard with the time of each key, however long it was held back', () => {
    expect(play([{ key: '1', gapMs: 300 }, { key: '2', gapMs: 35 }, { key: '5', gapMs: 130 }]).pressedAtMs).toEqual([1_300, 1_335, 1_465]);
  });

  it('presses a function key with digits pending: the digits come first', () => {
    expect(play([{ key: '7', gapMs: 200 }, { key: 'F8', gapMs: 30 }])).toMatchObject({ outputs: typed('7'), passed: ['F8'] });
  });

  it('loses no key at any speed a person has', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...'0123456789가a'), fc.integer({ min: BURST_GAP_MS + 1, max: 900 }))), (keys) => {
        const { outputs } = play(keys.map(([key, gapMs]) => ({ key, gapMs })));
        expect(outputs).toEqual(keys.map(([character]) => ({ kind: 'typed', character })));
      }),
    );
  });
});

describe('after two seconds in which nothing was delivered', () => {
  it('a code that waited in the queue is one code: the keys carry their own times', () => {
    const { outputs, passed } = play([{ key: '5', gapMs: 400 }, ...burst('8801234567893').map((press, index) => (index === 0 ? { ...press, gapMs: 2_000 } : press))]);
    expect(outputs).toEqual([...typed('5'), scan('8801234567893')]);
    expect(passed).toEqual([]);
  });

  it('a code whose second half arrives late is one code', () => {
    const late = burst('8801234567893', 4).map((press, index) => (index < 7 ? press : { ...press, lagMs: 250 }));
    expect(play(late)).toMatchObject({ outputs: [scan('8801234567893')], passed: [] });
  });

  it('a code that begins late is waited for as long again: its first digits are nobody’s amount', () => {
    const late = burst('8801234567893', 4).map((press, index) => ({ ...press, lagMs: index < 2 ? 60 : 160 }));
    expect(play(late)).toMatchObject({ outputs: [scan('8801234567893')], passed: [] });
  });

  it('the last digit of a code torn apart is not typed into anything', () => {
    const torn = burst('8801234567893').map((press, index) => (index === 12 ? { ...press, gapMs: 300 } : press));
    expect(play(torn)).toMatchObject({ outputs: [scan('880123456789'), scan('3')], passed: [] });
  });

  it('a code torn apart by it never tenders', () => {
    const torn = burst('8801234567893').map((press, index) => (index === 5 ? { ...press, gapMs: 2_000 } : press));
    const { outputs, passed } = play(torn);
    expect(outputs.filter((output) => output.kind === 'end')).toEqual([]);
    expect(outputs.at(-1)).toEqual(scan('34567893'));
    expect(passed).toEqual([]);
  });
});
