/** Longest line of a child program that is kept, in UTF-16 units; what is longer is cut, so that a babbling child cannot fill our memory. */
export const MAX_LINE_LENGTH = 16_384;

/** Cuts text that arrives in pieces into lines; the newline is not part of a line. */
export const makeLineSplitter = (onLine: (line: string) => void): ((piece: string) => void) => {
  let rest = '';
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    for (const line of lines) onLine(line.replace(/\r$/, '').slice(0, MAX_LINE_LENGTH));
  };
};
