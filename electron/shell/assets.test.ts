import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetHeaders, CONTENT_SECURITY_POLICY, resolveAsset } from './assets.ts';

const ROOT = path.resolve('/srv/renderer');

describe('the file behind an address', () => {
  it('is the one in the renderer folder', () => {
    expect(resolveAsset(ROOT, 'app://counter/cashier.html')).toEqual({ file: path.join(ROOT, 'cashier.html'), contentType: 'text/html; charset=utf-8' });
    expect(resolveAsset(ROOT, 'app://counter/assets/%ED%95%9C.ttf?v=1#x')?.file).toBe(path.join(ROOT, 'assets', '한.ttf'));
  });

  it.each([
    'app://counter/..%2fsecret.js',
    'app://counter/assets/..%2f..%2fsecret.js',
    'app://counter/..%5csecret.js',
    'app://counter/%2e%2e%2frenderer-of-somebody-else/x.js',
    'app://counter/%00.js',
    'app://counter/%E0%A4.js',
    'app://counter/',
    'app://counter',
    'app://other/cashier.html',
    'file:///srv/renderer/cashier.html',
    'https://counter/cashier.html',
    'cashier.html',
  ])('does not exist for %s', address => {
    expect(resolveAsset(ROOT, address)).toBeNull();
  });

  it.each(['app://counter/../secret.js', 'app://counter/%2e%2e/%2e%2e/secret.js'])('stays inside when dots are folded away: %s', address => {
    expect(resolveAsset(ROOT, address)?.file).toBe(path.join(ROOT, 'secret.js'));
  });

  it('never lies outside the folder, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', 'x.js', '%00', 'renderer2');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const resolved = resolveAsset(ROOT, `app://counter/${pieces.join('')}x.js`);
        if (resolved !== null) expect(resolved.file.startsWith(ROOT + path.sep)).toBe(true);
      }),
    );
  });

  it('is refused when its type is none of ours', () => {
    expect(resolveAsset(ROOT, 'app://counter/main.js.map')).toBeNull();
    expect(resolveAsset(ROOT, 'app://counter/cashier')).toBeNull();
  });
});

describe('the content security policy', () => {
  it('lets scripts come from the bundle only', () => {
    expect(CONTENT_SECURITY_POLICY).toMatch(/script-src 'self';/);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*|https?:/);
  });

  it('starts from nothing and closes frames, forms and base', () => {
    for (const part of ["default-src 'none'", "frame-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"]) {
      expect(CONTENT_SECURITY_POLICY.split('; ')).toContain(part);
    }
  });

  it('goes with every answer, together with the type that may not be guessed', () => {
    expect(assetHeaders('text/css')).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-type': 'text/css',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});
