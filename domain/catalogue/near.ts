/**
 * Where a text occurs with at most one character wrong, missing or too many. Of a query cut in two, one half is whole wherever
 * there is only one mistake: the halves are looked up as they are, and only there the other half is compared.
 */

/** Calls `found` with a place inside each occurrence. No occurrence reaches over a `separator`. */
export function nearPlaces(text: string, query: string, separator: string, found: (place: number) => void): void {
  const middle = Math.floor(query.length / 2);
  if (middle === 0) return;
  const first = query.slice(0, middle);
  const second = query.slice(middle);
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (goesOn({ text, from: at + middle, step: 1, rest: second, separator })) found(at);
  }
  const backwards = [...first].toReversed().join('');
  for (let at = text.indexOf(second); at >= 0; at = text.indexOf(second, at + 1)) {
    if (goesOn({ text, from: at - 1, step: -1, rest: backwards, separator })) found(at);
  }
}

type Walk = { readonly text: string; readonly from: number; readonly step: 1 | -1; readonly rest: string; readonly separator: string };

/** Whether the text goes on from there, in that direction, as `rest` does, with at most one mistake. */
function goesOn(walk: Walk): boolean {
  const { from, step, rest } = walk;
  const same = sameLength(walk, from, 0);
  if (same === rest.length) return true;
  const at = from + same * step;
  // One character other, one too few in the text, one too many in it.
  return (
    (walk.text.charAt(at) !== walk.separator && sameLength(walk, at + step, same + 1) === rest.length - same - 1) ||
    sameLength(walk, at, same + 1) === rest.length - same - 1 ||
    (walk.text.charAt(at) !== walk.separator && sameLength(walk, at + step, same) === rest.length - same)
  );
}

/** How many characters of `rest`, from `restFrom` on, stand in the text from `at` on. */
function sameLength({ text, step, rest }: Walk, at: number, restFrom: number): number {
  let count = 0;
  while (restFrom + count < rest.length && text.charCodeAt(at + count * step) === rest.charCodeAt(restFrom + count)) count += 1;
  return count;
}
