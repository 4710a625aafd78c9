import { describe, expect, it } from 'vitest';
import { findSecret } from '../../renderer/ui/secret-rules.ts';

describe('what looks like a secret', () => {
  it.each([
    ['The root password is Tr0ub4dor&3', 'password'],
    ['lösenordet är Hemligt123!', 'password'],
    ['pwd: hunter2', 'password'],
    ['api key: 9f8e7d6c5b4a39281706', 'key'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'key'],
    ['mysql://root:s3cret@db.example.se/app', 'key'],
    ['my card 4111 1111 1111 1111', 'card'],
  ])('%s', (text, kind) => {
    expect(findSecret(text)?.kind).toBe(kind);
  });
});

describe('what does not', () => {
  it.each([
    'The password is wrong.',
    'Lösenordet är fel',
    'I reset my password yesterday',
    'Order number 4111 1111 1111 1112',
    'Invoice 149943, server 192.0.2.10, phone 08-123 456 78',
    'https://support.hostup.example/console',
    'token: authentication failed',
    '',
  ])('%s', (text) => {
    expect(findSecret(text)).toBeNull();
  });
});

it('is quick on long text', () => {
  const long = `${'lorem ipsum 1234 '.repeat(6_000)}password is Tr0ub4dor&3`;
  const before = performance.now();
  expect(findSecret(long)?.kind).toBe('password');
  expect(performance.now() - before).toBeLessThan(200);
});
