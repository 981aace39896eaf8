import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipBlock, SlipDocument } from '../../domain/slip/document.ts';
import { columnsOf, toPaperText } from './code-page.ts';
import { columnsAt, layOut, textOf, type PaperColumns, type TextLine } from './layout.ts';
import { layItem, layPair, rowText } from './rows.ts';
import { sampleSlip } from './samples.ts';
import { anyDocument } from './testing/slips.ts';
import { wrapText } from './wrap.ts';

function textLines(document: SlipDocument, columns: PaperColumns): TextLine[] {
  const laid = layOut(document, columns);
  if (!laid.ok) throw new Error(JSON.stringify(laid.refusal));
  return laid.lines.filter((line) => line.kind === 'text');
}

function slip(...blocks: SlipBlock[]): SlipDocument {
  return { kind: 'sale', practice: false, blocks };
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

describe('layout', () => {
  it('never makes a line wider than the paper, whatever the document', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(42 as const, 48 as const), (document, columns) => {
        for (const line of textLines(document, columns)) expect(columnsOf(textOf(line))).toBeLessThanOrEqual(columnsAt(line.size, columns));
      }),
    );
  });

  it('keeps every character of every text, and every amount whole on one line', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(42 as const, 48 as const), (document, columns) => {
        const lines = textLines(document, columns).map(textOf);
        const all = squeezed(lines.join(''));
        for (const block of document.blocks) {
          if (block.kind === 'text') expect(all).toContain(squeezed(paper(block.text)));
          if (block.kind !== 'item') continue;
          expect(all).toContain(squeezed(paper(block.name)));
          expect(lines.some((line) => ` ${line} `.includes(` ${block.amountWon.toLocaleString('en-US')} `))).toBe(true);
        }
      }),
    );
  });

  it('marks practice at head and foot over the whole width, and only practice', () => {
    for (const columns of [42, 48] as const) {
      const lines = textLines({ ...slip({ kind: 'text', text: '물' }), practice: true }, columns);
      for (const bar of [lines[0], lines.at(-1)]) {
        expect(bar).toMatchObject({ reverse: true, size: 'large' });
        expect(bar && textOf(bar)).toContain('연습 모드');
        expect(columnsOf(bar ? textOf(bar) : '')).toBe(columnsAt('large', columns));
      }
    }
    expect(textLines(slip({ kind: 'text', text: '물' }), 48)).toHaveLength(1);
  });

  it('refuses pictures that do not fit or are not whole, and slips without end', () => {
    const picture = { kind: 'raster', widthDots: 16, heightDots: 2, bitsBase64: Buffer.from([1, 2, 3, 4]).toString('base64') } as const;
    expect(layOut(slip(picture), 48)).toMatchObject({ ok: true });
    expect(layOut(slip({ ...picture, widthDots: 577 }), 48)).toMatchObject({ ok: false, refusal: { kind: 'raster' } });
    expect(layOut(slip({ ...picture, heightDots: 3 }), 48)).toMatchObject({ ok: false, refusal: { kind: 'raster' } });
    expect(layOut(slip({ kind: 'blank', lines: 51 }), 48)).toMatchObject({ ok: false, refusal: { kind: 'too-long' } });
    expect(layOut(slip({ kind: 'text', text: '가'.repeat(4_001) }), 48)).toMatchObject({ ok: false, refusal: { kind: 'too-long' } });
    expect(layOut(slip(...Array.from({ length: 1_001 }, () => ({ kind: 'rule', style: 'single' }) as const)), 48)).toMatchObject({ ok: false, refusal: { kind: 'too-long' } });
  });

  it('lays out every sample at both widths', () => {
    for (const columns of [42, 48] as const) {
      for (const kind of ['sale', 'cash-receipt', 'test'] as const) expect(layOut(sampleSlip(kind, columns), columns)).toMatchObject({ ok: true });
    }
  });

  it('prints what a cash receipt must carry', () => {
    const text = textLines(sampleSlip('cash-receipt', 42), 42).map(textOf).join('\n');
    for (const needed of ['TB0000178', '124-81-00998', '들꽃마트', '대표자', '주소', '2026-03-14 15:09:31', '공급가액', '부가세', '봉사료', '합계', '소득공제', '010-****-5678', '현금영수증 문의 126-1-1', 'hometax.go.kr']) {
      expect(text).toContain(needed);
    }
  });
});

function paper(text: string): string {
  const made = toPaperText(text);
  return made.ok ? made.text : '';
}

describe('pairs and goods', () => {
  it('a pair stands at both edges, and wraps without losing anything', () => {
    expect(layPair('합계', '1,000원', 20).map(rowText)).toEqual(['합계         1,000원']);
    expect(layPair('아주아주 긴 이름표입니다', '1,000원', 20).map(rowText)).toEqual(['아주아주 긴', '이름표입니다 1,000원']);
    expect(layPair('', 'x'.repeat(25), 20).map(rowText)).toEqual(['x'.repeat(20), `${' '.repeat(15)}${'x'.repeat(5)}`]);
    expect(layPair('가나다라마바사아자차', '12', 20).map(rowText)).toEqual(['가나다라마바사아자차', `${' '.repeat(18)}12`]);
  });

  it.each([42, 48] as const)('goods at %i columns: short, long and very dear', (columns) => {
    const [short] = layItem('우유', { unitPriceWon: 2_980, quantity: 2, amountWon: 5_960 }, columns).map(rowText);
    expect(columnsOf(short ?? '')).toBe(columns);
    expect(short).toMatch(/^우유 +2,980 +2 +5,960$/);
    const long = layItem('유기농 방울토마토 국내산 500g 특품', { unitPriceWon: 6_900, quantity: 1, amountWon: 6_900 }, columns).map(rowText);
    expect(long).toHaveLength(2);
    const dear = layItem('금', { unitPriceWon: 1_000_000_000_000, quantity: -99_999, amountWon: -1_000_000_000_000 }, columns).map(rowText).join('\n');
    expect(dear).toContain('1,000,000,000,000 x -99,999');
    expect(dear).toContain('-1,000,000,000,000');
  });

  it('keeps the decimals of a weighed quantity', () => {
    expect(layItem('한우', { unitPriceWon: 100_000, quantity: 0.352, amountWon: 35_200 }, 48).map(rowText)[0]).toContain('0.352');
  });
});

describe('wrapping', () => {
  it('breaks at spaces, never inside a two-column character, and keeps indentation', () => {
    expect(wrapText('가나다라 마바사', 9)).toEqual(['가나다라', '마바사']);
    expect(wrapText('가나다라마', 5)).toEqual(['가나', '다라', '마']);
    expect(wrapText('  ab', 10)).toEqual(['  ab']);
    expect(wrapText('', 10)).toEqual(['']);
    expect(wrapText('a\n\nb', 10)).toEqual(['a', '', 'b']);
  });

  it('always ends and fits, for any text and any width', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('가', 'a', ' ', '·', '\n'), maxLength: 80 }), fc.integer({ min: 2, max: 48 }), (text, columns) => {
        const lines = wrapText(text, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
      }),
    );
  });
});
