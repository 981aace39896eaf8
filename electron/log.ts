/** Lines for whoever looks for a fault: when, and what. */
import process from 'node:process';

export type Log = (line: string) => void;

export function createLog(now: () => Date): Log {
  return (line) => void process.stderr.write(`${now().toISOString()} ${withoutNumbers(line)}\n`);
}

/** A bug's own message may quote what was typed: runs of digits long enough to be somebody's number do not reach the log, however they are grouped. */
export function withoutNumbers(line: string): string {
  return line.replaceAll(/\d{3}[- ]?\d{3,4}[- ]?\d{4,}/g, '*');
}
