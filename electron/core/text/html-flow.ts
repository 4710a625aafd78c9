// HTML as lines and finished blocks: which tag does what. No element survives, and no attribute but an address that
// passes safeLink; what is not meant to be read (scripts, styles, forms, frames) is dropped with its content.
import { clean } from './clean.ts';
import { createFlow, type Flow } from './flow.ts';
import type { FlowItem } from './flow-items.ts';
import { hasLineTags } from './markup.ts';
import { safeLink } from './safe-link.ts';
import type { Style } from './styled-line.ts';
import { type Attributes, readTags } from './tags.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const dropped = set(
  'script style iframe form object noscript template svg math head title textarea select button',
);
const opensDropped = new RegExp(`<(?:${[...dropped].join('|')})[\\s/>]`, 'i');
const nothing = () => {};
const ownParagraph = set('p h1 h2 h3 h4 h5 h6 table dl hr figure');
const ownLine = set('div section article header footer main nav aside address tr dt dd center caption');
const styles: ReadonlyMap<string, Style> = new Map<string, Style>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

/** Reads any text as HTML, in one pass and without recursion. */
export function flowOfHtml(html: string): readonly FlowItem[] {
  const flow = createFlow(!hasLineTags(html));
  const lastClosing = closingsIn(html);
  let hiddenBy: string | null = null;
  readTags(html, {
    open: (name, attributes, at) => {
      if (hiddenBy !== null) return;
      // One that is never closed would take the rest of the text with it.
      if (at < (lastClosing.get(name) ?? -1)) hiddenBy = name;
      else open(flow, name, attributes);
    },
    close: (name) => {
      if (hiddenBy === null) close(flow, name);
      else if (hiddenBy === name) hiddenBy = null;
    },
    text: (text) => {
      if (hiddenBy === null) flow.text(clean(text));
    },
  });
  return flow.end();
}

/** Where each dropped element is closed for the last time, as the reader itself sees it: not in comments or attributes. */
function closingsIn(html: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  if (opensDropped.test(html)) {
    readTags(html, {
      open: nothing,
      close: (name, at) => {
        if (dropped.has(name)) last.set(name, at);
      },
      text: nothing,
    });
  }
  return last;
}

function open(flow: Flow, name: string, attributes: Attributes): void {
  if (name === 'br') flow.lineBreak();
  else if (name === 'pre') flow.openPre();
  else if (!flow.isPre()) openElement(flow, name, attributes);
}

function openElement(flow: Flow, name: string, attributes: Attributes): void {
  const style = styles.get(name);
  if (style) flow.style(style, 1);
  else if (ownParagraph.has(name)) flow.paragraph();
  else if (ownLine.has(name)) flow.endLine();
  else if (name === 'a') flow.link(safeLink(attributes.get('href') ?? ''));
  else if (name === 'blockquote') flow.openQuote();
  else if (name === 'ul') flow.openList(false, 1);
  else if (name === 'ol') flow.openList(true, startOf(attributes));
  else if (name === 'li') flow.item();
  else if (name === 'td' || name === 'th') flow.cell();
}

function close(flow: Flow, name: string): void {
  if (name === 'pre') flow.closePre();
  else if (!flow.isPre()) closeElement(flow, name);
}

function closeElement(flow: Flow, name: string): void {
  const style = styles.get(name);
  if (style) flow.style(style, -1);
  else if (ownParagraph.has(name)) flow.paragraph();
  else if (ownLine.has(name) || name === 'li') flow.endLine();
  else if (name === 'a') flow.link(null);
  else if (name === 'blockquote') flow.closeQuote();
  else if (name === 'ul' || name === 'ol') flow.closeList();
}

const startOf = (attributes: Attributes): number => {
  const start = attributes.get('start') ?? '';
  return /^\d{1,6}$/.test(start) ? Number(start) : 1;
};
