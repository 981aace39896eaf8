import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPlace, lastPlace, openHome, shopExists } from './home.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-home-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (name: string, text = name): void => {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  writeFileSync(path.join(dir, name), text);
};
const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');

describe('data of a version without places', () => {
  it('becomes practice data, whole: nothing is lost, nothing stays behind', () => {
    const names = ['journal.db', 'journal.db-wal', 'catalogue.db', 'settings.json', 'credentials.json', 'sandbox-state.jsonl', 'keys/signing', 'slips/slip-0001.png'];
    for (const name of names) put(name);
    put('shell/Preferences');
    const home = openHome(dir);
    for (const name of names) expect(read(`practice/${name}`)).toBe(name);
    expect(existsSync(path.join(dir, 'journal.db'))).toBe(false);
    expect(existsSync(path.join(dir, 'shell', 'Preferences'))).toBe(true);
    expect(lastPlace(home)).toBe('practice');
  });

  it('is moved to the end when a power cut had stopped the move half-way', () => {
    put('practice/keys/signing');
    put('practice/settings.json');
    put('journal.db');
    openHome(dir);
    expect(read('practice/journal.db')).toBe('journal.db');
    expect(read('practice/keys/signing')).toBe('practice/keys/signing');
  });

  it('is never written over what is there already', () => {
    put('journal.db', 'old');
    put('practice/journal.db', 'new');
    expect(() => openHome(dir)).toThrow(/Nothing was moved/);
    expect([read('journal.db'), read('practice/journal.db')]).toEqual(['old', 'new']);
  });
});

describe('where the program opens', () => {
  it('is the welcome in a new folder', () => expect(lastPlace(openHome(dir))).toBeNull());

  it('is where it was last, and never a shop that is not there', () => {
    const home = openHome(dir);
    keepPlace(home, 'shop');
    expect(lastPlace(home)).toBeNull();
    put('shop/settings.json');
    expect(shopExists(home)).toBe(true);
    expect(lastPlace(home)).toBe('shop');
    keepPlace(home, 'practice');
    expect(lastPlace(home)).toBe('practice');
  });

  it('is the shop when the power went between making it and going there, and a torn place file is none', () => {
    const home = openHome(dir);
    put('shop/settings.json');
    expect(lastPlace(home)).toBe('shop');
    put('place.json', '{"pla');
    expect(lastPlace(home)).toBe('shop');
  });
});

it('what a power cut left of a shop without its name is nobody’s, and goes', () => {
  put('shop.unfinished/journal.db');
  openHome(dir);
  expect(existsSync(path.join(dir, 'shop.unfinished'))).toBe(false);
});
