/** What a customer does at her display: she reads and touches. */
import type { Page } from 'playwright/test';

export type CustomerPage = {
  readonly page: Page;
  readonly at: (testId: string) => ReturnType<Page['getByTestId']>;
  readonly touchDigits: (digits: string) => Promise<void>;
  /** A name on the signature field, in two strokes, point by point; `strokes` of it. */
  readonly drawName: (strokes?: number) => Promise<void>;
  /** The pen comes down and trembles where it is, until what is answered is called: a pen that does not rest. */
  readonly keepDrawing: () => Promise<() => Promise<void>>;
};

const STROKES = [
  { from: 0.15, height: 0.2 },
  { from: 0.55, height: 0.28 },
] as const;
const STROKE_POINTS = 20;
const TREMBLE_MS = 200;

export function customerPage(page: Page): CustomerPage {
  const at = (testId: string) => page.getByTestId(testId);
  return {
    page,
    at,
    touchDigits: async (digits) => {
      for (const digit of digits) await at(`key-${digit}`).click();
    },
    drawName: async (strokes = STROKES.length) => {
      const box = await at('sign-field').boundingBox();
      if (box === null) throw new Error('there is no field to sign on');
      for (const { from, height } of STROKES.slice(0, strokes)) {
        const move = (step: number) => page.mouse.move(box.x + box.width * (from + step * 0.014), box.y + box.height * (0.5 + height * Math.sin(step / 3)));
        await move(0);
        await page.mouse.down();
        for (let step = 1; step <= STROKE_POINTS; step += 1) await move(step);
        await page.mouse.up();
      }
    },
    keepDrawing: async () => {
      const box = await at('sign-field').boundingBox();
      if (box === null) throw new Error('there is no field to sign on');
      const tremble = (turn: number) => page.mouse.move(box.x + box.width / 2 + (turn % 2) * 4, box.y + box.height / 2);
      await tremble(0);
      await page.mouse.down();
      const lifting = new AbortController();
      const trembling = (async () => {
        for (let turn = 1; !lifting.signal.aborted; turn += 1) {
          await tremble(turn);
          await page.waitForTimeout(TREMBLE_MS);
        }
        await page.mouse.up();
      })();
      return () => {
        lifting.abort();
        return trembling;
      };
    },
  };
}
