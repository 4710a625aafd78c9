// The rules run at every keystroke: time stays linear in the length of the text, also for text made to be slow.
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../renderer/secrets/find-secret.ts';
import { generated, handWritten } from './corpus.ts';
import { findSecret } from './find-one.ts';

const length = 100_000;
const limit = 20;

const fillTo = (seed: string) => seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

/**
 * Milliseconds of this thread's own processor time for one look at the text, which other work on the machine does not
 * count into. The clock is coarse, so several looks are measured together; more tries make up for the compiler's work
 * in the first, and for caches that a busy machine takes away.
 */
function time(text: string, looks = 5, enough = limit / 2): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12 && best >= enough; round += 1) {
    const start = process.threadCpuUsage();
    for (let look = 0; look < looks; look += 1) findSecrets(text);
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1_000 / looks);
  }
  return best;
}

const pem = ['-----BEGIN', 'RSA', 'PRIVATE KEY-----'].join(' ');
const starts = {
  runs: [
    'a',
    '1',
    ' ',
    '\n',
    '-',
    '=',
    '/',
    ':',
    '@',
    '.',
    '"',
    '*',
    '<',
    '\\',
    'å',
    'e\u0301',
    '😀',
    '\u200b',
    'aB',
    'a1',
  ],
  labels: [
    'password',
    'password ',
    'password: ',
    'password is ',
    'password to ',
    'password for a ',
    'password (a) ',
  ],
  swedish: [
    'lösenord',
    'lösenord är ',
    'lösenordet till ',
    'lösen',
    'kod är ',
    'pinkod ',
    'nyckel ',
    'losenord: ',
  ],
  assignments: ['pw=', 'Password=', 'secret=', 'token: ', 'API key ', 'key=', 'name="password" ', "define('"],
  values: [
    'password: a1B2c3d4! ',
    'pw: word\n',
    'password: "',
    'password: (',
    'password: $a',
    'password: <',
    'pw: a.b.',
  ],
  addresses: [
    '://',
    'https://',
    '://a:',
    'a://b:c',
    'https://user:',
    'jdbc:oracle:thin:a/',
    'Server=',
    'a@b.c:',
  ],
  shapes: [
    'ghp_',
    'github_pat_',
    'xoxb-',
    'sk-',
    'sk-proj-',
    'SG.',
    'eyJ',
    'eyJaaaaaaaaaaaa.eyJ',
    'AKIA',
    'AIza',
    '1/',
  ],
  more: [
    '123456789:AA',
    'otpauth://totp/',
    'otpauth://totp/a?',
    '&sig=',
    'AccountKey=',
    'Basic ',
    '"d":"',
    '$2y$10$',
    '$6$a$',
  ],
  keys: [
    pem,
    '-----BEGIN ',
    '-----BEGIN A B C ',
    'Private-Lines: 1\n',
    'PrivateKey=',
    'AGE-SECRET-KEY-1',
    '-----END',
  ],
  cards: ['4111 1111 ', '4111-', '4111 1111 1111 111', '41111111111111111 ', 'card: ', 'kort nr. ', 'CVC '],
  commands: [
    'mysql ',
    'mysql -p',
    'curl ',
    'curl -u ',
    'curl -u a:',
    'sshpass ',
    'openssl -pass ',
    'net user a ',
    'echo a | ',
  ],
  pairs: [
    'root / ',
    'a/b',
    'a:b',
    'admin:a1B2c3\n',
    'user\nabcdef1\n',
    'login\n',
    'logga in som ',
    'a@b.se ',
    'with ',
  ],
  nearby: [
    'aB3!xY9z ',
    'password\nx1!aBc\n',
    'login k7Yt3Qw9Zr ',
    '1!',
    'token k7Yt3Qw9Zr2Lp8Vn4Xs6Bd1Mf5 ',
    '2fa 482 913 ',
    'passphrase: ab cd ef ',
    'net use z: \\\\a ',
  ],
  prefixes: ['EAAA', 're_aaaaaaaa_', 'live_'],
  calls: ["login('", 'mysqli("a","b",', 'auth = (a, ', 'md5(', 'PDO("', '{SHA}', 'ConvertTo-SecureString '],
  lists: [
    'password;',
    'a;password\n',
    'password,a\na,b\n',
    'user\na\npassword\n',
    'user/pass: a',
    'u: a p: ',
    'ssh: a, b, ',
    'anydesk 123 456 789 ',
  ],
  sentences: [
    'set the password from ',
    'password, a1 ',
    'reset it to Aaaa11 ',
    'protected a b with ',
    'recovery codes ',
    'recovery code\n',
    'secret question ',
    'svar på säkerhetsfrågan är ',
    'key aaaa aaaa ',
    'otp keys keys ',
    'pssswo',
    'löösenor ',
    'on the back 1',
    'PHPSESSID=',
    '/reset/a1',
    'login a@b.se, ',
  ],
};

describe('100 KB of hostile text', () => {
  it.each(Object.entries(starts))(`takes under ${limit} ms: %s`, (name, seeds) => {
    const times = seeds.map((seed) => ({ seed, ms: time(fillTo(seed)) }));
    const worst = times.reduce((a, b) => (b.ms > a.ms ? b : a));
    console.log(`${name}: slowest ${worst.ms.toFixed(1)} ms (${JSON.stringify(worst.seed)})`);
    expect(worst.ms, JSON.stringify(worst.seed)).toBeLessThan(limit);
  });

  it.each(Object.entries(starts))(
    'grows no faster than the text, four times as much takes at most four times the limit: %s',
    (_, seeds) => {
      for (const seed of seeds) {
        expect(time(fillTo(seed).repeat(4), 1, 4 * limit), JSON.stringify(seed)).toBeLessThan(4 * limit);
      }
    },
  );
});

describe('real text', () => {
  const texts = [...handWritten.found, ...generated.found, ...handWritten.quiet, ...generated.quiet];

  it(`takes under ${limit} ms for 100 KB of the whole corpus, harmless or not`, () => {
    const all = time(fillTo(texts.map(({ text }) => text).join('\n\n')));
    const quiet = time(fillTo(handWritten.quiet.map(({ text }) => text).join('\n\n')));
    const found = time(fillTo(handWritten.found.map(({ text }) => text).join('\n\n')));
    console.log(`corpus ${all.toFixed(1)} ms, quiet ${quiet.toFixed(1)} ms, secrets ${found.toFixed(1)} ms`);
    expect(Math.max(all, quiet, found)).toBeLessThan(limit);
  });

  it('takes under 5 ms for 10,000 characters, as long as any letter gets', () => {
    const letters = [handWritten.quiet, handWritten.found].map((samples) =>
      fillTo(samples.map(({ text }) => text).join('\n\n')).slice(0, 10_000),
    );
    const times = letters.map((letter) => time(letter, 20, 2));
    console.log(`10,000 characters: ${times.map((ms) => ms.toFixed(2)).join(' and ')} ms`);
    expect(Math.max(...times)).toBeLessThan(5);
  });

  it('takes well under a millisecond for a message', () => {
    const start = process.threadCpuUsage();
    for (const { text } of texts) findSecret(text);
    const { user, system } = process.threadCpuUsage(start);
    const each = (user + system) / 1_000 / texts.length;
    console.log(`${(each * 1_000).toFixed(0)} µs for a text of the corpus`);
    expect(each).toBeLessThan(1);
  });

  it('still finds a secret at the end of a long text', () => {
    const long = fillTo('Hej! Vår sida svarar med 502 sedan 09:40, se ärende #48213.\n');
    expect(findSecret(`${long}\nlösenord: hunter2`)).toBe('password');
  });
});
