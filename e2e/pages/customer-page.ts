/** What a customer does at her display: she reads and touches. */
import type { Page } from 'playwright/test';

export type CustomerPage = {
  readonly page: Page;
  readonly at: (testId: string) => ReturnType<Page['getByTestId']>;
  readonly touchDigits: (digits: string) => Promise<void>;
};

export function customerPage(page: Page): CustomerPage {
  const at = (testId: string) => page.getByTestId(testId);
  return {
    page,
    at,
    touchDigits: async (digits) => {
      for (const digit of digits) await at(`key-${digit}`).click();
    },
  };
}
