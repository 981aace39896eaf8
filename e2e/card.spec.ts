/** Paying by card in practice, against the simulated terminal: by keyboard, in parts, signed for, and when the pad does not work. */
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { FULL_CARD_NUMBER } from '../native/terminal/simulator/machine.ts';
import { wholeCardNumbers } from './card-numbers.ts';
import { expect, test } from './till.ts';
import { GOODS } from './pages/cashier-page.ts';

test('by card, two customers one after the other: whole, and in part', async ({ till, display, printer }) => {
  await till.ready();
  await test.step('a card is charged, nobody is asked about a cash receipt, and the slip names the approval: by keyboard alone', async () => {
    await till.scan(GOODS.bread);
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.press('F9');
    await expect(till.at('screen-pay')).toBeVisible();
    await till.press('Enter');
    await expect(till.at('screen-slip-question')).toBeVisible();
    await expect(display.at('customer-slip-question')).toBeVisible();
    await till.press('1');
    await expect(till.at('screen-done')).toBeVisible();
    await expect(till.at('print-confirmed').first()).toBeVisible();
    const paper = await printer.slipText(1);
    expect(paper).toContain('카드 승인');
    expect(paper).toMatch(/승인번호\s+\d{8}/);
    expect(paper).not.toMatch(/\d{13,19}/);
  });
  await till.press('Enter');
  await test.step('part in cash, the rest by card', async () => {
    await till.scan(GOODS.bread);
    await till.press('F9');
    await till.type('2000');
    await expect(till.at('pay-amount')).toContainText('2,000');
    await till.press('F8');
    await expect(till.at('screen-cash')).toBeVisible();
    await till.press('F8', 'Enter');
    await expect(till.at('pay-left')).toContainText('2,200');
    await expect(display.at('customer-tendering')).toBeVisible();
    await till.press('Enter');
    // The receipt is for the cash alone.
    await expect(till.at('screen-receipt')).toBeVisible();
    await expect(till.at('paid-received')).toContainText('2,000');
  });
});

test.describe('at a terminal that sends whole card numbers', () => {
  test.use({ terminalFamily: 'koces-cat' });

  test('from 50,000 won up the customer signs on her display; where she cannot, the slip to sign comes out and is on the list; no window, no file and no last word holds the number', async ({ till, display, printer, terminal, counter, dataDir }) => {
    const neitherHoldsIt = async (stage: string) => expect([...(await wholeCardNumbers(till.page)), ...(await wholeCardNumbers(display.page))], stage).toEqual([]);
    await terminal?.usual({ fullNumber: true });
    await terminal?.next({ fullNumber: true, answer: 'decline', code: '8037', message: `카드 ${FULL_CARD_NUMBER}` });
    await till.ready();
    await till.type('13*');
    await till.scan(GOODS.bread);
    await expect(till.at('sale-total')).toContainText('54,600');
    await till.press('F9', 'Enter');
    await expect(till.at('pay-trouble')).toContainText('카드 9490');
    await neitherHoldsIt('declined, in the issuer’s own words');
    await till.press('Enter');
    await expect(till.at('screen-signing')).toBeVisible();
    await expect(display.at('customer-signature')).toBeVisible();
    await neitherHoldsIt('signing');
    await till.press('F9');
    await expect(till.at('screen-slip-question')).toBeVisible();
    await expect.poll(async () => (await printer.state()).slips.length).toBe(1);
    expect(await printer.slipText(1)).toContain('수기서명 전표');
    await neitherHoldsIt('the slip question');
    await till.press('1');
    await expect(till.at('done-cards')).toContainText('94901234****123*');
    await neitherHoldsIt('done');
    await till.press('F3');
    await expect(till.at('screen-history')).toContainText('54,600');
    await neitherHoldsIt('history');
    await till.press('Escape', 'F10', 'F4');
    await expect(till.at('slip-facts')).toContainText('****');
    await neitherHoldsIt('the room of slips');
    const words = await fallOver(counter, `card ${FULL_CARD_NUMBER}`);
    expect(words).toContain('a fault of its own: Error: card ');
    expect([words.includes(FULL_CARD_NUMBER), ...filesWith(dataDir, FULL_CARD_NUMBER)], 'journal, settings, paper, the windows’ own folder').toEqual([false]);
    expect(filesUnder(dataDir).filter((file) => /\.(dmp|core)$|^core\b/.test(path.basename(file))), 'nothing is dumped').toEqual([]);
  });
});

/** A fault nobody foresaw, whose message quotes what it tripped over. Answers what the counter said from then on. */
async function fallOver(counter: ElectronApplication, message: string): Promise<string> {
  const child = counter.process();
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  const ended = once(child, 'exit');
  await counter.evaluate((_, text) => void setImmediate(() => { throw new Error(text); }), message);
  const [code] = await ended;
  expect(code, 'it ends, and says so').toBe(1);
  return said;
}

function filesUnder(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name)).filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function filesWith(dir: string, text: string): readonly string[] {
  return filesUnder(dir).filter((file) => [Buffer.from(text), Buffer.from(text, 'utf16le')].some((bytes) => readFileSync(file).includes(bytes)));
}
