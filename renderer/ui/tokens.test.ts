import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of one theme, by name; `after` is where its block begins. */
function colours(after: string): Readonly<Record<string, string>> {
  const block = CSS.split(after)[1]?.split('}')[0];
  if (block === undefined) throw new Error(`no block after ${after}`);
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const THEMES = { light: colours(':root.theme-light {'), dark: colours(':root.theme-dark {') } as const;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Readonly<Record<string, string>>, ink: string, ground: string): number {
  const [a, b] = [theme[ink], theme[ground]];
  if (a === undefined || b === undefined) throw new Error(`no colour ${ink} or ${ground}`);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunk', 'accent-soft'] as const;
const AA = 4.5;
const AA_LARGE = 3;
const AAA = 7;

describe.each(Object.entries(THEMES))('%s', (_name, theme) => {
  it.each(['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad'])('text in %s reaches AA on every ground', (ink) => {
    expect(GROUNDS.filter((ground) => contrast(theme, ink, ground) < AA)).toEqual([]);
  });

  it.each(['ink', 'ink-2', 'ok', 'warn', 'bad'])('an amount in %s reaches AAA on every ground', (ink) => {
    expect(GROUNDS.filter((ground) => contrast(theme, ink, ground) < AAA)).toEqual([]);
  });

  it('the amount in the primary button reaches AAA, pressed too', () => {
    expect(['accent', 'accent-press'].filter((ground) => contrast(theme, 'accent-ink', ground) < AAA)).toEqual([]);
  });

  it('what a greyed primary button says can be read as large text can', () => {
    expect(contrast(theme, 'accent-off-ink', 'accent-off')).toBeGreaterThanOrEqual(AA_LARGE);
  });

  it.each(['ok', 'warn', 'bad'])('what is said in %s on its own soft ground reaches AAA', (tone) => {
    expect(contrast(theme, tone, `${tone}-soft`)).toBeGreaterThanOrEqual(AAA);
    expect(contrast(theme, 'ink', `${tone}-soft`)).toBeGreaterThanOrEqual(AAA);
  });
});

it('a system that prefers dark gets the same dark as one that is told to', () => {
  expect(colours(':root:not(.theme-light) {')).toEqual(THEMES.dark);
});

it('both themes name the same colours', () => {
  expect(Object.keys(THEMES.dark)).toEqual(Object.keys(THEMES.light));
});
