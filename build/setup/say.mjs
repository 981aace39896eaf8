// Words on the terminal, the same for every command. Runs on Node 20.
export const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** A problem that the person at the keyboard can solve; shown without a stack. */
export class Unmet extends Error {}
