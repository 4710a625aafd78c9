import { expect, it } from 'vitest';
import { proxyOf } from '../../electron/shell/system-proxy.ts';

it.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
  ['PROXY a.example:1; PROXY b.example:2; DIRECT', 'http://a.example:1'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'],
  ['SOCKS5 s.example:1080; PROXY a.example:1', 'http://a.example:1'],
  ['SOCKS s.example:1080', null],
  ['DIRECT; PROXY a.example:1', null],
  ['PROXY', null],
])('%j is the way %j', (answer, way) => {
  expect(proxyOf(answer)).toBe(way);
});
