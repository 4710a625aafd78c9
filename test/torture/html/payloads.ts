// The hand-written bodies of payloads.txt, and every place and spelling that they are tried in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The signs that a payload is written with where it could not be read (or would be read as the end of its line). */
const signs: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  '0': '\0',
  '\\': '\\',
};

const written = (line: string): string =>
  line.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([ntrf0\\]))/g,
    (_, long?: string, short?: string, sign = '') =>
      (long ?? short) ? String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)) : (signs[sign] ?? ''),
  );

export const payloads: readonly string[] = readFileSync(join(import.meta.dirname, 'payloads.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map(written);

const references: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};
const encode = (text: string): string => text.replace(/[<>&"']/g, (sign) => references[sign] ?? sign);
const numbers = (text: string): string => Array.from(text, (sign) => `&#${sign.codePointAt(0)};`).join('');
const bareNumbers = (text: string): string =>
  text.replace(/[^\s\w]/gu, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)}`);
const middle = (text: string): number => Math.floor(text.length / 2);

/** Where it stands: as it is, inside elements, attributes, comments and text that is read in its own way. */
const places: readonly ((x: string) => string)[] = [
  (x) => x,
  (x) => `<p>Hej ${x} då</p>`,
  (x) => `rad ett<br>${x}<br>rad tre`,
  (x) => `<div><b>${x}</b></div><p>slut</p>`,
  (x) => `<a href="https://evil.example/">${x}</a><br>`,
  (x) => `<p title="${x}" class='${x}'>text</p>`,
  (x) => `<p><a href="${x}">klicka</a> <a href='${x}'>här</a> <a href=${x}>nu</a></p>`,
  (x) => `<p>a</p><!-- ${x} --><p>b</p>`,
  (x) => `<pre><code>${x}</code></pre>`,
  (x) => `<blockquote><ul><li>${x}<li>${x}</ul></blockquote>`,
  (x) => `<table><tr><td>${x}</td><th>${x}</table>`,
  (x) => `<p>a</p><textarea>${x}</textarea><title>${x}</title><noscript>${x}</noscript>`,
  (x) => `<p>a</p><svg><foreignObject>${x}</foreignObject></svg><math><mtext>${x}</mtext></math>`,
  (x) => `<style>${x}</style><p>a</p><script>${x}</script>`,
  (x) => `\`\`\`\n${x}\n\`\`\`\n> ${x}\n- ${x}\n- ${x}`,
  (x) => `Hej!\n\n${x}\n\nOn 27 Apr 2026 at 12:05, Anna wrote:\n> ${x}`,
];

/** How it is spelled, tried as it is and inside a paragraph. */
const spellings: readonly ((x: string) => string)[] = [
  encode,
  (x) => encode(encode(x)),
  numbers,
  bareNumbers,
  (x) => encodeURIComponent(x.toWellFormed()),
  (x) => x.toUpperCase(),
  (x) => x.slice(0, -1),
  (x) => x.slice(0, middle(x)) + x + x.slice(middle(x)),
  (x) => x.replace(/[<=:/]/g, '$&\0'),
  (x) => x.replaceAll(' ', '/'),
];

const ways = [...places, ...spellings, ...spellings.map((spell) => (x: string) => `<p>${spell(x)}</p>`)];

export const writtenCases = payloads.length * ways.length;

/** Every payload in every way, once each; neighbours in number differ in both. */
export function writtenCase(number: number): string {
  const way = ways[(number + Math.floor(number / payloads.length)) % ways.length];
  return way?.(payloads[number % payloads.length] ?? '') ?? '';
}
