// Plain text, as customers and staff type it.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { BlockSchema } from '../../../electron/contract/model.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { shortOf, wordsOf } from './short.ts';

const short = (body: string): string[] => shortOf(toBlocks(body));

describe('paragraphs', () => {
  it('keep their lines', () => {
    expect(short('Hej!\r\n\r\nRad ett\rRad två  \n\n\n  Mvh\nÅsa')).toEqual([
      'p:Hej!',
      'p:Rad ett|Rad två',
      'p:Mvh|Åsa',
    ]);
  });

  it.each([
    'a < b and c > d',
    'if (x<y && y>z) { }',
    'Paste it between <head> and </head>, before </body>.',
    '<VirtualHost *:80>',
    'Anna <anna@example.se> skrev',
    'AT&T & Söner, ?a=1&copy=2&lt',
    '1 <2 <3',
    'Vi använder <p> och <b> i mallen',
    '-- \nÅsa',
    '5 > 3',
    '* inte en lista',
    '- Anna',
    '3. maj',
    '2026. Ett bra år',
    '#1 prioritet',
    'snake_case_name and *stars* and __dunder__',
    'Pris: 100 $ per år',
    'On Monday I wrote:',
    'INFO kommer senare', // one line alone is a sentence
    '語'.repeat(50),
    '👩‍👩‍👧‍👦 🇸🇪 é',
  ])('stay as typed: %s', (text) => {
    const blocks = toBlocks(text);
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
    expect(blocks.map((block) => ('spans' in block ? wordsOf(block.spans) : '')).join('|')).toBe(
      text.replace(/ *\n/g, '|'),
    );
  });

  it('is nothing for nothing', () => {
    for (const empty of ['', ' ', '\n\n', '\u200b', '\u202e\u0000']) expect(toBlocks(empty)).toEqual([]);
  });

  it('decodes complete references once', () => {
    expect(
      short('Tom &amp; Jerry &#39;x&#x27; &aring;&ouml; &lt;br&gt; &amp;lt; &nosuch; &#0; &#xD800;'),
    ).toEqual(["p:Tom & Jerry 'x' åö <br> &lt; &nosuch; &#0; &#xD800;"]);
  });

  it('drops what steers instead of says, also when it comes as a reference', () => {
    expect(short('a\u0000b\u0007c\u202ed\u2066e\u200bf\ufeffg\u009fh&#x202e;i&#7;j')).toEqual([
      'p:abcdefghij',
    ]);
  });
});

describe('code', () => {
  it('is fenced, with anything in it', () => {
    expect(short('Kör:\n```bash\nnpm i <b>\n\n> inte citat\n- inte lista\n```\nKlart')).toEqual([
      'p:Kör:',
      'code:npm i <b>\n\n> inte citat\n- inte lista',
      'p:Klart',
    ]);
    expect(short('~~~\na\n~~~')).toEqual(['code:a']);
    expect(short('```\nutan slut')).toEqual(['code:utan slut']);
    // what stands behind the mark is the name of a language, or belongs to the text
    expect(short('```SQL\nselect 1\n```')).toEqual(['code:select 1']);
    expect(short('``` ls -la')).toEqual(['code:ls -la']);
    expect(short('~~~Sommar2026\nx\n~~~')).toEqual(['code:Sommar2026\nx']);
  });

  it('is indented by four blanks or a tab, but not as the continuation of a sentence', () => {
    expect(short('Så här:\n\n    rad 1\n      rad 2\n\n\trad 3\n\nSlut')).toEqual([
      'p:Så här:',
      'code:rad 1\n  rad 2\n\nrad 3',
      'p:Slut',
    ]);
    expect(short('En mening\n    som fortsätter')).toEqual(['p:En mening|som fortsätter']);
  });

  it.each([
    ['syslog', 'Apr 27 11:45:00 vps-1 sshd[812]: Failed password\nApr 27 11:45:02 vps-1 sshd[812]: Closed'],
    ['ISO log', '2026-04-27 11:45:00 ERROR db down\n2026-04-27T11:45:01Z WARN retry'],
    [
      'access log',
      '203.0.113.4 - - [27/Apr/2026:11:45:00 +0200] "GET / HTTP/1.1" 500 1\n2001:db8::1 - - [27/Apr/2026:11:45:00 +0200] "GET /"',
    ],
    ['PHP', 'PHP Fatal error:  Uncaught Error in /var/www/a.php:3\n#0 /var/www/b.php(4): x()\n#1 {main'],
    ['stack', '[ERROR] boom\n    at Object.<anonymous> (/srv/app.js:1:7)\n    at node:internal/main'],
    ['ping', 'PING hostup.se (203.0.113.1)\n64 bytes from 203.0.113.1: icmp_seq=1\n3 packets transmitted'],
    ['prompt', 'root@vps-1:~# df -h\nFilesystem      Size  Used\n/dev/vda1        20G   19G'],
    ['dollar', '$ curl -I https://example.se\nHTTP/2 502'],
    ['Windows', 'C:\\Users\\anna> ipconfig\nIPv4: 192.0.2.1'],
  ])('looks like output: %s', (_name, text) => {
    const blocks = short(`Jag ser detta:\n\n${text}\n\nVad betyder det?`);
    expect(blocks[0]).toBe('p:Jag ser detta:');
    expect(blocks[1]?.startsWith('code:')).toBe(true);
    expect(blocks.at(-1)).toBe('p:Vad betyder det?');
    expect(blocks[1]).toContain(text.split('\n')[1]);
  });
});

describe('quotes and history', () => {
  it('are marked lines', () => {
    expect(short('> Hej\n>> djupare\n>\n> slut\nSvar')).toEqual(['quote:Hej|djupare||slut', 'p:Svar']);
  });

  it.each([
    'On Mon, 27 Apr 2026 at 12:05, HostUp <support@hostup.se> wrote:',
    'On Mon, 27 Apr 2026 at 12:05, HostUp Support\n<support@hostup.se> wrote:',
    'Den 27 apr. 2026 kl. 12:05 skrev HostUp <support@hostup.se>:',
    'Den mån 27 apr. 2026 kl 12:05 skrev HostUp:',
    '----- Ursprungligt meddelande -----',
    '-----Original Message-----',
  ])('begin with "%s"', (head) => {
    const marked = toBlocks(`Tack!\n\n${head}\n\n> Hej\n> hå\n\nOch en fråga till.`);
    expect(marked.map(({ kind }) => kind)).toEqual(['paragraph', 'quote', 'paragraph']);
    const unmarked = toBlocks(`Tack!\n\n${head}\nHej\n\nhå`);
    expect(unmarked.map(({ kind }) => kind)).toEqual(['paragraph', 'quote']);
  });
});

describe('lists', () => {
  it('have two items or more', () => {
    expect(short('Att göra:\n- ett\n* två\n• tre\n  fortsätter\n\n– fyra\nSlut')).toEqual([
      'p:Att göra:',
      'list:ett|två|tre|fortsätter|fyra',
      'p:Slut',
    ]);
  });

  it('count from one, or stay as typed', () => {
    expect(short('1. ett\n2. två\n3) tre')).toEqual(['numbers:ett|två|tre']);
    expect(short('3. ett\n4. två')).toEqual(['p:3. ett|4. två']);
    expect(short('1. ett\n7. sju')).toEqual(['p:1. ett|7. sju']);
  });
});

describe('spans', () => {
  const spans = (text: string) => toBlocks(text).flatMap((block) => ('spans' in block ? block.spans : []));
  it('link addresses, without the sentence around them', () => {
    expect(
      spans('Se (https://hostup.se/a_(b)?x=1), eller http://x.se:8080/. Mejla anna.b@exempel.se!'),
    ).toEqual([
      { kind: 'text', text: 'Se (' },
      {
        kind: 'link',
        text: 'https://hostup.se/a_(b)?x=1',
        href: 'https://hostup.se/a_(b)?x=1',
        host: 'hostup.se',
      },
      { kind: 'text', text: '), eller ' },
      { kind: 'link', text: 'http://x.se:8080/', href: 'http://x.se:8080/', host: 'x.se:8080' },
      { kind: 'text', text: '. Mejla ' },
      { kind: 'link', text: 'anna.b@exempel.se', href: 'mailto:anna.b@exempel.se', host: 'exempel.se' },
      { kind: 'text', text: '!' },
    ]);
  });

  it('mark back-ticked words', () => {
    expect(spans('Kör `rm -rf <b>` nu')).toEqual([
      { kind: 'text', text: 'Kör ' },
      { kind: 'code', text: 'rm -rf <b>' },
      { kind: 'text', text: ' nu' },
    ]);
  });
});

it('gives nothing that the contract does not know', () => {
  const texts = [
    'a\n\n- b\n- c\n\n```\nd\n```\n> e https://f.se `g`',
    '<p>a<br>b</p><ul><li>c</ul><pre>d</pre>',
  ];
  for (const text of texts) expect(v.is(v.array(BlockSchema), toBlocks(text))).toBe(true);
});
