import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { characterOf, columnsOf, toPaperText, writePaperUnits } from './code-page.ts';

function bytesOf(text: string): Uint8Array {
  const target = new Uint8Array(text.length * 2);
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return target.slice(0, writePaperUnits(units, 0, units.length, target, 0));
}

function paper(text: string): string {
  const made = toPaperText(text);
  if (!made.ok) throw new Error(made.refusal.codePoint);
  return made.text;
}

describe('the code page', () => {
  it('writes every syllable and every other character as iconv-lite does', () => {
    let compared = 0;
    for (let code = 0x80; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const made = toPaperText(character);
      if (!made.ok || made.text !== character) continue;
      expect([...bytesOf(character)]).toEqual([...iconv.encode(character, 'cp949')]);
      compared += 1;
    }
    expect(compared).toBe(17_046);
  });

  it('has all 11,172 Hangul syllables', () => {
    const all = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).join('');
    expect(paper(all)).toBe(all);
    expect(columnsOf(all)).toBe(2 * 11_172);
  });

  it.each([
    ['₩1,000', '￦1,000'], ['A\\B', 'A＼B'], ['5€', '5EUR'], ['®', '(R)'], ['“인용” ‘인용’', '“인용” ‘인용’'], ['A–B—C', 'A-B―C'], ['끝…', '끝…'],
    ['가\u00a0나', '가 나'], ['가\t나', '가 나'], ['가\r\n나\r다', '가\n나\n다'], ['\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'], ['\u1112', 'ㅎ'],
    ['Ａ１！', 'Ａ１！'], ['ﾊﾟﾝ', 'パン'], ['café Häagen', 'cafe Haagen'], ['\ufeff가\u200b나', '가나'], ['¥100', '￥100'], ['™', '™'], ['10〜20', '10～20'],
  ])('prints %j as %j', (given, printed) => {
    expect(paper(given)).toBe(printed);
  });

  it.each([
    ['생일 🎂', '🎂', 'U+1F382'], ['简体', '简', 'U+7B80'], ['\u001b@', '\u001b', 'U+001B'], ['a\u0000', '\u0000', 'U+0000'], ['\u007f', '\u007f', 'U+007F'], ['\ud800', '\ud800', 'U+D800'],
  ])('refuses %j and names the character', (text, character, codePoint) => {
    expect(toPaperText(text)).toMatchObject({ ok: false, refusal: { kind: 'character', character, codePoint } });
  });

  it('never makes a question mark out of anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const made = toPaperText(text);
        if (!made.ok) return;
        const count = (of: string): number => of.split('?').length;
        expect(count(made.text)).toBeLessThanOrEqual(count(text.normalize('NFKC')));
        expect(iconv.decode(Buffer.from(bytesOf(made.text)), 'cp949')).toBe(made.text);
        expect(columnsOf(made.text)).toBe(bytesOf(made.text).length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('throws on text that never went through it, instead of printing something else', () => {
    expect(() => bytesOf('🎂')).toThrow(RangeError);
  });

  it('knows two bytes that are no character', () => {
    expect(characterOf(0xb0, 0xa1)).toBe('가');
    expect(characterOf(0xff, 0x20)).toBeUndefined();
  });
});
