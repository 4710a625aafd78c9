import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../electron/core/text/safe-link.ts';
import { judge } from '../../../electron/shell/link-gate.ts';
import { ownLink } from '../../../renderer/stores/own-link.ts';

describe('an address that the page may open', () => {
  it.each([
    ['https://hostup.se/', 'hostup.se', 'hostup.se'],
    ['https://example.com:8443/a?b=c#d', 'example.com:8443', 'example.com:8443'],
    ['https://xn--rksmrgs-5wao1o.se/', 'xn--rksmrgs-5wao1o.se', 'xn--rksmrgs-5wao1o.se'],
    ['mailto:support@hostup.se', 'hostup.se', 'support@hostup.se'],
  ])('%s', (href, host, leadsTo) => {
    expect(ownLink(href, host)).toEqual({ href, leadsTo, mail: href.startsWith('mailto:') });
  });
});

const hostile: readonly (readonly [string, string])[] = [
  ['javascript:alert(1)', ''],
  ['JAVASCRIPT:alert(1)//https://hostup.se', 'hostup.se'],
  ['data:text/html,<script>alert(1)</script>', ''],
  ['http://hostup.se/', 'hostup.se'],
  ['file:///etc/passwd', ''],
  ['blob:https://hostup.se/1', 'hostup.se'],
  ['https://user:pass@hostup.se/', 'hostup.se'],
  ['https://hostup.se@evil.example/', 'hostup.se'],
  ['https://evil.example/', 'hostup.se'],
  ['https://hostup.se\\@evil.example/', 'hostup.se'],
  ['https://hostup.se\t.evil.example/', 'hostup.se'],
  ['https://hostup.se/\u202egpj.exe', 'hostup.se'],
  ['//hostup.se/', 'hostup.se'],
  ['/tickets', ''],
  ['', ''],
  [`https://hostup.se/${'a'.repeat(2_100)}`, 'hostup.se'],
  ['mailto:a@b.se?bcc=evil@evil.example', 'b.se'],
  ['mailto:a@b.se,evil@evil.example', 'evil.example'],
  ['mailto:a@b.se#x', 'b.se'],
  ['mailto:a%0abcc:x@b.se', 'b.se'],
  ['mailto:', ''],
  ['ms-settings:privacy', ''],
  ['vbscript:x', ''],
  ['app://hostup/index.html', 'hostup'],
];

describe('an address that it may not open', () => {
  it.each(hostile)('%s', (href, host) => {
    expect(ownLink(href, host)).toBeNull();
  });
});

it('never opens what the gate of the program would block', () => {
  const parts = [
    'https:',
    'http:',
    'mailto:',
    '//',
    'hostup.se',
    'evil.example',
    '@',
    ':',
    '/',
    '\\',
    '?',
    '#',
    '%00',
    'å',
    ' ',
  ];
  let state = 42;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  let opened = 0;
  for (let round = 0; round < 5_000; round += 1) {
    const begin = ['https://', 'mailto:', ''][next(3)] ?? '';
    const address = begin + Array.from({ length: 1 + next(6) }, () => parts[next(parts.length)]).join('');
    const link = safeLink(address);
    const own = link === null ? null : ownLink(link.href, link.host);
    if (own === null) continue;
    opened += 1;
    expect(judge(own.href).verdict, own.href).not.toBe('blocked');
  }
  expect(opened).toBeGreaterThan(50);
});
