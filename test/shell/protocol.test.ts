import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../electron/shell/content-policy.ts';
import { resolveAsset, servePage } from '../../electron/shell/protocol.ts';

const resolve = (address: string) => resolveAsset(address, '/page');
const get = (url: string, method = 'GET') => ({ url, method });

describe('addresses of the page', () => {
  it.each([
    ['app://hostup/index.html', '/page/index.html', 'text/html; charset=utf-8'],
    ['app://hostup/index.html#/ticket/tkt_1', '/page/index.html', 'text/html; charset=utf-8'],
    ['app://hostup/index.html?x=../..#/', '/page/index.html', 'text/html; charset=utf-8'],
    ['app://hostup/assets/index-B2f_-9.js', '/page/assets/index-B2f_-9.js', 'text/javascript; charset=utf-8'],
    ['app://hostup/assets/a.css', '/page/assets/a.css', 'text/css; charset=utf-8'],
    ['app://hostup/%69ndex.html', '/page/index.html', 'text/html; charset=utf-8'],
  ])('%s is a file', (address, file, type) => {
    expect(resolve(address)).toEqual({ file, type });
  });

  it.each([
    'app://hostup/',
    'app://hostup',
    'app://hostup/../index.html',
    'app://hostup/assets/../../index.html',
    'app://hostup/%2e%2e/index.html',
    'app://hostup/%2E%2e/%2e./secret.html',
    'app://hostup/..%2findex.html',
    'app://hostup/..%5cindex.html',
    'app://hostup/..\\index.html',
    'app://hostup/%5c%5cserver/share/a.html',
    'app://hostup/%252e%252e/index.html',
    'app://hostup/index.html%00.js',
    'app://hostup/%00index.html',
    'app://hostup//etc/a.html',
    'app://hostup/%2fetc/a.html',
    'app://hostup/C:/a.html',
    'app://hostup/C%3a/a.html',
    'app://hostup/a/./b.html',
    'app://hostup/.../a.html',
    'app://hostup/%ff.html',
    'app://hostup/%e5.html',
    'app://hostup/å.html',
    'app://hostup/index.html.exe',
    'app://hostup/main.cjs',
    'app://hostup/package.json',
    'app://hostup/__proto__',
    'app://hostup/a.constructor',
    'app://other/index.html',
    'app://hostup.evil.example/index.html',
    'app://hostup@evil.example/index.html',
    'app://evil@hostup/index.html',
    'app://hostup:80/index.html',
    'app:/hostup/index.html',
    'file:///page/index.html',
    'https://hostup/index.html',
    '',
  ])('%j is not', (address) => {
    expect(resolve(address)).toBeNull();
  });
});

describe('serving the page', () => {
  const serve = servePage('/page', async (file) => {
    if (file !== '/page/index.html') throw new Error('ENOENT');
    return new TextEncoder().encode('<p>Ärende</p>');
  });

  it('answers a file with its type and the policy', async () => {
    const answer = await serve(get('app://hostup/index.html#/'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<p>Ärende</p>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a missing file', get('app://hostup/gone.html')],
    ['a way out', get('app://hostup/../index.html')],
    ['another host', get('app://other/index.html')],
    ['another method', get('app://hostup/index.html', 'POST')],
  ])('answers 404, with the policy, to %s', async (_what, request) => {
    const answer = await serve(request);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy);
  });
});

describe('the content security policy', () => {
  it('allows nothing by default, nothing unsafe, and no other place than the page itself', () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; /);
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:|blob:/);
    const rules = contentPolicy.split('; ');
    for (const rule of ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'"]) {
      expect(rules).toContain(rule);
    }
    expect(rules).toContain("form-action 'none'");
    expect(rules).toContain("frame-ancestors 'none'");
  });
});
