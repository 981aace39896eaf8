import { describe, expect, test } from 'vitest';
import { FAILURE_WORDS } from './failure-words.ts';
import type { FailureWords, Language } from './failure.ts';
import { FAILURE_CLASSES, failureClass, failureHelper, failureWords, isFailureCode } from './failure.ts';
import { PIN_ATTEMPTS_BEFORE_LOCK, PIN_LOCK_MS } from './people.ts';

const LANGUAGES = ['ko', 'en', 'zh-CN'] as const satisfies readonly Language[];
const PARTS = ['what', 'money', 'next'] as const satisfies readonly (keyof FailureWords)[];
const CODES = Object.keys(FAILURE_CLASSES).filter(isFailureCode);
const LONGEST = 90;

const SCRIPT = { ko: /[가-힣]/, en: /[a-z]/, 'zh-CN': /\p{Script=Han}/u } as const;
const FOREIGN = { ko: /\p{Script=Han}/u, en: /[가-힣]|\p{Script=Han}/u, 'zh-CN': /[가-힣]/ } as const;
const SENTENCE_END = { ko: /(요|다)\.$/, en: /\.$/, 'zh-CN': /。$/ } as const;

describe.each(CODES)('the words of %s', (code) => {
  test.each(LANGUAGES)('are whole in %s: what happened, the money, what next', (language) => {
    const words = failureWords(code, language);
    for (const part of PARTS) {
      const sentence = words[part];
      expect(sentence.trim()).toBe(sentence);
      expect(`${part} ${sentence.length <= LONGEST ? '' : sentence}`).toBe(`${part} `);
      expect(sentence).toMatch(SCRIPT[language]);
      expect(sentence).not.toMatch(FOREIGN[language]);
      expect(sentence).toMatch(SENTENCE_END[language]);
    }
    expect(new Set(PARTS.map((part) => words[part])).size).toBe(PARTS.length);
  });

  test('show no code: that is small print', () => {
    for (const language of LANGUAGES) {
      const all = PARTS.map((part) => failureWords(code, language)[part]).join(' ');
      expect(CODES.filter((other) => all.includes(other))).toEqual([]);
      expect(all).not.toMatch(/undefined|null|\bNaN\b|[{}<>]/);
    }
  });

  test('name a class and who can act', () => {
    expect(failureClass(code)).toBe(FAILURE_CLASSES[code]);
    expect(['cashier', 'manager']).toContain(failureHelper(code));
  });
});

describe('the catalogue', () => {
  test('has words for its codes and for nothing else', () => {
    expect(new Set(Object.keys(FAILURE_WORDS))).toEqual(new Set(CODES));
    expect(CODES.length).toBe(Object.keys(FAILURE_CLASSES).length);
  });

  test.each(LANGUAGES)('says of no two failures in %s that the same happened', (language) => {
    const whats = CODES.map((code) => failureWords(code, language).what);
    expect(whats.filter((what, index) => whats.indexOf(what) !== index)).toEqual([]);
  });

  test('takes only its own codes for codes', () => {
    for (const text of ['', 'toString', '__proto__', 'constructor', 'cash-receipt', 'cash-receipt.', 'CASH-RECEIPT.NETWORK']) expect(isFailureCode(text)).toBe(false);
  });

  test('calls the manager when what is wrong is the shop or the journal', () => {
    const shopOrJournal = CODES.filter((code) => ['merchant-data', 'journal'].includes(failureClass(code)));
    expect(shopOrJournal.length).toBeGreaterThan(0);
    expect(shopOrJournal.filter((code) => failureHelper(code) !== 'manager')).toEqual([]);
  });

  test('tells a person never to do again what may have happened already', () => {
    expect(failureWords('cash-receipt.unknown', 'ko').what).toContain('다시 발급하지 마세요');
    expect(failureWords('cash-receipt.unknown', 'en').what).toContain('Do not issue it again');
    expect(failureWords('cash-receipt.unknown', 'zh-CN').what).toContain('请勿重复开具');
    expect(failureWords('printer.unknown', 'ko').money).toContain('다시 결제하지 마세요');
  });

  test('names the lock-out as it is', () => {
    expect(PIN_ATTEMPTS_BEFORE_LOCK).toBe(5);
    expect(PIN_LOCK_MS).toBe(60_000);
    expect(failureWords('people.pin-wrong', 'ko').next).toContain('다섯 번');
    expect(failureWords('people.locked', 'ko').next).toContain('1분');
  });
});
