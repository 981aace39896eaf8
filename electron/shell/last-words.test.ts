import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { FULL_CARD_NUMBER } from '../../native/terminal/simulator/machine.ts';
import { lastWords, sayLastWords } from './last-words.ts';

const grouped = (by: string): string => FULL_CARD_NUMBER.replace(/(\d{4})(?=\d)/g, `$1${by}`);

describe('last words', () => {
  it.each([FULL_CARD_NUMBER, grouped('-'), grouped(' '), '010-1234-5678', '01012345678'])('say what fell and where, without %s', (number) => {
    const said = lastWords(new Error(`cannot read ${number} here`));
    expect(said).toContain('Error: cannot read ');
    expect(said).toContain('last-words.test.ts');
    expect(said).not.toContain(number);
    expect(said.replaceAll(/\D/g, '')).not.toContain(number.replaceAll(/\D/g, ''));
  });

  it('may be about anything that was thrown', () => {
    expect(lastWords(`no ${FULL_CARD_NUMBER}`)).toBe('no *');
    expect(lastWords(null)).toBe('null');
  });

  it.each(['uncaughtException', 'unhandledRejection'] as const)('are said once and the program ends once, however much falls after an %s', (event) => {
    const program = new EventEmitter();
    const said: string[] = [];
    let ends = 0;
    sayLastWords(
      program,
      (line) => said.push(line),
      () => {
        ends += 1;
        program.emit('uncaughtException', new Error('while it ends'));
      },
    );
    program.emit(event, new Error('first'));
    program.emit('unhandledRejection', new Error('second'));
    expect([said.length, ends]).toEqual([1, 1]);
    expect(said[0]).toContain('Error: first');
  });
});
