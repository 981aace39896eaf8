/**
 * The scanner guard at the window: hears every key before anything else does, and hands on only what a person pressed.
 * Mount it once per window.
 */
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { pressEnter, pressKey, typeCharacter } from '../ui/keys.ts';
import { pageMs } from '../ui/now.ts';
import { dropStaleTouches } from '../ui/stale-touch.ts';
import { keepFocusFromTouch } from '../ui/touch-focus.ts';
import { countPress } from './meter/presses.ts';
import type { HowScanned, ScannerInput, ScannerOutput, ScannerState } from './scanner.ts';
import { QUIET_SCANNER, stepScanner, waitMs } from './scanner.ts';
import type { KeyFreshness } from './stale-keys.ts';
import { createKeyFreshness } from './stale-keys.ts';

/** A timer this late means the window was busy and keys may be waiting behind it. */
const LATE_TIMER_MS = 25;
const MAX_EXTRA_WAITS = 5;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'HangulMode', 'HanjaMode', 'Dead']);
/** Keys of ours that the browser would use for itself. */
const FUNCTION_KEY = /^F\d{1,2}$/;

/** A code, and how it was read. */
export type OnScan = (code: string, how: HowScanned) => void;

export function useScanner(onScan: OnScan): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => guardKeyboard((code, how) => latest.current(code, how)), []);
}

/** Starts listening; returns how to stop. */
export function guardKeyboard(onScan: OnScan): () => void {
  let state: ScannerState = QUIET_SCANNER;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isFresh = createKeyFreshness();
  /** The focused field as it was before the first key of a burst. */
  let fieldBefore: FieldBefore = null;

  const run = (input: ScannerInput): { readonly swallow: boolean; readonly endedByPerson: boolean } => {
    const step = stepScanner(state, input);
    state = step.state;
    let endedByPerson = false;
    // Keys held down repeat; a person pressed once.
    const repeats = 'repeat' in input && input.repeat;
    if (input.kind === 'other') countPress();
    for (const output of step.outputs) {
      if (output.kind !== 'scan' && !repeats) countPress();
      if (output.kind === 'end') endedByPerson = true;
      // What was typed is on the screen before the next key is judged: an Enter right behind it must see it.
      else flushSync(() => deliver(output, onScan, fieldBefore, isFresh));
    }
    clearTimeout(timer);
    const wait = waitMs(state, pageMs());
    if (wait !== null) arm(wait, 0);
    return { swallow: step.swallow, endedByPerson };
  };

  const arm = (wait: number, extraWaits: number) => {
    const dueAtMs = pageMs() + wait;
    timer = setTimeout(() => {
      const late = pageMs() - dueAtMs > LATE_TIMER_MS;
      if (late && extraWaits < MAX_EXTRA_WAITS) arm(wait, extraWaits + 1);
      else run({ kind: 'quiet', atMs: pageMs() });
    }, wait);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const input = readKey(event);
    if (input === null) return;
    if (input.kind === 'character' && state.buffer.length === 0) fieldBefore = rememberField();
    const { swallow, endedByPerson } = run(input);
    const handled = input.kind === 'other' || endedByPerson;
    if (swallow || (handled && !isFresh(event.timeStamp, pageMs())) || (endedByPerson ? handleEnd(event) : input.kind === 'other' && handleOther(event))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  const stopKeepingFocus = keepFocusFromTouch();
  const stopDroppingTouches = dropStaleTouches(isFresh);
  return () => {
    stopDroppingTouches();
    stopKeepingFocus();
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

/** What the guard makes of a key; null when it is none of its business (modifiers, Ctrl+…). */
function readKey(event: KeyboardEvent): ScannerInput | null {
  const { key, code, repeat } = event;
  const atMs = event.timeStamp;
  if (MODIFIERS.has(key)) return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return { kind: 'other', atMs };
  if (isEnd(event)) return { kind: 'end', atMs, repeat };
  // An input method keeps the key itself; the digit it stands for is on the cap.
  if (event.isComposing || key === 'Process' || key === 'Unidentified') {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
    return digit === undefined ? { kind: 'other', atMs } : { kind: 'character', character: digit, atMs, held: false, repeat };
  }
  if ([...key].length !== 1) return { kind: 'other', atMs };
  if (key === ' ' && controlShowsFocus()) return { kind: 'other', atMs };
  return { kind: 'character', character: key, atMs, held: true, repeat };
}

function isEnd(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter' || (event.key === 'Tab' && !event.shiftKey);
}

/** True when the key was used up here. */
function handleEnd(event: KeyboardEvent): boolean {
  if (event.key === 'Tab' || event.isComposing || controlShowsFocus()) return false;
  return pressEnter(event.timeStamp);
}

function handleOther(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  const inField = focusedField() !== null;
  // In a text field the keys that edit text belong to the field.
  if (inField && ['Delete', 'Backspace', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return false;
  if (event.repeat && FUNCTION_KEY.test(event.key)) return true;
  return pressKey(event.key, event.timeStamp) || FUNCTION_KEY.test(event.key);
}

type FieldBefore = { readonly field: TextField; readonly value: string } | null;

function deliver(output: Exclude<ScannerOutput, { kind: 'end' }>, onScan: OnScan, before: FieldBefore, isFresh: KeyFreshness): void {
  if (output.kind === 'scan') {
    if (output.inField && before !== null && before.field.isConnected) writeField(before.field, before.value, before.value.length);
    onScan(output.code, output.how);
    return;
  }
  // What a scanner read is never too late; what a hand typed is.
  if (!isFresh(output.atMs, pageMs())) return;
  const field = focusedField();
  if (field === null) typeCharacter(output.character, output.atMs);
  else insertInto(field, output.character);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;
const TEXT_TYPES = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number']);

function focusedField(): TextField | null {
  const active = document.activeElement;
  if (active instanceof HTMLTextAreaElement) return active.readOnly || active.disabled ? null : active;
  if (active instanceof HTMLInputElement && TEXT_TYPES.has(active.type)) return active.readOnly || active.disabled ? null : active;
  return null;
}

function rememberField(): { readonly field: TextField; readonly value: string } | null {
  const field = focusedField();
  return field === null ? null : { field, value: field.value };
}

function insertInto(field: TextField, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const value = field.value.slice(0, start) + text + field.value.slice(end);
  if (field.maxLength >= 0 && value.length > field.maxLength) return;
  writeField(field, value, start + text.length);
}

/** Writes as a person would have: the field's own setter, then an input event, so that whoever controls the field hears of it. */
function writeField(field: TextField, value: string, caret: number): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** A control that a keyboard user has walked to and that Enter presses by itself. */
function controlShowsFocus(): boolean {
  const active = document.activeElement;
  return active !== null && active.matches(':focus-visible') && active.matches('button, a[href], summary, [role="button"], [role="option"], [role="tab"], [role="menuitem"]');
}
