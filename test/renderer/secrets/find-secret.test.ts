// What a writer would notice: which kind is told, which piece is marked, what stays unmarked.
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../../renderer/secrets/cards.ts';
import { findSecrets } from '../../../renderer/secrets/find-secret.ts';
import { findSecret } from './find-one.ts';

const marked = (text: string) => findSecrets(text).map(({ start, end }) => text.slice(start, end));

describe('the marked piece', () => {
  it.each([
    ['My password is Tr0ub4dor&3, thanks.', 'Tr0ub4dor&3'],
    ['lösenord: "Blåbär & gröt 7"', 'Blåbär & gröt 7'],
    ['Password: `vR5-tt0-Qq`', 'vR5-tt0-Qq'],
    ['(password: hunter2)', 'hunter2'],
    ['Lösenordet är Sommar2024! men det går inte.', 'Sommar2024!'],
    ['<p>Password: <b>Gr0n!Skog</b></p>', 'Gr0n!Skog'],
    ['{"user":"a","password":"k92jdk20s"}', 'k92jdk20s'],
    ['login: root / hunter2.', 'hunter2'],
    ['Tr0ub4dor&3 is my password', 'Tr0ub4dor&3'],
    ["mysql -u root -p'Hq72!mms' shop", 'Hq72!mms'],
    ['Mitt kort: 4111 1111 1111 1111, CVC står på baksidan', '4111 1111 1111 1111'],
    ['mysql://shop:Kv82-mmsQ@db1/shop', 'mysql://shop:Kv82-mmsQ'],
    ['mejl;lösenord\ninfo@tallen.example;grankotte\n', 'grankotte'],
    ['Security question: first pet. Answer: Findus', 'Findus'],
    ['Kan ni återställa det till "Ekorre-18"?', 'Ekorre-18'],
    ['Adobe har samma lösenord, Palettkniv3, om ni vill prova', 'Palettkniv3'],
    ['web1.fjord.example / deploy / Hav!Sol92 / port 22', 'Hav!Sol92'],
    ['the three digits on the back are 552', '552'],
    ['my backup codes are\n8f2k-91xm', '8f2k-91xm'],
    ['Setup key: JBSW Y3DP EHPK 3PXP', 'JBSW Y3DP EHPK 3PXP'],
    ["new PDO('mysql:host=db1', 'shop', 'Hyvel!9x')", 'Hyvel!9x'],
  ])('%s', (text, piece) => {
    expect(marked(text)).toEqual([piece]);
  });

  it('is in the text as it was, also when letters are stored in two parts', () => {
    const text = 'Hälsningar från Åsa, lösenordet är Gr0n!Skög så länge, pinkoden är 4821'.normalize('NFD');
    expect(marked(text)).toEqual(['Gr0n!Skög'.normalize('NFD'), '4821']);
  });

  it('is each of several, in the order of the text', () => {
    const text = 'Kort 4111 1111 1111 1111\nlösenord: hunter2\nPIN: 4821\nredis://:Rk29slq8@cache';
    expect(findSecrets(text).map(({ kind }) => kind)).toEqual([
      'card',
      'password',
      'password',
      'connection-string',
    ]);
  });
});

describe('the kind', () => {
  it('is the strongest of several', () => {
    const key = ['-----BEGIN', 'PRIVATE KEY-----\n'].join(' ') + 'Qk9'.repeat(30);
    expect(findSecret(`lösenord: hunter2\nmysql://a:Kv82-mm@b/c\n${key}`)).toBe('private-key');
    expect(findSecret('lösenord: hunter2\nmysql://a:Kv82-mm@b/c')).toBe('connection-string');
    expect(findSecret('lösenord: hunter2\nkort 4111 1111 1111 1111')).toBe('card');
  });

  it.each([
    '',
    ' ',
    '\n',
    'Hej',
    ':',
    '=',
    'password',
    'lösenord:',
    'password is',
    '://',
    '@',
    '\u0000',
    '😀'.repeat(9),
  ])('is null for %j', (text) => {
    expect(findSecret(text)).toBeNull();
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('pairs that differ in one thing', () => {
  it.each([
    ['password: hunter2', 'password: ********'],
    ['password: banana', 'password: incorrect'],
    ['Lösenordet är banan77', 'Lösenordet är felaktigt'],
    ['DB_PASSWORD=vq92kdmX', 'DB_PASSWORD=$DB_PASS'],
    ['PIN: 4821', 'PIN: 4 digits'],
    ['koden är 481516', 'felkoden är 481516'],
    ['Auth code: k8!Fh-22Lq', 'Auth code: sent by e-mail'],
    ['card 4111 1111 1111 1111', 'card 4111 1111 1111 1112'],
    ['4111111111111111', 'OCR 4111111111111111'],
    ['5555 5555 5555 4444', 'order 5555 5555 5555 4444'],
    ['https://lena:Skog-2211@host/a', 'https://lena@host/a'],
    ['https://lena:Skog-2211@host/a', 'https://host:8080/a@b'],
    ['postgres://app:Kv82-mm@db/x', 'postgres://app:password@db/x'],
    ['mysql -u root -pHemlig12 shop', 'mysql -u root -p shop'],
    ['curl -u admin:Kv9-panel! https://a', 'curl -u admin https://a'],
    ["define('DB_PASSWORD', 'vinter99');", "define('DB_PASSWORD', getenv('DB_PASSWORD'));"],
    ['login: root / hunter2', 'login: root / sudo'],
    ['The password was fine, I type R0st3ri!9 and get 530.', 'The password was fine, I type it and get 530.'],
    ['What is the password?\nkolja482', 'What is the password?\nno idea'],
    ["basic auth, that's demo:demo4all", "basic auth, that's new:to me"],
    ['passphrase: otter velvet 77 rocket', 'passphrase: not set on this key'],
    ['kod från authenticator 771 093', 'ärende 771 093, authenticator saknas'],
    ['Elementor licence A9DX7-AJUE7-A0GM7-AQPP7-AVRM7', 'Elementor part A9DX7-AJUE7-A0GM7-AQPP7-AVRM7'],
    ['Skrev Dubbel!Espresso2 men det nekas.', 'Cellen Blad1!AB22 visar 0, se Array#indexOf och Sak#88213.'],
    ['Server=a;Password=Nk29!slqA;', 'Server=a;Password=;'],
    ['api key: 3f9a8b27c1d04e5f', 'api key: 2025-01-14'],
    ['The shop has the same password, Falcon24', 'I lost the password for user Falcon24'],
    ['Kan ni ändra lösenordet från Sommar24 till Sommar25?', 'Kan ni byta lösenord på kontot Sommar24?'],
    ['SHA1("Hav!Sol92")', 'SHA1($password)'],
    ['user/pass: admin/grankotte', 'user/pass: required'],
    ['koden till larmet: kod 4821', 'larmet gick kl 0431'],
    ['key: JBSW Y3DP EHPK 3PXP', 'key with four word past'],
    ['token: 3f9a8b27c1d04e5f', 'csrf token: 3f9a8b27c1d04e5f'],
  ])('%s | %s', (secret, harmless) => {
    expect(findSecret(secret)).not.toBeNull();
    expect(findSecret(harmless)).toBeNull();
  });
});

describe('a key of a known shape', () => {
  const body = 'k7QwErTyUiOpAsDfGhJkLzXcVbNm1234567890Qa';
  it.each([
    ['a whole one', ['gh', 'p_', body.slice(0, 36)], 'token'],
    ['its beginning only', ['gh', 'p_', body.slice(0, 8)], null],
    ['masked', ['gh', 'p_', 'x'.repeat(36)], null],
    ['inside a longer word', ['a', 'gh', 'p_', body.slice(0, 36)], null],
    ['a publishable one', ['pk', '_live_', body.slice(0, 24)], null],
    ['the example of a manual', ['AK', 'IA', 'IOSFODNN7EXAMPLE'], null],
  ])('%s', (_, parts, kind) => {
    expect(findSecret(`we use ${parts.join('')} here`)).toBe(kind);
  });
});

describe('the check digit of cards', () => {
  it('holds for the test numbers of the brands and for no neighbour', () => {
    for (const number of ['4111111111111111', '5555555555554444', '378282246310005', '30569309025904']) {
      expect(passesLuhn(number)).toBe(true);
      expect(passesLuhn(String(BigInt(number) + 1n))).toBe(false);
    }
  });
});
