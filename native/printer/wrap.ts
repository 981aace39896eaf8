import { columnsOf } from './code-page.ts';

/**
 * Lines of at most `columns` columns. Breaks at a space where there is one, otherwise between any two characters
 * (Korean lets a line end after any syllable). Every character but the spaces at a break is kept, in order.
 */
export function wrapText(text: string, columns: number): string[] {
  if (columns < 2) throw new RangeError(`no paper is ${columns} columns wide`);
  // Nearly every text of a slip is one short line.
  if (!text.includes('\n')) return wrapParagraph(text, columns);
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns));
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  if (columnsOf(paragraph) <= columns) return [paragraph];
  const lines: string[] = [];
  let rest = paragraph;
  while (columnsOf(rest) > columns) {
    const fits = countThatFit(rest, columns);
    const space = rest.lastIndexOf(' ', fits);
    // A line that would hold only its indentation is no break; neither is one that leaves most of the line empty.
    const atSpace = space > 0 && rest.slice(0, space).trim() !== '' && columnsOf(rest.slice(0, space)) * 2 >= columns;
    const end = atSpace ? space : fits;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') lines.push(rest);
  return lines;
}

/** How many characters from the start fit; at least one, so that wrapping always ends. */
function countThatFit(text: string, columns: number): number {
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    used += text.charCodeAt(index) < 0x80 ? 1 : 2;
    if (used > columns) return Math.max(index, 1);
  }
  return text.length;
}

const SPACES = Array.from({ length: 65 }, (_, count) => ' '.repeat(count));

export function spaces(count: number): string {
  return count <= 0 ? '' : (SPACES[count] ?? ' '.repeat(count));
}
