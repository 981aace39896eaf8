/**
 * CDP cannot intercept a scheme Chromium does not know, so `app://counter/x` is shown to Chromium as `https://counter.app.invalid/x`:
 * a secure context of its own, and a name that by RFC 2606 never resolves. Every request for it is answered by us.
 */
export const toPageUrl = (appUrl: string): string => {
  const match = /^([a-z]+):\/\/([^/?#]+)(.*)$/.exec(appUrl);
  if (match === null || match[1] === 'https' || match[1] === 'http') return appUrl;
  const rest = match[3] ?? '';
  return `https://${match[2]}.${match[1]}.invalid${rest.startsWith('/') ? rest : `/${rest}`}`;
};

/** The way back; what is not such an address stays as it is. */
export const toAppUrl = (pageUrl: string): string => pageUrl.replace(/^https:\/\/([^./]+)\.([a-z]+)\.invalid(?=[/?#]|$)/, '$2://$1');
