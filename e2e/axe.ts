/** What axe finds serious on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const SERIOUS: readonly string[] = ['serious', 'critical'];

type Violation = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly any: readonly { readonly message: string }[] }[];
};
type Axe = {
  readonly run: (root: Document, options: { readonly resultTypes: readonly string[]; readonly runOnly?: readonly string[] }) => Promise<{ readonly violations: readonly Violation[] }>;
};
declare global {
  // An interface, because it adds to the one there is.
  interface Window {
    axe?: Axe;
  }
}

/** Of every rule, or of one. The builder brings axe into the page once; after that it is asked there, which takes a fifth of the time. */
export async function findings(page: Page, only?: string): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await new AxeBuilder({ page }).setLegacyMode().withRules('html-has-lang').analyze();
  const serious = await page.evaluate(
    async ({ rule, impacts }) => {
      if (window.axe === undefined) throw new Error('axe is not in the page');
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...(rule === null ? {} : { runOnly: [rule] }) });
      // Only what is told goes through the wire.
      return violations.filter(({ impact }) => impacts.includes(impact ?? '')).map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, any }) => ({ target, why: any[0]?.message ?? '' })) }));
    },
    { rule: only ?? null, impacts: SERIOUS },
  );
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, why }) => `${target.join(' ')} (${why})`).join(' | ')}`);
}
