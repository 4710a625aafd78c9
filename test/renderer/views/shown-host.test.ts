import { describe, expect, it } from 'vitest';
import { showsHost } from '../../../renderer/views/message/shown-host.ts';

describe('the words of a link', () => {
  it.each([
    ['https://hostup.se/a', 'hostup.se'],
    ['HTTPS://HostUp.se', 'hostup.se'],
    ['hostup.se', 'hostup.se'],
    [' hostup.se/priser ', 'hostup.se'],
    ['https://hostup.se?x=1', 'hostup.se'],
    ['http://example.com:8080/x', 'example.com:8080'],
  ])('%s shows %s', (text, host) => {
    expect(showsHost(text, `https://${host}/`, host)).toBe(true);
  });

  it.each([
    ['https://hostup.se/', 'evil.example'],
    ['https://hostup.se@evil.example/', 'evil.example'],
    ['hostup.se@evil.example', 'evil.example'],
    ['https://hostup.se\\@evil.example/', 'evil.example'],
    ['https://h\u043estup.se/', 'xn--hstup-jye.se'],
    [
      'https://hostup.se\u2215login.evil.example/',
      new URL('https://hostup.se\u2215login.evil.example/').host,
    ],
    ['https://hostup.se\uff0fx.evil.example/', 'evil.example'],
    ['https://hostup.se', 'hostup.se.evil.example'],
    ['https://hostup.se.evil.example', 'hostup.se'],
    ['https://hostup.se', 'hostup.se:8443'],
    ['https://hostup.se:8443', 'hostup.se'],
    ['evil.example hostup.se', 'evil.example'],
    ['ftp://evil.example', 'evil.example'],
    ['h\u00adostup.se', 'hostup.se'],
    ['här', 'hostup.se'],
    ['', 'hostup.se'],
  ])('%j does not show %s', (text, host) => {
    expect(showsHost(text, `https://${host}/`, host)).toBe(false);
  });

  it('are a mail address only if they are that very address', () => {
    const href = 'mailto:Anna@example.com';
    expect(showsHost('anna@example.com', href, 'example.com')).toBe(true);
    expect(showsHost('example.com', href, 'example.com')).toBe(false);
    expect(showsHost('support@hostup.se', href, 'example.com')).toBe(false);
    expect(showsHost('support@example.com', href, 'example.com')).toBe(false);
  });
});
