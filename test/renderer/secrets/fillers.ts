// Fills the gaps of the corpus: `{ghp}` becomes something of that shape. Secrets are put together here, from a prefix
// and a body of seeded randomness, so that no file of the repository holds anything that looks like a live one.

/** mulberry32: the same numbers at each run */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
type Filler = (random: Random, argument: string) => string;

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const alnum = upper + lower + digits;
const hexadecimal = `${digits}abcdef`;
const base32 = `${upper}234567`;

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;
const some = (random: Random, alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
/** every alphabet appears, as in any long random text */
const mixed = (random: Random, length: number) => `k7${some(random, alnum, length - 4)}R2`;
const base64 = (random: Random, length: number) => `q3${some(random, `${alnum}+/`, length - 4)}W8`;
const lines = (random: Random, count: number) =>
  Array.from({ length: count }, () => base64(random, 64)).join('\n');

const armour = (name: string, body: string) => `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----`;
const uuid: Filler = (random) =>
  [8, 4, 4, 4, 12].map((length) => some(random, hexadecimal, length)).join('-');
const hex =
  (length: number): Filler =>
  (random) =>
    `a4${some(random, hexadecimal, length - 4)}9e`;
const number =
  (length: number, first = '123456789'): Filler =>
  (random) =>
    some(random, first, 1) + some(random, digits, length - 1);

/** Numbers that the card brands publish for tests. */
const visa = ['4111111111111111', '4242424242424242', '4012888888881881', '4000056655665556'];
const mastercard = ['5555555555554444', '5105105105105100', '2223003122003222', '5200828282828210'];
const grouped = (card: string, separator: string) => card.replace(/(\d{4})(?=\d)/g, `$1${separator}`);
const amex = (card: string) => `${card.slice(0, 4)} ${card.slice(4, 10)} ${card.slice(10)}`;

const secrets: Readonly<Record<string, Filler>> = {
  alnum24: (random) => mixed(random, 24),
  alnum32: (random) => mixed(random, 32),
  alnum40: (random) => mixed(random, 40),
  hex32: hex(32),
  hex40: hex(40),
  hex64: hex(64),
  b32: (random) => some(random, base32, 32),
  b64_32: (random) => `${base64(random, 43)}=`,
  b64_40: (random) => base64(random, 40),
  basic: (random) => Buffer.from(`shop:${mixed(random, 12)}`).toString('base64'),
  epp: (random) => `${some(random, upper, 2)}7!${some(random, alnum, 5)}#3`,
  salt: (random) => `${some(random, `${alnum}!@#$%^&*()-_ []{}<>~+=,.;:/?|`, 60)}k7R2`,
  lic: (random) => Array.from({ length: 5 }, () => `A${some(random, upper + digits, 3)}7`).join('-'),
  app6: (random) => Array.from({ length: 6 }, () => `k${some(random, alnum, 2)}R`).join(' '),
  app4: (random) => Array.from({ length: 4 }, () => `q${some(random, lower, 2)}x`).join(' '),
  apr1: (random) => `$apr1$${some(random, alnum, 8)}$${some(random, alnum, 22)}`,
  sha512crypt: (random) => `$6$${some(random, alnum, 16)}$${some(random, alnum, 86)}`,
  aws: (random) => `AK${'IA'}${some(random, base32, 16)}`,
  ghp: (random) => `gh${'p_'}${mixed(random, 36)}`,
  ghpat: (random) => `github_${'pat_'}${mixed(random, 22)}_${mixed(random, 59)}`,
  glpat: (random) => `gl${'pat-'}${mixed(random, 20)}`,
  slack: (random) => `xo${'xb-'}${some(random, digits, 12)}-${some(random, digits, 12)}-${mixed(random, 24)}`,
  slackhook: (random) =>
    `hooks.sl${'ack.com/services/'}T${some(random, upper, 8)}/B${some(random, upper, 8)}/${mixed(random, 24)}`,
  discordhook: (random) =>
    `disco${'rd.com/api/web'}hooks/${some(random, '123456789', 18)}/${mixed(random, 68)}`,
  stripe: (random) => `sk${'_live_'}${mixed(random, 24)}`,
  whsec: (random) => `wh${'sec_'}${mixed(random, 32)}`,
  google: (random) => `AI${'za'}${mixed(random, 35)}`,
  gocspx: (random) => `GOC${'SPX-'}${mixed(random, 28)}`,
  openai: (random) => `sk${'-proj-'}${mixed(random, 48)}`,
  anthropic: (random) => `sk${'-ant-'}api03-${mixed(random, 90)}`,
  npm: (random) => `np${'m_'}${mixed(random, 36)}`,
  jwt: (random) => `ey${'J'}${mixed(random, 30)}.eyJ${mixed(random, 60)}.${mixed(random, 43)}`,
  twilio: (random) => `S${'K'}${some(random, hexadecimal, 32)}`,
  sendgrid: (random) => `S${'G.'}${mixed(random, 22)}.${mixed(random, 43)}`,
  telegram: (random) => `${some(random, '123456789', 10)}:AA${mixed(random, 33)}`,
  mailgun: (random) => `ke${'y-'}${some(random, hexadecimal, 32)}`,
  sas: (random) => `si${'g='}${base64(random, 42).replaceAll('/', '%2F').replaceAll('+', '%2B')}%3D`,
  azurekey: (random) => `${base64(random, 86)}==`,
  dop: (random) => `dop${'_v1_'}${some(random, hexadecimal, 64)}`,
  shpat: (random) => `shp${'at_'}${some(random, hexadecimal, 32)}`,
  hf: (random) => `h${'f_'}${some(random, upper + lower, 34)}`,
  hvs: (random) => `hv${'s.'}${mixed(random, 60)}`,
  mongo: (random) => `mongodb${'+srv://'}app:${mixed(random, 12)}@cluster0.lindmans.example/shop`,
  pem: (random, name) => armour(name, lines(random, 4)),
  pemjson: (random) => armour('PRIVATE KEY', lines(random, 2)).replaceAll('\n', '\\n'),
  ppk: (random) =>
    `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPublic-Lines: 1\n${base64(random, 64)}\nPrivate-${'Lines'}: 2\n${lines(random, 2)}`,
  age: (random) => `AGE-SECRET-${'KEY-1'}${some(random, upper + digits, 58)}`,
  pgp: (random) => armour('PGP PRIVATE KEY BLOCK', `Version: GnuPG v2\n\n${lines(random, 4)}`),
  wg: (random) => `${base64(random, 43)}=`,
  pkcs8: (random) => `MIIEvQIBA${'DANBgkqhkiG9w0BAQEFAASC'}${base64(random, 60)}`,
  opensshbody: (random) => `b3BlbnNz${'aC1rZXktdjE'}AAAAABG5vbmUAAAAE${base64(random, 40)}`,
  visa: (random) => grouped(pick(random, visa), ' '),
  'visa-': (random) => grouped(pick(random, visa), '-'),
  visa16: (random) => pick(random, visa),
  mastercard: (random) => grouped(pick(random, mastercard), ' '),
  'mastercard-': (random) => grouped(pick(random, mastercard), '-'),
  mastercard16: (random) => pick(random, mastercard),
  amex: () => amex('378282246310005'),
  amex15: () => '371449635398431',
  diners: () => '3056 930902 5904',
  mailchimp: (random) => `${hex(32)(random, '')}-u${'s14'}`,
  brevo: (random) => `xkey${'sib-'}${hex(64)(random, '')}-${mixed(random, 16)}`,
  pypi: (random) => `py${'pi-'}AgEI${mixed(random, 120)}`,
  linear: (random) => `lin${'_api_'}${mixed(random, 40)}`,
  figma: (random) => `fig${'d_'}${mixed(random, 40)}`,
  notion: (random) => `nt${'n_'}${mixed(random, 46)}`,
  netlify: (random) => `nf${'p_'}${mixed(random, 36)}`,
  supabase: (random) => `sb${'p_'}${hex(40)(random, '')}`,
  grafana: (random) => `gl${'sa_'}${mixed(random, 32)}_${some(random, hexadecimal, 8)}`,
  dockerpat: (random) => `dckr${'_pat_'}${mixed(random, 27)}`,
  newrelic: (random) => `NR${'AK-'}${some(random, upper + digits, 27)}`,
  sentry: (random) => `sntr${'ys_'}${mixed(random, 64)}`,
  resend: (random) => `r${'e_'}${mixed(random, 8)}_${mixed(random, 24)}`,
  groq: (random) => `gs${'k_'}${mixed(random, 52)}`,
  tskey: (random) => `ts${'key-auth-'}${mixed(random, 17)}-${mixed(random, 32)}`,
  square: (random) => `EAAA${mixed(random, 60)}`,
  stripe_rk: (random) => `rk${'_live_'}${mixed(random, 24)}`,
  atlassian: (random) => `ATAT${'T3x'}${mixed(random, 180)}`,
  planetscale: (random) => `psca${'le_pw_'}${mixed(random, 43)}`,
  rubygems: (random) => `ruby${'gems_'}${hex(48)(random, '')}`,
  recaptcha: (random) => `6L${mixed(random, 38)}`,
  turnstile: (random) => `0x4${'AAAA'}${mixed(random, 28)}`,
  cf40: (random) => mixed(random, 40),
  hex12: hex(12),
  hex37: hex(36),
  alnum10: (random) => mixed(random, 10),
  alnum16: (random) => mixed(random, 16),
  alnum26: (random) => mixed(random, 26),
  alnum64: (random) => mixed(random, 64),
  pw: (random) => pick(random, passwords)(random),
  jcb: () => '3530 1113 3330 0000',
};

const hosts = [
  'lindmans.example',
  'shop.lindmans.example',
  'web1.fjord.example',
  'skogsro.example',
  'mail.tallen.example',
];
const users = [
  'lena',
  'anders',
  'webmaster',
  'ftp_shop',
  'wp_admin',
  'deploy',
  'karin.berg',
  'redaktor',
  'shop_1',
];
const places = ['FTP', 'cPanel', 'webmail', 'database', 'root', 'WordPress', 'SSH', 'panel'];
const nouns = [
  'Sommar',
  'Granit',
  'Falcon',
  'Kanel',
  'Copper',
  'Lantern',
  'Skata',
  'Violet',
  'Norrsken',
  'Pepper',
];
/** passwords as people make them, and as generators do; each has a digit or a sign in it */
const passwords: readonly ((random: Random) => string)[] = [
  (random) => `${pick(random, nouns)}${some(random, '123456789', 2)}`,
  (random) => `${pick(random, nouns).toLowerCase()}${some(random, '123456789', 3)}`,
  (random) => `${pick(random, nouns)}!${pick(random, nouns)}${some(random, '123456789', 1)}`,
  (random) => `${pick(random, nouns)}202${some(random, '345', 1)}!`,
  (random) =>
    `${pick(random, nouns).replace('a', '@').replace('o', '0').replace('e', '3')}#${some(random, '123456789', 2)}`,
  (random) => `${pick(random, nouns)}-${pick(random, nouns)}-${some(random, '123456789', 2)}`,
  (random) => `k${some(random, alnum, 8)}R7`,
  (random) => `t${some(random, `${alnum}!#%+=?_-`, 12)}9Q!`,
];

const months = ['jan', 'feb', 'mars', 'april', 'maj', 'juni'];
const harmless: Readonly<Record<string, Filler>> = {
  uuid,
  awsexample: () => `AK${'IA'}IOSFODNN7EXAMPLE`,
  host: (random) => pick(random, hosts),
  user: (random) => pick(random, users),
  place: (random) => pick(random, places),
  mailbox: (random) => `${pick(random, ['info', 'lena', 'order', 'kontakt'])}@${pick(random, hosts)}`,
  n1: number(1),
  n2: number(2),
  n3: number(3),
  n4: number(4),
  n5: number(5),
  n6: number(6),
  n8: number(8),
  n10: number(10),
  n13: number(13, '17'),
  n16: number(16),
  n18: number(18),
  hex7: (random) => some(random, hexadecimal, 7),
  HEX40: (random) => some(random, `${digits}ABCDEF`, 40),
  HEX64: (random) => some(random, `${digits}ABCDEF`, 64),
  ip: (random) => `203.0.113.${number(2)(random, '')}`,
  ipv6: (random) =>
    `2001:db8:${some(random, hexadecimal, 4)}:${some(random, hexadecimal, 2)}::${number(1)(random, '')}`,
  mac: (random) => Array.from({ length: 6 }, () => some(random, hexadecimal, 2)).join(':'),
  date: (random) => `2025-0${number(1)(random, '')}-1${number(1)(random, '')}`,
  time: (random) => `1${number(1)(random, '')}:3${number(1)(random, '')}`,
  month: (random) => pick(random, months),
  org: (random) => `556${number(3)(random, '')}-${number(4)(random, '')}`,
  ocr: () => '4111111111111111',
  hex64pub: hex(64),
  b64nopad: (random) => base64(random, 43),
  pklive: (random) => `pk${'_live_'}${mixed(random, 24)}`,
  b64: (random) => some(random, `${alnum}+/`, 44),
  b64long: (random) => some(random, `${alnum}+/`, 180),
  b64url: (random) => some(random, `${alnum}-_`, 28),
  pub: (random) =>
    armour(pick(random, ['PUBLIC KEY', 'CERTIFICATE', 'CERTIFICATE REQUEST']), lines(random, 3)),
  box: (random, name) => armour(name, lines(random, 3)),
  sshpub: (random) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${some(random, `${alnum}+/`, 43)} lena@laptop`,
};

/** Replaces each `{name}` and `{name:argument}`; text that names no filler stays, and `⏎` becomes a line break. */
export function fill(template: string, random: Random): string {
  return template
    .replace(/\{([\w-]+)(?::([A-Z][A-Z0-9 ]+))?\}/g, (all, name: string, argument = '') => {
      const filler = Object.hasOwn(secrets, name)
        ? secrets[name]
        : Object.hasOwn(harmless, name)
          ? harmless[name]
          : undefined;
      return filler === undefined ? all : filler(random, argument);
    })
    .replaceAll('⏎', '\n');
}
