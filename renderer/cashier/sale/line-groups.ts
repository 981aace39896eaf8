/**
 * A long basket in pieces: a piece that is far from what can be seen is an empty box of the right height, so that a basket of hundreds of
 * lines costs the page no more than one of forty. The heights are those of the rows in basket.tsx.
 */
import type { LineView } from '../../../contract/views.ts';

export const GROUP_LINES = 5;
const LINE_REM = 4.125;
/** With a note under the name. */
const NOTED_LINE_REM = 5.375;

export type LineGroup = { readonly index: number; readonly members: readonly LineView[] };

export function groupsOf(lines: readonly LineView[]): readonly LineGroup[] {
  return Array.from({ length: Math.ceil(lines.length / GROUP_LINES) }, (_, index) => ({ index, members: lines.slice(index * GROUP_LINES, (index + 1) * GROUP_LINES) }));
}

export function groupOf(place: number): number {
  return Math.floor(place / GROUP_LINES);
}

export function heightRem(members: readonly LineView[]): number {
  return members.reduce((sum, { note }) => sum + (note === '' ? LINE_REM : NOTED_LINE_REM), 0);
}
