// HOSTUP_*: what is taken, what is refused and how, and that the key does not stay behind.
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../electron/adapters/environment.ts';

const value = (env: Record<string, string | undefined>) => {
  const read = readEnvironment(env);
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
};
const sentence = (env: Record<string, string | undefined>) => {
  const read = readEnvironment(env);
  return read.ok ? null : read.sentence;
};

describe('readEnvironment', () => {
  it('has defaults for everything', () => {
    const { baseUrl, ...rest } = value({ HOSTUP_API_URL: '', HOSTUP_POLL_SECONDS: ' ' });
    expect(baseUrl.href).toBe('https://cloud.hostup.se/');
    expect(rest).toEqual({ keyForThisRun: null, dataFolder: null, fixedPollMs: null });
  });

  it('takes the key out of the environment, also when something else is wrong', () => {
    const env: Record<string, string | undefined> = { HOSTUP_API_KEY: ' key-1\n' };
    expect(value(env).keyForThisRun?.reveal()).toBe('key-1');
    expect('HOSTUP_API_KEY' in env).toBe(false);
    const wrong: Record<string, string | undefined> = { HOSTUP_API_KEY: 'key-1', HOSTUP_API_URL: 'ftp://x' };
    expect(sentence(wrong)).toMatch(/^HOSTUP_API_URL /);
    expect('HOSTUP_API_KEY' in wrong).toBe(false);
  });

  it.each(['two words', 'nyckel-å', 'a\nb', 'x'.repeat(4_097)])(
    'refuses a key without repeating it: %j',
    (key) => {
      expect(sentence({ HOSTUP_API_KEY: key })).toMatch(/^HOSTUP_API_KEY must /);
      expect(sentence({ HOSTUP_API_KEY: key })).not.toContain(key);
    },
  );

  it.each(['https://api.example.se', 'http://127.0.0.1:4000', 'http://localhost:4000/', 'http://[::1]:4000'])(
    'takes the address %s',
    (address) => {
      expect(value({ HOSTUP_API_URL: address }).baseUrl.origin).toBe(address.replace(/\/$/, ''));
    },
  );

  it.each([
    'http://cloud.hostup.se',
    'http://127.0.0.1.evil.example',
    'cloud.hostup.se',
    'javascript:alert(1)',
    'https://a:b@cloud.hostup.se',
    'https://cloud.hostup.se/api',
  ])('refuses the address %s in one sentence', (address) => {
    expect(sentence({ HOSTUP_API_URL: address })).toMatch(/^HOSTUP_API_URL [^.]+(\.se [^.]+)?.*\.$/);
  });

  it.each([
    ['1', 1_000],
    ['2.5', 2_500],
    ['86400', 86_400_000],
  ])('polls every %s seconds', (text, ms) => {
    expect(value({ HOSTUP_POLL_SECONDS: text }).fixedPollMs).toBe(ms);
  });

  it.each(['0', '0.9', '-1', '1e3', 'soon', '86401', 'Infinity', '0x10', '1,5'])(
    'refuses %s seconds',
    (text) => {
      expect(sentence({ HOSTUP_POLL_SECONDS: text })).toBe(
        'HOSTUP_POLL_SECONDS must be a number from 1 to 86400.',
      );
    },
  );
});
