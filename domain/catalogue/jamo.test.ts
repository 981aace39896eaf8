import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, initialsOf, isInitial, jamoOf } from './jamo.ts';

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((unit) => String.fromCharCode(unit));

describe('hangul taken apart', () => {
  it('gives the letters in the order they are typed', () => {
    expect(jamoOf('큰컵')).toBe('ㅋㅡㄴㅋㅓㅂ');
    expect(jamoOf('닭')).toBe('ㄷㅏㄹㄱ');
    expect(jamoOf('과')).toBe('ㄱㅗㅏ');
    expect(jamoOf('가힣')).toBe('ㄱㅏㅎㅣㅎ');
    expect(jamoOf('2l')).toBe('2l');
  });

  it('gives the initial of every syllable and leaves the rest', () => {
    expect(initialsOf('아메리카노')).toBe('ㅇㅁㄹㅋㄴ');
    expect(initialsOf('우유900ml')).toBe('ㅇㅇ900ml');
    expect(initialsOf('까힣')).toBe('ㄲㅎ');
  });

  it('agrees with Unicode about every syllable', () => {
    fc.assert(
      fc.property(syllable, (one) => {
        const parts = [...one.normalize('NFD')].length;
        expect(isInitial(initialsOf(one))).toBe(true);
        expect(jamoOf(one).startsWith(initialsOf(one))).toBe(true);
        expect(jamoOf(one).length).toBeGreaterThanOrEqual(parts);
      }),
    );
  });

  it('compares without blanks, capitals, or the letters an input method has joined', () => {
    expect(comparable(' 까치 Cola ')).toBe('까치cola');
    expect(comparable('ㄳ')).toBe('ㄱㅅ');
    expect(comparable('각'.normalize('NFD'))).toBe('각');
  });
});
