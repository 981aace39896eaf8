/** Whether a whole card number stands anywhere in a window: read, read out, typed, or kept by the page. */
import type { Page } from 'playwright/test';
import { FULL_CARD_NUMBER } from '../native/terminal/simulator/machine.ts';

const ALL_TEXT = 'all text';
type Text = { readonly where: string; readonly text: string };

/** No card has fewer digits: what has fewer need not be told. */
const FEWEST_DIGITS = 13;

/** Runs in the page. Drawings are made of numbers, and say nothing. */
function textsOf([allText, fewestDigits]: readonly [string, number]): Text[] {
  const drawing = new Set(['d', 'points', 'style', 'class', 'viewbox', 'transform']);
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let all = '';
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) if (!drawing.has(name.toLowerCase()) && !/^(data|blob):/.test(value)) texts.push({ where: `${node.tagName} ${name}`, text: value });
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) texts.push({ where: `${node.tagName} value`, text: node.value });
    } else if (!/^(SCRIPT|STYLE)$/.test(node.parentElement?.tagName ?? '')) {
      texts.push({ where: 'text', text: node.textContent ?? '' });
      all += node.textContent ?? '';
    }
  }
  const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
  const found: Text[] = [...texts, { where: allText, text: all }, { where: 'kept', text: [...kept, document.cookie, location.href, document.title].join('\n') }];
  return found.filter(({ text }) => text.replaceAll(/\D/g, '').length >= fewestDigits);
}

/** What a screen reader is told: names, values, descriptions. */
async function spokenTexts(page: Page): Promise<Text[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.flatMap(({ role, name, value, description }) => [name, value, description].flatMap((said) => (said?.value === undefined ? [] : [{ where: `read out, ${String(role?.value)}`, text: String(said.value) }])));
}

/** Day and time at the end of a file's name, `…-20261129-141502.xlsx`: fourteen digits, one time in ten with the check digit of a card. */
const STAMP = /(?<=[a-z]-)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:[01]\d|2[0-3])(?:[0-5]\d){2}(?=\.[a-z])/gi;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** The check digit of every card; noughts alone are nobody's. */
function isCardNumber(digits: string): boolean {
  if (/^0+$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, place) => total + (place % 2 === 0 ? Number(digit) : Math.floor((Number(digit) * 2) / 10) + ((Number(digit) * 2) % 10)), 0);
  return sum % 10 === 0;
}

/** The simulators' own however it is cut up, and whatever else has the length and the check digit of one. */
function holdsOne({ where, text }: Text): boolean {
  if (digitsOf(text).includes(FULL_CARD_NUMBER)) return true;
  // Side by side without a gap, amounts of one page make any number there is.
  if (where === ALL_TEXT) return false;
  // A name made of letters and digits is no number, however many digits stand in a row; nor is what stands behind a decimal point.
  return [...text.replaceAll(STAMP, '').matchAll(/(?<![a-z\d]|\d\.)\d(?:[- ]?\d){13,18}(?![a-z\d])/gi)].some(([run]) => isCardNumber(digitsOf(run)));
}

const judge = (texts: readonly Text[]): readonly string[] => [...new Set(texts.filter(holdsOne).map(({ where }) => `a whole card number: ${where}`))];

/** Of the page alone: cheap enough for every scene. */
export async function numbersInPage(page: Page): Promise<readonly string[]> {
  return judge(await page.evaluate(textsOf, [ALL_TEXT, FEWEST_DIGITS] as const));
}

/** Of the page and of what is read out of it. */
export async function wholeCardNumbers(page: Page): Promise<readonly string[]> {
  return judge([...(await page.evaluate(textsOf, [ALL_TEXT, FEWEST_DIGITS] as const)), ...(await spokenTexts(page))]);
}
