import type { ChangeEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { caretIn, groupTyped } from './grouped-won.ts';

/** For a field with an amount: what is typed is handed on with its thousands apart, and the caret stays at its digit. */
export function useWonTyping(onChange: (text: string) => void): (event: ChangeEvent<HTMLInputElement>) => void {
  const putCaret = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    putCaret.current?.();
    putCaret.current = null;
  });
  return ({ target, nativeEvent }) => {
    const typed = target.value;
    const grouped = groupTyped(typed);
    if (grouped !== typed) {
      const forward = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'deleteContentForward';
      const caret = caretIn(grouped, typed, target.selectionStart ?? typed.length, forward);
      putCaret.current = () => target.setSelectionRange(caret, caret);
    }
    onChange(grouped);
  };
}
