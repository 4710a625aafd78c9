// What never reaches the log, and what must stay readable there.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { redact } from '../../electron/adapters/redact.ts';

describe('redact', () => {
  it.each([
    ['Authorization: Bearer abc.def-123', 'abc.def-123'],
    ['{"authorization":"Bearer abcdef"}', 'abcdef'],
    ['X-API-Key: short1', 'short1'],
    ['apiKey="k 1"', '"k '],
    ['lösenord: hunter2', 'hunter2'],
    ['password=hunter2&x=1', 'hunter2'],
    ['https://anna:hunter2@db.example.se/x', 'hunter2'],
    ['sent to anna.svensson@example.se', 'anna.svensson'],
    ['hup_Zk39fkz02lsQ', 'Zk39fkz02lsQ'],
    ['-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----', 'MIIEvQ'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEvQ cut off', 'MIIEvQ'],
  ])('%s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it('blanks random hex and base64 wherever it stands', () => {
    for (let round = 0; round < 200; round += 1) {
      const bytes = randomBytes(32);
      for (const secret of [bytes.toString('hex'), bytes.toString('base64url')]) {
        expect(redact(`key "${secret}" end`)).not.toContain(secret);
        expect(redact(secret)).not.toContain(secret.slice(0, 24));
      }
    }
  });

  it('keeps what a maintainer needs', () => {
    const lines = [
      'poll-failed code="offline" status=502 requestId="req_8f3a"',
      'requestId=123e4567-e89b-12d3-a456-426614174000',
      '    at open (file:///opt/app/node_modules/better-sqlite3-multiple-ciphers/lib/database.js:12:34)',
      'ticket=tkt_12 waited 1200 ms',
      'settings-not-written TypeError: x is not a function',
    ];
    for (const line of lines) expect(redact(line)).toBe(line);
  });
});
