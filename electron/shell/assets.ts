import path from 'node:path';
import { HOST, SCHEME } from './origin.ts';

/**
 * React Aria and Tailwind write style attributes (positions of popovers, hidden inputs), so styles may be inline; scripts never.
 * Fonts and pictures come from the bundle; slips and photos of products come by a call and are painted from their bytes (renderer/ui/keep-painted.ts).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
};

/**
 * The file behind an address of ours, or null when the address is not ours, climbs out of the folder or has a type we do not serve.
 * Purely a calculation: whether the file exists is for the caller to find out.
 */
export const resolveAsset = (rootDir: string, url: string): { readonly file: string; readonly contentType: string } | null => {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== `${SCHEME}:` || address.host !== HOST) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(address.pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const root = path.resolve(rootDir);
  const file = path.resolve(root, `.${decoded}`);
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  const contentType = CONTENT_TYPES[path.extname(file)];
  return contentType === undefined ? null : { file, contentType };
};

/** Headers of every answer; `contentType` as resolveAsset says. */
export const assetHeaders = (contentType: string): Record<string, string> => ({
  'content-type': contentType,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=()',
  'cache-control': 'no-store',
});
