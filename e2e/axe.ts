/** What axe finds serious on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const SERIOUS: readonly string[] = ['serious', 'critical'];
/** Of a long list these speak for the rest: axe asks every text about every other that might lie behind it. */
const ROWS_ASKED = 12;

type Violation = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly any: readonly { readonly message: string }[] }[];
};
type Axe = {
  readonly run: (context: { readonly include: Document; readonly exclude: readonly Element[] }, options: { readonly resultTypes: readonly string[]; readonly runOnly?: readonly string[]; readonly rules: Readonly<Record<string, { readonly enabled: boolean }>> }) => Promise<{ readonly violations: readonly Violation[] }>;
};
declare global {
  // An interface, because it adds to the one there is.
  interface Window {
    axe?: Axe;
  }
}

export type Asked = {
  /** Every rule, this one, or all but this one. */
  readonly only?: string;
  readonly without?: string;
};

/** The builder brings axe into the page once; after that it is asked there, which takes a fifth of the time. */
export async function findings(page: Page, { only, without }: Asked = {}): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await new AxeBuilder({ page }).setLegacyMode().withRules('html-has-lang').analyze();
  const serious = await page.evaluate(
    async ({ only, without, impacts, rowsAsked }) => {
      if (window.axe === undefined) throw new Error('axe is not in the page');
      const seen = new Map<string, number>();
      const exclude = [...document.querySelectorAll<HTMLElement>('[data-testid]')].filter(({ dataset: { testid = '' } }) => {
        seen.set(testid, (seen.get(testid) ?? 0) + 1);
        return (seen.get(testid) ?? 0) > rowsAsked;
      });
      const { violations } = await window.axe.run({ include: document, exclude }, { resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: [only] }), rules: without === undefined ? {} : { [without]: { enabled: false } } });
      // Only what is told goes through the wire.
      return violations.filter(({ impact }) => impacts.includes(impact ?? '')).map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, any }) => ({ target, why: any[0]?.message ?? '' })) }));
    },
    { only, without, impacts: SERIOUS, rowsAsked: ROWS_ASKED },
  );
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, why }) => `${target.join(' ')} (${why})`).join(' | ')}`);
}
