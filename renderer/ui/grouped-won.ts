/** An amount while it is typed into a field: its thousands apart, and the caret where the hand left it. Pure. */

/** What is no whole number stays as it was typed, so that it can be seen, and refused. */
export function groupTyped(text: string): string {
  const digits = text.replaceAll(/[\s,]/g, '');
  return /^\d+$/.test(digits) ? digits.replaceAll(/\B(?=(\d{3})+$)/g, ',') : text;
}

/** Where the caret stands in the grouped text: before as many characters as stood after it, not counting what groups them; at a comma on the side from which the next press of the same key takes a digit. */
export function caretIn(grouped: string, typed: string, caret: number, forward: boolean): number {
  let left = typed.slice(caret).replaceAll(/[\s,]/g, '').length;
  let at = grouped.length;
  while (at > 0 && left > 0) {
    at -= 1;
    if (grouped[at] !== ',') left -= 1;
  }
  return !forward && grouped[at - 1] === ',' ? at - 1 : forward && grouped[at] === ',' ? at + 1 : at;
}
