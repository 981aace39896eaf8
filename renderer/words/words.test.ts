import { describe, expect, it } from 'vitest';
import { basketWords } from './basket.ts';
import { cardWords } from './card.ts';
import { cardCasesWords } from './card-cases.ts';
import { cashierWords } from './cashier.ts';
import { catalogueWords } from './catalogue.ts';
import { commonWords } from './common.ts';
import { correctionWords } from './correction.ts';
import { customerWords } from './customer.ts';
import { deviceFactsWords } from './device-facts.ts';
import { deviceTestsWords } from './device-tests.ts';
import { drawerCountWords } from './drawer-counts.ts';
import { deviceWords } from './devices.ts';
import { exchangeWords } from './exchange.ts';
import { foldingWords } from './folding.ts';
import { makeFormat } from './format.ts';
import { handwrittenWords } from './handwritten.ts';
import { historyWords } from './history.ts';
import { importWords } from './import.ts';
import { keyMapWords } from './key-map.ts';
import { ledgerWords } from './ledger.ts';
import { managerWords } from './manager.ts';
import { meterWords } from './meter.ts';
import { missingWords } from './missing.ts';
import { peopleWords } from './people.ts';
import { printingChangeWords } from './printing-change.ts';
import { practiceWords } from './practice.ts';
import { photoWords } from './photo.ts';
import { productsWords } from './products.ts';
import { reasonWords } from './reasons.ts';
import { refundWords } from './refund.ts';
import { reprintWords } from './reprint.ts';
import { slipSettingsWords } from './slip-settings.ts';
import { staffWords } from './staff.ts';
import { setupWords } from './setup.ts';
import { strayWords } from './stray.ts';
import { terminalWords } from './terminal.ts';
import { timelineWords } from './timeline.ts';
import { weightWords } from './weight.ts';

type Leaf = { readonly path: string; readonly text: string };

/** Every text of a catalogue; functions are called with arguments that show up in what they return. */
function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return [{ path: `${path}()`, text: String(value(...Array.from({ length: value.length }, (_, index) => 7 + index))) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const HANGUL = /[가-힣]/;
const HAN = /[一-鿿]/;
/** Korean names of things that have no other name, and the names languages give themselves. */
const MAY_STAY_KOREAN = /languageName|한국어|[(（]현금영수증[)）]/;

describe.each(Object.entries({ basketWords, cardCasesWords, cardWords, cashierWords, catalogueWords, commonWords, correctionWords, customerWords, deviceFactsWords, deviceTestsWords, deviceWords, drawerCountWords, exchangeWords, foldingWords, handwrittenWords, historyWords, importWords, keyMapWords, ledgerWords, managerWords, meterWords, missingWords, peopleWords, photoWords, practiceWords, printingChangeWords, productsWords, reasonWords, refundWords, reprintWords, setupWords, slipSettingsWords, staffWords, strayWords, terminalWords, timelineWords, weightWords }))('%s', (_name, catalogue) => {
  const all = { ko: leaves(catalogue.ko, ''), en: leaves(catalogue.en, ''), 'zh-CN': leaves(catalogue['zh-CN'], '') };

  it('has one word each for giving up, undoing and cancelling a payment in Chinese, and no trade where a transaction is meant in English', () => {
    const undoing = all['zh-CN'].filter(({ path }) => /\.(undo|undoTitle|undoDo|undone|revert|bringBack)(\(\))?$/.test(path));
    expect(undoing.filter(({ text }) => /撤|取消/.test(text))).toEqual([]);
    expect(all.en.filter(({ text }) => /\btrades?\b/i.test(text))).toEqual([]);
  });

  it('has the same places in every language, and words in each', () => {
    const paths = all.ko.map(({ path }) => path).toSorted();
    expect(all.en.map(({ path }) => path).toSorted()).toEqual(paths);
    expect(all['zh-CN'].map(({ path }) => path).toSorted()).toEqual(paths);
  });

  it('is English in English and Chinese in Chinese', () => {
    expect(all.en.filter(({ text, path }) => (HANGUL.test(text) || HAN.test(text)) && !MAY_STAY_KOREAN.test(path + text))).toEqual([]);
    expect(all['zh-CN'].filter(({ text, path }) => HANGUL.test(text) && !MAY_STAY_KOREAN.test(path + text))).toEqual([]);
  });

  it('has no empty text', () => {
    const empty = [...all.ko, ...all.en, ...all['zh-CN']].filter(({ text }) => text.trim() === '' || text.includes('undefined'));
    expect(empty).toEqual([]);
  });
});

describe('numbers and times', () => {
  it('are written as each language writes them, always in Seoul time', () => {
    expect(makeFormat('ko').won(52_500)).toBe('52,500원');
    expect(makeFormat('en').won(52_500)).toBe('₩52,500');
    expect(makeFormat('zh-CN').won(52_500)).toBe('52,500韩元');
    expect(makeFormat('ko').won(-500)).toBe('−500원');
    expect([makeFormat('ko').wonParts(-500), makeFormat('en').wonParts(-500)]).toEqual([{ before: '', digits: '−500', after: '원' }, { before: '−₩', digits: '500', after: '' }]);
    expect(makeFormat('ko').time('2026-11-21T15:08:03.000Z')).toBe('00:08');
    expect(makeFormat('ko').day('2026-11-21T15:08:03.000Z')).toBe('11월 22일 (일)');
    expect(makeFormat('ko').saleNumber(412)).toBe('#0412');
  });

  it('tell an age in its largest unit', () => {
    const { age } = makeFormat('ko');
    const from = '2026-11-21T00:00:00.000Z';
    const after = (seconds: number) => age(from, Date.parse(from) + seconds * 1000);
    expect([after(-5), after(59), after(60), after(3_599), after(7_200), after(172_800)]).toEqual(['0초', '59초', '1분', '59분', '2시간', '2일']);
  });
});
