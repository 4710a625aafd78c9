import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../electron/adapters/base-url.ts';

const problemOf = (text: string) => {
  const parsed = parseBaseUrl(text);
  return parsed.ok ? parsed.url.origin : parsed.problem;
};

describe('parseBaseUrl', () => {
  it.each([
    ['https://cloud.hostup.se', 'https://cloud.hostup.se'],
    ['https://cloud.hostup.se/', 'https://cloud.hostup.se'],
    [' https://CLOUD.hostup.se:443 ', 'https://cloud.hostup.se'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:9', 'http://[::1]:9'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('takes %s', (text, origin) => {
    expect(problemOf(text)).toBe(origin);
  });

  it.each([
    ['', 'not-an-address'],
    ['cloud.hostup.se', 'not-an-address'],
    ['http://cloud.hostup.se', 'not-secure'],
    ['http://127.0.0.1.evil.example', 'not-secure'],
    ['http://localhost.evil.example', 'not-secure'],
    ['http://128.0.0.1', 'not-secure'],
    ['ftp://localhost', 'not-secure'],
    ['javascript:alert(1)', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['https://user@cloud.hostup.se', 'has-credentials'],
    ['https://:secret@cloud.hostup.se', 'has-credentials'],
    ['https://cloud.hostup.se/api', 'has-more-than-a-host'],
    ['https://cloud.hostup.se/?', 'has-more-than-a-host'],
    ['https://cloud.hostup.se/#x', 'has-more-than-a-host'],
    ['https://cloud.hostup.se?key=1', 'has-more-than-a-host'],
  ])('refuses %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });
});
