/** Where our windows live: a scheme of our own, so that no server, no file path and no foreign page shares their origin. */
export const SCHEME = 'app';
export const HOST = 'counter';
export const ORIGIN = `${SCHEME}://${HOST}`;

export const WINDOW_KINDS = ['cashier', 'customer'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** The page of a window, for example `app://counter/cashier.html`. */
export const windowUrl = (kind: WindowKind): string => `${ORIGIN}/${kind}.html`;

/** Which window a page's path belongs to; the cashier's unless it is exactly the customer's page. */
export const windowOfPath = (pathname: string): WindowKind => (pathname === '/customer.html' ? 'customer' : 'cashier');

/**
 * A window may only ever show its own page: a reload is allowed, everything else is refused.
 * Query and fragment may differ, origin and path may not.
 */
export const isAllowedNavigation = (kind: WindowKind, url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const target = new URL(url);
  const own = new URL(windowUrl(kind));
  return target.protocol === own.protocol && target.host === own.host && target.pathname === own.pathname;
};
