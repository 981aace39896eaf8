/**
 * What the program says when a fault of its own ends it: what it was and where, and no number of anybody's. Node's own words would quote
 * the message as it is, and Electron's would put it on the screen and go on with a counter nobody can vouch for. The journal knows the rest.
 */
import { withoutNumbers } from '../log.ts';

type Falls = { on(event: 'uncaughtException' | 'unhandledRejection', listener: (problem: unknown) => void): unknown };

export const lastWords = (problem: unknown): string => withoutNumbers(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));

/** `end` is called once: what falls over while it ends is not looked at any more. */
export const sayLastWords = (program: Falls, say: (line: string) => void, end: () => void): void => {
  let fell = false;
  const fall = (problem: unknown): void => {
    if (fell) return;
    fell = true;
    say(`the counter ends because of a fault of its own: ${lastWords(problem)}`);
    end();
  };
  program.on('uncaughtException', fall);
  program.on('unhandledRejection', fall);
};
