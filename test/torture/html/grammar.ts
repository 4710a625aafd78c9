// Bodies that nobody wrote: HTML and text grown from a grammar that knows what hurts, then damaged.
import { pick, randomFrom } from '../../fakes/random.ts';
import { payloads } from './payloads.ts';

type Random = () => number;
type List = readonly [string, ...string[]];
const words = (text: string): List => text.split(' ') as [string, ...string[]];

const tags = words(
  'p div b i a br ul ol li pre code blockquote table tr td th h1 span font script style iframe form input button ' +
    'textarea select option svg math img video object embed link meta base title noscript template xmp plaintext ' +
    'noembed foreignObject mtext annotation-xml details summary marquee body html head x-y __proto__ constructor SCRIPT',
);
const attributes = words(
  'href HREF src style onclick onerror onload title id class name action formaction srcdoc data xlink:href target ' +
    'start type value background poster srcset http-equiv content __proto__ "x \'y = /',
);
const schemes = words(
  'https:// http:// HTTPS:// https:/ https: // \\\\ javascript: java\tscript: data:text/html, vbscript: file:/// ' +
    'mailto: app://hostup/ blob: ftp:// about: view-source: ms-msdt: \u0001javascript: https:\\\\ http://https://',
);
const hosts = words(
  'hostup.se evil.example hostup.se.evil.example h\u043estup.se hostup.se@evil.example user:pass@evil.example 127.1 ' +
    '0x7f.1 2130706433 [::1] hostup.se\\@evil.example hostup.se:99999 evil.example:8443 \u05d0\u05d1.example ' +
    'r\u00e4ksm\u00f6rg\u00e5s.se xn--pple-43d.com hostup\u3002se \uff48ostup.se hostup.se\u202e -a.se a..b localhost',
);
const endings = words(
  '/ /a?b=1&amp;c=2 /#x /%00 /\u202egpj.exe /\u0000 /"onclick="x /\'x /<b> ?x /a) /a). \u200b @x /\\..',
);
const texts = words(
  'Hej lösenord alert(1) a<b a>b & &lt; &gt; &#60; &#x3e; &amp;lt; &nbsp; &colon; &NewLine; &#0; &#xd800; \u202e \u2067 ' +
    '\u0000 \u001b[31m \u007f \u0085 \u200b \ufeff \ud800 😀 e\u0301 ` ``` ~~~ > - 1. $ * _ \n \n\n \t \r\n \u2028 --> ]]> ',
);
const raws = words(
  '<!-- --> --!> <![CDATA[ ]]> <?x ?> <!doctype <!x> </ < > <> </> <% " \' = / & &# &#x; \0 <script </script ' +
    '</style> </textarea> </title> </iframe> </svg> </math> </form> </select> <plaintext> ` ``` <br <a <a/',
);

const chance = (random: Random, part: number): boolean => random() < part;
const times = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const address = (random: Random): string =>
  pick(random, schemes) + pick(random, hosts) + pick(random, endings);

function attribute(random: Random): string {
  const value = chance(random, 0.6) ? address(random) : pick(random, texts);
  const quote = pick(random, ['"', '"', '"', "'", '', '`']);
  const gap = pick(random, [' ', ' ', ' ', '/', '\n', '\t', '\f', '\0', '']);
  const equals = pick(random, ['=', '=', '=', ' = ', '==', '\n=']);
  return `${gap}${pick(random, attributes)}${equals}${quote}${value}${quote}`;
}

function element(random: Random, depth: number): string {
  const name = chance(random, 0.3)
    ? pick(random, ['p', 'a', 'b', 'br', 'pre', 'blockquote', 'ul'])
    : pick(random, tags);
  let open = `<${name}`;
  for (let more = times(random, 3); more > 0; more -= 1) open += attribute(random);
  const shut = chance(random, 0.8) ? `</${chance(random, 0.9) ? name : pick(random, tags)}>` : '';
  return `${open}${pick(random, ['>', '>', '>', '>', '/>', '', ' '])}${piece(random, depth - 1)}${shut}`;
}

function piece(random: Random, depth: number): string {
  let text = '';
  for (let more = 1 + times(random, 3); more > 0; more -= 1) {
    const kind = random();
    if (kind < 0.4 && depth > 0) text += element(random, depth);
    else if (kind < 0.5) text += address(random);
    else if (kind < 0.58) text += pick(random, raws);
    else if (kind < 0.62) text += payloads[Math.floor(random() * payloads.length)] ?? '';
    else text += ` ${pick(random, texts)}`;
  }
  return text;
}

const cut = (random: Random, text: string): [number, number] => {
  const from = Math.floor(random() * text.length);
  return [from, Math.min(text.length, from + 1 + times(random, 30))];
};

const damages: readonly ((random: Random, text: string) => string)[] = [
  (random, text) => {
    const [from, to] = cut(random, text);
    return text.slice(0, from) + text.slice(to);
  },
  (random, text) => {
    const [from, to] = cut(random, text);
    return text.slice(0, to) + text.slice(from);
  },
  (random, text) => {
    const [at] = cut(random, text);
    return text.slice(0, at) + pick(random, raws) + text.slice(at);
  },
  (random, text) => {
    const [at] = cut(random, text);
    return text.slice(0, at) + pick(random, texts) + text.slice(at);
  },
  (random, text) => {
    const [from, to] = cut(random, text);
    const part = text.slice(from, to);
    return (
      text.slice(0, from) + (chance(random, 0.5) ? part.toUpperCase() : part.toLowerCase()) + text.slice(to)
    );
  },
  (random, text) => {
    const [from, to] = cut(random, text);
    const coded = Array.from(text.slice(from, to), (sign) => `&#${sign.codePointAt(0)};`).join('');
    return text.slice(0, from) + coded + text.slice(to);
  },
  (random, text) => {
    const [at] = cut(random, text);
    return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at);
  },
];

/** Odd, as are the numbers of grown bodies in a quick run. */
const longEvery = 401;
const longest = 60_000;

/** The same number is the same body. One in some hundreds is very long and very regular. */
export function grownCase(number: number): string {
  const random = randomFrom(number);
  let text = chance(random, 0.5) ? `<p>${piece(random, 3)}` : piece(random, 3);
  for (let more = times(random, 4); more > 0; more -= 1) {
    text = damages[Math.floor(random() * damages.length)]?.(random, text) ?? text;
  }
  return number % longEvery === 0 ? repeated(random, text) : text;
}

function repeated(random: Random, text: string): string {
  const [from, to] = cut(random, text);
  const unit = text.slice(from, to) || '<';
  return text + unit.repeat(Math.ceil(longest / unit.length));
}
