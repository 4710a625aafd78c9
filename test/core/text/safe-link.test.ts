import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toAsciiLabel } from '../../../electron/core/text/punycode.ts';
import { safeLink } from '../../../electron/core/text/safe-link.ts';

describe('safeLink', () => {
  it.each([
    ['https://hostup.se', 'https://hostup.se/', 'hostup.se'],
    ['HTTPS://HostUp.SE/Path', 'https://hostup.se/Path', 'hostup.se'],
    ['https://hostup.se:443/', 'https://hostup.se/', 'hostup.se'],
    ['http://hostup.se:443', 'http://hostup.se:443/', 'hostup.se:443'],
    [
      'https://räksmörgås.se/å?ö#ä',
      'https://xn--rksmrgs-5wao1o.se/%C3%A5?%C3%B6#%C3%A4',
      'xn--rksmrgs-5wao1o.se',
    ],
    ['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['https://аpple.com/', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['https://192.0.2.7/x', 'https://192.0.2.7/x', '192.0.2.7'],
    ['https://hostup.se?x=1', 'https://hostup.se/?x=1', 'hostup.se'],
    ['https://hostup.se/%41?q="<>', 'https://hostup.se/%41?q=%22%3C%3E', 'hostup.se'],
    ['https://a_b.hostup.se/', 'https://a_b.hostup.se/', 'a_b.hostup.se'],
    ['mailto:anna@hostup.se', 'mailto:anna@hostup.se', 'hostup.se'],
    ['mailto:anna@hostup.se?bcc=x@evil.example&body=hej', 'mailto:anna@hostup.se', 'hostup.se'],
  ])('%s', (address, href, host) => {
    expect(safeLink(address)).toEqual({ href, host });
  });

  it('reads every address as a browser reads it', () => {
    const addresses = [
      'https://hostup.se',
      'https://räksmörgås.se:8443/å',
      'http://Ünïcödé.example/?q=å#ö',
      'https://例え.テスト/パス',
      'https://почта.рф/',
      'https://xn--pple-43d.com/a%2fb/../c',
      'https://192.0.2.7:080/',
    ];
    for (const address of addresses) {
      const url = new URL(address);
      const link = safeLink(address);
      expect(link?.host, address).toBe(url.host);
      expect(new URL(link?.href ?? 'x:').origin, address).toBe(url.origin);
    }
  });
});

it('writes labels as the network does', () => {
  const labels = [
    'räksmörgås',
    'bücher',
    '例え',
    'почта',
    'ελλάδα',
    'münchen-ost',
    'å',
    'ab',
    '😀',
    '他们为什么不说中文',
  ];
  for (const label of labels) expect(toAsciiLabel(label), label).toBe(domainToASCII(label));
});
