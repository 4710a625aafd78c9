// Is what became of a body harmless? Looks at the blocks, at the text, at the markup that the page makes of them, and
// at what becomes of that markup and that text when they are read once more.
import { Parser } from 'htmlparser2';
import * as v from 'valibot';
import { type Block, BlockSchema, type Span } from '../../../electron/contract/model.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { decodeEntities } from '../../../electron/core/text/entities.ts';
import { excerpt } from '../../../electron/core/text/excerpt.ts';
import { isFence, textOfFence } from '../../../electron/core/text/line-kinds.ts';
import { isHtml } from '../../../electron/core/text/markup.ts';
import { normalise } from '../../../electron/core/text/normalise.ts';
import { toPlain } from '../../../electron/core/text/plain.ts';
import { render, renderBare } from './render.ts';

type Link = Extract<Span, { kind: 'link' }>;
type Verdict = string | null;

/** Controls but tab and line feed, whatever turns the direction of text, and invisible format characters. */
const steering =
  /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]|[\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/v;
const rendered = new Set('p pre code ul ol li blockquote strong em br a span'.split(' '));
const excerptLength = 160;

/** What is wrong, in one line; null: nothing. */
export function judge(body: string): Verdict {
  const blocks = toBlocks(body);
  const plain = toPlain(body);
  return (
    judgeTree(blocks) ??
    judgeMarkup(blocks) ??
    judgeText('plain', plain) ??
    judgeText('normalised', normalise(body)) ??
    judgeExcerpt(excerpt(plain, excerptLength)) ??
    judgeMarkupAgain(blocks) ??
    judgePlainAgain(plain) ??
    (isHtml(body) ? null : judgeLoss(plain, blocks))
  );
}

function judgeTree(blocks: readonly Block[]): Verdict {
  const parsed = v.safeParse(v.array(BlockSchema), blocks);
  if (!parsed.success) return 'the blocks are not of the contract';
  if (JSON.stringify(parsed.output) !== JSON.stringify(blocks))
    return 'the blocks hold more than the contract';
  for (const text of textsOf(blocks)) {
    const wrong = judgeText('a block', text);
    if (wrong) return wrong;
  }
  for (const link of linksOf(blocks)) {
    const wrong = judgeLink(link);
    if (wrong) return `${wrong}: ${JSON.stringify(link)}`;
  }
  return null;
}

function judgeText(what: string, text: string): Verdict {
  const sign = steering.exec(text)?.[0].codePointAt(0);
  if (sign !== undefined) return `${what} holds U+${sign.toString(16).padStart(4, '0')}`;
  return text.isWellFormed() ? null : `${what} holds half a character`;
}

function judgeExcerpt(short: string): Verdict {
  if (short.length > excerptLength || short.includes('\n')) return `the excerpt is no short line: ${short}`;
  return judgeText('the excerpt', short);
}

/** Held against the parser that browsers use, which reads more than ours lets through. */
function judgeLink({ href, host }: Link): Verdict {
  if (!/^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/.test(href) || href.length > 2_048) return 'a wrong address';
  if (!/^[a-z0-9._-]+(?::\d+)?$/.test(host)) return 'a host that may read as another';
  // An address that no browser can read leads nowhere.
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'mailto:')
    return url.pathname.endsWith(`@${host}`) && !url.search ? null : 'a wrong mail';
  if (url.username !== '' || url.password !== '') return 'a name or password in the address';
  return url.host === host ? null : `it leads to ${url.host}`;
}

/** Reads the page's markup with another parser than it was made for. */
function judgeMarkup(blocks: readonly Block[]): Verdict {
  let wrong: Verdict = null;
  const refuse = (what: string) => {
    wrong ??= `the page would hold ${what}`;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const names = Object.keys(attributes).join();
      const wanted = name === 'a' ? 'href,rel' : name === 'span' ? 'class' : '';
      if (!rendered.has(name) || names !== wanted) refuse(`<${name} ${names}>`);
    },
    oncomment: () => refuse('a comment'),
    onprocessinginstruction: () => refuse('an instruction'),
  });
  const markup = render(blocks);
  parser.end(markup);
  return wrong ?? judgeHosts(blocks, markup);
}

/** Every link says its host: as the first words of its own, as the end of a mail address, or behind it. */
function judgeHosts(blocks: readonly Block[], markup: string): Verdict {
  const links = linksOf(blocks);
  const shown = [...markup.matchAll(/<a [^>]*>([^<]*)<\/a>(<span class="host"> \(([^<]*)\)<\/span>)?/g)];
  if (shown.length !== links.length) return `${links.length} links are ${shown.length} on the page`;
  const silent = links.find(({ host }, at) => {
    const [, text = '', , behind] = shown[at] ?? [];
    const [first = ''] = text
      .toLowerCase()
      .trim()
      .replace(/^https?:\/\//, '')
      .split(/[/?#]/);
    return behind !== host && first !== host && !new RegExp(`^[^@]+@${host}$`).test(first);
  });
  return silent ? `it does not say where it leads: ${JSON.stringify(silent)}` : null;
}

/** What the page shows, taken for a body, is the same words and leads nowhere else: nothing was hidden in it. */
function judgeMarkupAgain(blocks: readonly Block[]): Verdict {
  const again = toBlocks(renderBare(blocks));
  const known = new Set(linksOf(blocks).map(({ href }) => href));
  const added = linksOf(again).find(({ href, text }) => !known.has(href) && !isAddress(text));
  if (added) return `read again it has a link more: ${JSON.stringify(added)}`;
  const [before, after] = [wordsOf(blocks), wordsOf(again)];
  return before === after || namesLanguage(textsOf(blocks).join('\n'))
    ? null
    : `read again it says ${differenceOf(before, after)}`;
}

/** Text is text: nothing changes when it is read as a body once more, unless it then is markup by its looks. */
function judgePlainAgain(plain: string): Verdict {
  const blocks = toBlocks(plain);
  const wrong = judgeTree(blocks);
  if (wrong) return `the text, read again: ${wrong}`;
  if (isHtml(plain) || decodeEntities(plain) !== plain) return null;
  if (toPlain(plain) !== plain) return `text twice is not text once: ${differenceOf(plain, toPlain(plain))}`;
  const hidden = linksOf(blocks).find(({ text }) => !isAddress(text));
  return hidden ? `text became a link that hides its address: ${JSON.stringify(hidden)}` : null;
}

/** Plain text is shown whole, whatever it looks like. */
function judgeLoss(plain: string, blocks: readonly Block[]): Verdict {
  const [said, shown] = [lettersOf(plain), wordsOf(blocks)];
  return said === shown || namesLanguage(plain) ? null : `the page would say ${differenceOf(said, shown)}`;
}

/** The name of a language behind a mark of code is the one word that is read and not shown. */
const namesLanguage = (text: string): boolean =>
  text.split('\n').some((line) => isFence(line) && /\p{L}/u.test(line) && textOfFence(line) === '');

const isAddress = (text: string): boolean => /^https?:\/\/|^[^\s@]+@[^\s@]+$/i.test(text);

const spansOf = (block: Block): readonly Span[] =>
  block.kind === 'code' ? [] : block.kind === 'list' ? block.items.flat() : block.spans;
const linksOf = (blocks: readonly Block[]): Link[] =>
  blocks.flatMap(spansOf).filter((span): span is Link => span.kind === 'link');
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'code'
      ? [block.text]
      : spansOf(block).map((span) => (span.kind === 'break' ? '' : span.text)),
  );
/** Letters alone: marks of quotes and lists are taken away by every reading. */
const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');
const wordsOf = (blocks: readonly Block[]): string => lettersOf(textsOf(blocks).join(''));

function differenceOf(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 10), at + 30));
  return `${near(other)} instead of ${near(one)}`;
}
