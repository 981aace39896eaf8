/** What a cashier does, in her words: keys as a hand presses them, codes as a scanner sends them. */
import { expect, type Page } from 'playwright/test';
import { type CallAnswer, type CallName, type CallRequest, calls } from '../../contract/calls.ts';

/** Barcodes of the practice shelf. */
export const GOODS = { americano: '2000010000012', bread: '2000020000019', eggs: '2000050000010' } as const;

/** A hand does not press keys faster than this; a scanner always does. */
const HAND_MS = 110;
/** A glance at a number that is read back. */
export const READING_MS = 400;
const SCANNER_MS = 4;

export type CashierPage = {
  readonly page: Page;
  readonly at: (testId: string) => ReturnType<Page['getByTestId']>;
  /** As a scanner: the code and Enter, a few milliseconds apart. */
  readonly scan: (code: string) => Promise<void>;
  /** One code after the other, without a breath between them. */
  readonly scanAll: (codes: readonly string[]) => Promise<void>;
  /** As a hand. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly openShift: () => Promise<void>;
  /** Signed in and the day opened, not by keys but by the calls they end in: for tests about what comes afterwards. */
  readonly ready: () => Promise<void>;
  /** Somebody else takes over: the one who stands first in the list that F11 shows, by her PIN. */
  readonly switchTo: (pin: string) => Promise<void>;
  /** From wherever the menu can be opened, to a room in it. */
  readonly openRoom: (room: 'ledger' | 'close' | 'products') => Promise<void>;
  /** The basket on the screen is given up: the next step of a test begins with none. */
  readonly emptyBasket: () => Promise<void>;
  /** From the question of the cash receipt to the end of the sale: no receipt, no slip. */
  readonly declineAll: () => Promise<void>;
  /** A number that is whole: read back, looked at, issued. */
  readonly issue: () => Promise<void>;
  /** From the sale screen to the question of the cash receipt, by keyboard: F8, exact, Enter. */
  readonly payExactly: () => Promise<void>;
};

/**
 * Real key events with the times a scanner gives them. The times are set, not waited for: a busy test machine must not turn a scanner
 * into a slow typist.
 */
export async function scanAll(page: Page, codes: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = codes.flatMap((code) => [...code, 'Enter']);
  // The last key is pressed now: a hand that comes afterwards comes later.
  const began = (Date.now() - keys.length * SCANNER_MS) / 1000;
  const sent = keys.map((key, index) => {
    const timestamp = began + (index * SCANNER_MS) / 1000;
    const event = key === 'Enter' ? { key, code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' } : { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0), text: key };
    return [session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...event }), session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key, code: event.code, windowsVirtualKeyCode: event.windowsVirtualKeyCode })];
  });
  await Promise.all(sent.flat());
  await session.detach();
}

/** A call as the window makes it; refused is a failure of the test. */
export async function callFrom<N extends CallName>(page: Page, name: N, req: CallRequest<N>): Promise<CallAnswer<N>> {
  const raw = await page.evaluate((text) => window.gyesandae?.invoke(text), JSON.stringify({ id: 0, call: name, req }));
  const answer: { readonly ok: boolean; readonly res: CallAnswer<N> } = JSON.parse(raw ?? '{"ok":false}');
  if (!answer.ok) throw new Error(`${name} was refused: ${raw}`);
  expect(calls[name].res.safeParse(answer.res).error, `the answer to ${name} is what the contract says`).toBeUndefined();
  return answer.res;
}

export function cashierPage(page: Page): CashierPage {
  const at = (testId: string) => page.getByTestId(testId);

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.waitForTimeout(HAND_MS);
      // Who confirms a number has looked at it.
      if (key === 'Enter' && (await at('read-back-number').isVisible())) await page.waitForTimeout(READING_MS);
      await page.keyboard.press(key);
    }
    await page.waitForTimeout(HAND_MS);
  }

  async function signIn(): Promise<void> {
    await expect(at('screen-sign-in')).toBeVisible();
    await press('1', '2', '3', '4', 'Enter');
    await expect(at('screen-sign-in')).toBeHidden();
  }

  async function openShift(): Promise<void> {
    await expect(at('screen-open-shift')).toBeVisible();
    await press('1', '0', '0', '0', '0', '0', 'Enter');
    await expect(at('screen-sale')).toBeVisible();
  }

  return {
    page,
    at,
    scan: (code) => scanAll(page, [code]),
    scanAll: (codes) => scanAll(page, codes),
    press,
    type: async (text) => {
      await press(...text);
    },
    signIn,
    openShift,
    ready: async () => {
      await expect(at('screen-sign-in')).toBeVisible();
      const [user] = (await callFrom(page, 'counter.view', {})).users;
      if (user === undefined) throw new Error('nobody can sign in');
      await callFrom(page, 'people.signIn', { userId: user.userId, pin: user.practicePin ?? '' });
      // The float that `openShift` types.
      await callFrom(page, 'shift.open', { floatWon: 100_000 });
      await expect(at('screen-sale')).toBeVisible();
    },
    switchTo: async (pin) => {
      await press('F11');
      await expect(at('switch-dialog')).toBeVisible();
      await press(...pin, 'Enter');
      await expect(at('switch-dialog')).toBeHidden();
    },
    openRoom: async (room) => {
      await at('open-menu').click();
      await at(`menu-${room}`).click();
      await expect(at('menu')).toBeHidden();
    },
    emptyBasket: async () => {
      await at('sale-abandon').click();
      await at('abandon-do').click();
      await expect(at('basket-line')).toHaveCount(0);
    },
    declineAll: async () => {
      await press('0', 'Enter');
      await expect(at('screen-slip-question')).toBeVisible();
      await press('2');
      await expect(at('screen-done')).toBeVisible();
    },
    issue: async () => {
      await press('Enter');
      await expect(at('read-back-number')).toBeVisible();
      await press('Enter');
    },
    payExactly: async () => {
      await expect(at('basket-line').first()).toBeVisible();
      await press('F8');
      await expect(at('screen-cash')).toBeVisible();
      await press('F8', 'Enter');
      await expect(at('screen-receipt')).toBeVisible();
    },
  };
}
