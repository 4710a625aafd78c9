// Hostile addresses from a seed, each with the most that a program may do with it.
import { pick } from '../../fakes/random.ts';

type Random = () => number;
type Texts = readonly [string, ...string[]];

export type Hostile = {
  readonly address: string;
  /** 'ask': it may be opened, but only if the user, seeing the host that it really leads to, agrees */
  readonly atMost: 'nothing' | 'ask';
};

const many = (text: string): Texts => text.split(' ') as [string, ...string[]];

const schemes = many(
  'javascript: vbscript: livescript: data: data:text/html, data:text/html;base64, file: file:/// file://server/ ftp:// ' +
    'http:// http: blob:https:// filesystem:https:// about: view-source:https:// view-source:javascript: jar:https:// ' +
    'feed:https:// feed:javascript: wyciwyg: chrome:// chrome-extension:// devtools:// edge:// resource:// res:// app:// ' +
    'ws:// wss:// ldap:// gopher:// telnet:// ssh:// sftp:// rdp:// vnc:// smb:// cifs:// nfs:// afp:// ' +
    'dav:// webcal:// tel: sms: callto: sip: facetime: skype: slack:// zoommtg:// msteams: vscode:// vscode-insiders:// ' +
    'ms-msdt:/ search-ms: ms-officecmd: ms-settings: ms-excel:ofe|u| ms-word:ofe|u| shell: ms-cxh-full: steam:// magnet: ' +
    'bitcoin: intent:// market:// itms-services://?url=https:// x-apple.systempreferences: help: macappstore:// cid: mid: ' +
    'news: nntp:// irc:// git:// git+ssh:// svn:// hcp:// mk:@MSITStore: ms-its: mhtml:https:// unknown: x: C: C:\\ \\\\ // / ' +
    './ ../ ? # : :// ://https://',
);
const honest = many(
  'https://hostup.se/ https://cloud.hostup.se/api-management https://hostup.se/hj%C3%A4lp?x=1#y mailto:support@hostup.se',
);
const invisible: Texts = [
  ...(Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)) as unknown as [string]),
  ...many(
    '\u007f \u0080 \u0085 \u009f \u00a0 \u00ad \u061c \u1680 \u180e \u2000 \u2009 \u200b \u200c \u200d \u200e \u200f',
  ),
  ...many(
    '\u2028 \u2029 \u202a \u202d \u202e \u202f \u205f \u2060 \u2066 \u2069 \u206a \u3000 \ufeff \ufff9 \udb40\udc41',
  ),
];
const evil = many(
  'evil.example evilhostup.se hostup.se.evil.example hostup-se.example hostup.sex hostup.se-evil.example xhostup.se ' +
    'hostup.example hostup.se.example hostups.se h0stup.se hostup.s\u0435 h\u043estup.se \u04bbostup.se ho\u0455tup.se hostu\u0440.se ' +
    'host\u028bp.se hostup\u0131.se hostu\u1e57.se hostup.\u0455e xn--hstup-jye.se hostup.se.xn--p1ai hostup.se\u2215x.evil.example ' +
    'hostup.se\u2044x.evil.example hostup.se\u29f8x.evil.example hostup.se\u0338.evil.example hostup.se%2eevil.example ' +
    'hostup%2ese.evil.example hostup.se\u3002evil.example hostup.se\uff0eevil.example hostup.se\uff61evil.example ' +
    'hostup\u2024se.evil.example \uff45vil.example ev\u0131l.example \u05d0\u05d1.example \u05d0hostup.se.example a_b.example ' +
    '127.0.0.1 127.1 127.0.1 0 0x7f.1 0x7f000001 0X7F.0.0.1 017700000001 0177.1 2130706433 127.0.0.1.nip.io 1.1 ' +
    '\u2460\u2461\u2466.0.0.1 192.168.1 10.0.0.1 169.254.169.254 0xa9fea9fe 2852039166 [::1] [::] [::ffff:127.0.0.1] [fe80::1] ' +
    '[0:0:0:0:0:ffff:7f00:1] localhost localhost.hostup.se.example LOCALHOST router.local hostup.se:8443 hostup.se:1 ' +
    'hostup.se:65535 cloud.hostup.se:444 evil.example:443 hostup.se. .evil.example evil..example evil.example. -evil.example',
);
const endings: Texts = [
  '',
  '/',
  '/hostup.se',
  '?.hostup.se',
  '#.hostup.se',
  '/?hostup.se',
  '/%00',
  '/..//hostup.se/',
  '/@hostup.se',
];
const slashes = many('// // // // / /// //// \\\\ \\/ /\\ \\ ///\\');
const mails = many(
  'mailto: mailto:nobody mailto:@ mailto:@hostup.se mailto:a@ mailto:a@b@hostup.se mailto:a@hostup.se,b@evil.example ' +
    'mailto:a@hostup.se;b@evil.example mailto:a%40evil.example@hostup.se mailto:a@hostup.se%0abcc:b@evil.example ' +
    'mailto:a@hostup.se?bcc=b@evil.example mailto:a@hostup.se?cc=b@evil.example mailto:a@hostup.se?to=b@evil.example ' +
    'mailto:?to=a@hostup.se mailto:a@hostup.se?attach=/etc/passwd mailto:a@hostup.se?attachment=file:///etc/passwd ' +
    'mailto:a@hostup.se?Attach=C:\\x mailto:a@hostup.se?subject=x%0d%0abcc:b@evil.example mailto:a@hostup.se?subject=%00 ' +
    'mailto:a@hostup.se?body=%1b mailto:a@hostup.se?subject=x&bcc=b@evil.example mailto:a@hostup.se?in-reply-to=x ' +
    'mailto:a@hostup.se?%62cc=b@evil.example mailto:a@hostup.se?subject=x&subject=y mailto:a@hostup.se?body=x&BODY=y ' +
    'mailto:a@hostup.se#bcc=b@evil.example mailto:"a"@hostup.se mailto:<a@hostup.se> mailto:a@hostup.se> mailto:`id`@hostup.se ' +
    "mailto:$(id)@hostup.se mailto:a'@hostup.se mailto:a|id@hostup.se mailto:a@[127.0.0.1] mailto:a@hostup.se:25 mailto://a@hostup.se " +
    'mailto:a@h\u043estup.se mailto:\u0430@hostup.se mailto:a@hostup.se/../x mailto:%22a%22@hostup.se mailto:a@hostup.se\\x',
);

const insert = (random: Random, text: string, part: string): string => {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + part + text.slice(at);
};
const anyCase = (random: Random, text: string): string =>
  Array.from(text, (sign) => (random() < 0.5 ? sign.toUpperCase() : sign.toLowerCase())).join('');
const tail = (random: Random): string =>
  pick(random, [
    'alert(1)',
    'hostup.se/',
    'https://hostup.se/',
    '<script>alert(1)</script>',
    'etc/passwd',
    'x',
    '',
  ]) + Math.floor(random() * 1_000);

const nothing = (address: string): Hostile => ({ address, atMost: 'nothing' });
const ask = (address: string): Hostile => ({ address, atMost: 'ask' });

const kinds: readonly ((random: Random) => Hostile)[] = [
  // another scheme, in any case, with signs inside that some parsers take away
  (random) => nothing(anyCase(random, pick(random, schemes)) + tail(random)),
  (random) => nothing(insert(random, pick(random, schemes), pick(random, invisible)) + tail(random)),
  (random) => nothing(pick(random, invisible) + pick(random, schemes) + tail(random)),
  // an honest one with something that nobody sees
  (random) => nothing(insert(random, pick(random, honest), pick(random, invisible))),
  // names and passwords
  (random) => {
    const user = pick(
      random,
      many('hostup.se hostup.se:443 hostup.se%2f :x a:b %20 hostup.se%00 hostup.se; x@y \u00e5'),
    );
    return nothing(`https:${pick(random, slashes)}${user}@${pick(random, evil)}${pick(random, endings)}`);
  },
  (random) => nothing(`https://${pick(random, many('a a: a:b hostup.se'))}@hostup.se/${tail(random)}`),
  // hosts that look like ours, numbers that hide where they lead, ports, slashes the wrong way
  (random) => ask(`https://${pick(random, evil)}${pick(random, endings)}`),
  (random) =>
    ask(`${anyCase(random, 'https')}:${pick(random, slashes)}${pick(random, evil)}${pick(random, endings)}`),
  (random) => ask(`https://${anyCase(random, pick(random, evil))}${pick(random, endings)}${tail(random)}`),
  (random) => ask(`https://${pick(random, evil)}\\.hostup.se${pick(random, endings)}`),
  (random) => ask(`https://${Math.floor(random() * 2 ** 32)}${pick(random, endings)}`),
  // too long, as typed or once it is in its normal form
  (random) => nothing(`${pick(random, honest)}${'a'.repeat(2_040 + Math.floor(random() * 4_000))}`),
  (random) => nothing(`https://hostup.se/${'a/../'.repeat(410 + Math.floor(random() * 400))}`),
  (random) => nothing(`https://hostup.se/${'å'.repeat(400 + Math.floor(random() * 1_600))}`),
  (random) => nothing(`https://${'a.'.repeat(1_100)}hostup.se/${tail(random)}`),
  // mail that goes elsewhere or takes something along
  (random) => nothing(pick(random, mails)),
  (random) => nothing(anyCase(random, 'mailto') + pick(random, mails).slice('mailto'.length)),
  // one address inside another
  (random) => nothing(`${pick(random, schemes)}${pick(random, honest)}`),
  (random) => ask(`https://${pick(random, evil)}/${pick(random, honest)}`),
  // anything at all
  (random) =>
    nothing(
      Array.from({ length: Math.floor(random() * 40) }, () =>
        String.fromCharCode(Math.floor(random() * (random() < 0.7 ? 128 : 0x10000))),
      ).join(''),
    ),
];

export const hostileAddress = (random: Random): Hostile =>
  kinds[Math.floor(random() * kinds.length)]?.(random) ?? nothing('');
