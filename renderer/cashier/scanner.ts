/**
 * Tells a scanner from a person by how fast the keys come. A scanner types a code with gaps of a few milliseconds and ends it with
 * Enter; nobody types three different keys that fast. Its Enter must never press a button, its digits never become an amount, a PIN
 * or a receipt number: so every character is held until it is clear who typed it (at most 50 ms for a person's key).
 *
 * Pure: `stepScanner` takes the key's own time stamp, so keys that waited in a queue while the window was frozen are judged by when they
 * were pressed, not by when they arrived.
 */

/** Longest gap inside a code. People reach about 80 ms between different keys, scanners 1 to 40 ms. */
export const BURST_GAP_MS = 50;
/** An Enter this soon after another key is not a decision. */
export const ENTER_GAP_MS = 60;
/** Once three keys have come that fast it is a scanner, and how long it may then pause: before its next key, or its Enter. */
export const BURST_QUIET_MS = 120;
/**
 * How long a burst is waited on for its Enter. Longer than a scanner may pause: keys pressed a few milliseconds apart arrive further apart on
 * a busy machine, and a code must not be torn because its second half was late. Only a scanner that sends no Enter is kept waiting.
 */
export const BURST_WAIT_MS = 300;
/** A key that arrived late says how late the next may be; more than this is not waited for. */
const MAX_LAG_MS = 500;
/** Fewer characters are no code. */
export const MIN_CODE_CHARS = 3;
/** From here on a burst is a code even when the scanner is set to send no Enter. */
export const MIN_UNENDED_CODE_CHARS = 6;
/** After a burst without its Enter, an Enter this late is still the scanner's. */
export const OWED_ENTER_MS = 1_000;
export const MAX_CODE_CHARS = 64;

type Held = { readonly character: string; /** False when an input method took it: it is in the field already. */ readonly held: boolean; readonly atMs: number };

export type ScannerState = {
  readonly buffer: readonly Held[];
  /** More characters came than a code can have; the rest is dropped and the code with it. */
  readonly overflow: boolean;
  readonly lastKeyAtMs: number | null;
  readonly owedEnterUntilMs: number | null;
};

export const QUIET_SCANNER: ScannerState = { buffer: [], overflow: false, lastKeyAtMs: null, owedEnterUntilMs: null };

export type ScannerInput =
  | { readonly kind: 'character'; readonly character: string; readonly atMs: number; readonly held: boolean; readonly repeat: boolean }
  /** Enter or Tab: what scanners end a code with. */
  | { readonly kind: 'end'; readonly atMs: number; readonly repeat: boolean }
  | { readonly kind: 'other'; readonly atMs: number }
  /** No key for `waitMs(state)`. */
  | { readonly kind: 'quiet'; readonly atMs: number };

/** From the first to the last character, and whether Enter (or Tab) ended it. */
export type HowScanned = { readonly tookMs: number; readonly ended: boolean };

export type ScannerOutput =
  /** `inField` says some of it went into the focused field before it was known: the field must be put back. */
  | { readonly kind: 'scan'; readonly code: string; readonly inField: boolean; readonly how: HowScanned }
  /** `atMs`: when it was pressed, which may be well before it is known who pressed it. */
  | { readonly kind: 'typed'; readonly character: string; readonly atMs: number }
  /** A person's Enter (or Tab). */
  | { readonly kind: 'end' };

export type ScannerStep = { readonly state: ScannerState; readonly outputs: readonly ScannerOutput[]; /** Keep the key from everybody else. */ readonly swallow: boolean };

export function stepScanner(state: ScannerState, input: ScannerInput): ScannerStep {
  switch (input.kind) {
    case 'character':
      return takeCharacter(state, input);
    case 'end':
      return takeEnd(state, input);
    case 'other': {
      const released = release(state, input.atMs);
      return { state: { ...released.state, lastKeyAtMs: input.atMs }, outputs: released.outputs, swallow: false };
    }
    case 'quiet':
      return { ...release(state, input.atMs), swallow: false };
  }
}

/** How long from now (which is when the last key arrived) to wait before `quiet` is sent; null when nothing is held. */
export function waitMs({ buffer }: ScannerState, nowMs: number): number | null {
  const last = buffer.at(-1);
  if (last === undefined) return null;
  const lagMs = Math.min(MAX_LAG_MS, Math.max(0, nowMs - last.atMs));
  return lagMs + (isBurst(buffer) ? BURST_WAIT_MS : BURST_GAP_MS);
}

function takeCharacter(state: ScannerState, input: ScannerInput & { kind: 'character' }): ScannerStep {
  const { character, atMs, held, repeat } = input;
  const since = state.lastKeyAtMs === null ? Number.POSITIVE_INFINITY : atMs - state.lastKeyAtMs;
  // A key held down repeats as fast as a scanner types, but scanners let go of their keys.
  if (repeat) {
    const released = release(state, atMs);
    const outputs: readonly ScannerOutput[] = held ? [...released.outputs, { kind: 'typed', character, atMs }] : released.outputs;
    return { state: { ...released.state, lastKeyAtMs: atMs }, outputs, swallow: held };
  }
  const gapMs = isBurst(state.buffer) ? BURST_QUIET_MS : BURST_GAP_MS;
  const before = since > gapMs ? release(state, atMs) : { state, outputs: [] };
  const full = before.state.buffer.length >= MAX_CODE_CHARS;
  return {
    state: {
      ...before.state,
      buffer: full ? before.state.buffer : [...before.state.buffer, { character, held, atMs }],
      overflow: before.state.overflow || full,
      lastKeyAtMs: atMs,
    },
    outputs: before.outputs,
    swallow: held,
  };
}

function takeEnd(state: ScannerState, input: ScannerInput & { kind: 'end' }): ScannerStep {
  const { atMs } = input;
  const since = state.lastKeyAtMs === null ? Number.POSITIVE_INFINITY : atMs - state.lastKeyAtMs;
  // The last digits of a code that was torn apart are part of it, however few they are.
  const tornTail = state.buffer.length > 0 && since <= ENTER_GAP_MS && state.owedEnterUntilMs !== null && atMs <= state.owedEnterUntilMs;
  if (tornTail || (since <= BURST_QUIET_MS && isBurst(state.buffer))) {
    return { state: { ...QUIET_SCANNER, lastKeyAtMs: atMs }, outputs: [scanOf(state, true)], swallow: true };
  }
  const released = release(state, atMs);
  const owed = released.state.owedEnterUntilMs !== null && atMs <= released.state.owedEnterUntilMs;
  if (input.repeat || owed || since <= ENTER_GAP_MS) {
    return { state: { ...released.state, lastKeyAtMs: atMs, owedEnterUntilMs: null }, outputs: released.outputs, swallow: true };
  }
  return { state: { ...released.state, lastKeyAtMs: atMs, owedEnterUntilMs: null }, outputs: [...released.outputs, { kind: 'end' }], swallow: false };
}

/** Lets go of what is held: a long burst was a code without its Enter, anything else was typed. */
function release(state: ScannerState, atMs: number): { readonly state: ScannerState; readonly outputs: readonly ScannerOutput[] } {
  const { buffer } = state;
  if (buffer.length === 0) return { state, outputs: [] };
  const burst = isBurst(buffer);
  const owedEnterUntilMs = burst ? atMs + OWED_ENTER_MS : state.owedEnterUntilMs;
  const empty: ScannerState = { ...QUIET_SCANNER, lastKeyAtMs: state.lastKeyAtMs, owedEnterUntilMs };
  if (burst && buffer.length >= MIN_UNENDED_CODE_CHARS) return { state: empty, outputs: [scanOf(state, false)] };
  return { state: empty, outputs: buffer.filter((key) => key.held).map((key) => ({ kind: 'typed', character: key.character, atMs: key.atMs })) };
}

/** The 00 and 000 keys of a counter's number pad send their zeros at once; that is a person. */
function isBurst(buffer: readonly Held[]): boolean {
  return buffer.length >= MIN_CODE_CHARS && !(buffer.length === MIN_CODE_CHARS && buffer.every(({ character }) => character === '0'));
}

function scanOf(state: ScannerState, ended: boolean): ScannerOutput {
  const code = state.buffer.map(({ character }) => character).join('');
  const tookMs = (state.buffer.at(-1)?.atMs ?? 0) - (state.buffer[0]?.atMs ?? 0);
  return { kind: 'scan', how: { tookMs, ended }, code: state.overflow ? `${code.slice(0, MAX_CODE_CHARS - 1)}…` : code, inField: state.buffer.some((key) => !key.held) };
}
