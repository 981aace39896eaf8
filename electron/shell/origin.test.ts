import { describe, expect, it } from 'vitest';
import { isAllowedNavigation, windowOfPath, windowUrl } from './origin.ts';

describe('a window may navigate', () => {
  it.each(['app://counter/cashier.html', 'app://counter/cashier.html?again', 'app://counter/cashier.html#sale'])('to its own page: %s', url => {
    expect(isAllowedNavigation('cashier', url)).toBe(true);
  });

  it.each([
    'app://counter/customer.html',
    'app://counter/',
    'app://counter.example/cashier.html',
    'https://counter/cashier.html',
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'nonsense',
  ])('not to %s', url => {
    expect(isAllowedNavigation('cashier', url)).toBe(false);
  });
});

it('a page knows its window by its path, and is the cashier only when nothing else is said', () => {
  expect(windowOfPath(new URL(windowUrl('customer')).pathname)).toBe('customer');
  expect(windowOfPath(new URL(windowUrl('cashier')).pathname)).toBe('cashier');
  expect(windowOfPath('/customer.html.evil')).toBe('cashier');
});
