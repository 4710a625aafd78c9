// HTML as lines and finished blocks: which tag does what. No element survives, and no attribute but an address that
// passes safeLink; what is not meant to be read (scripts, styles, forms, frames) is dropped with its content.
import { Parser } from 'htmlparser2';
import { clean } from './clean.ts';
import { createFlow, type Flow, type FlowItem, type Style } from './flow.ts';
import { hasLineTags } from './markup.ts';
import { safeLink } from './safe-link.ts';

type Attributes = Readonly<Record<string, string>>;
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const dropped = set(
  'script style iframe form object noscript template svg math head title textarea select button',
);
const ownParagraph = set('p h1 h2 h3 h4 h5 h6 table dl hr figure');
const ownLine = set('div section article header footer main nav aside address tr dt dd center caption');
const styles: ReadonlyMap<string, Style> = new Map<string, Style>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['th', 'strong'],
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
  const hides: boolean[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (dropped.has(name)) {
        // One that is never closed would take the rest of the text with it.
        const hide = parser.startIndex < (lastClosing.get(name) ?? -1);
        hides.push(hide);
        if (hide) hidden += 1;
      }
      if (hidden === 0) open(flow, name, attributes);
    },
    onclosetag: (name) => {
      if (hidden === 0) close(flow, name);
      if (dropped.has(name) && hides.pop()) hidden -= 1;
    },
    ontext: (text) => {
      if (hidden === 0) flow.text(clean(text));
    },
  });
  parser.end(html);
  return flow.end();
}

function closingsIn(html: string): ReadonlyMap<string, number> {
  const lower = html.toLowerCase();
  return new Map([...dropped].map((name) => [name, lower.lastIndexOf(`</${name}`)]));
}

function open(flow: Flow, name: string, attributes: Attributes): void {
  if (name === 'br') flow.lineBreak();
  else if (name === 'pre') flow.openPre();
  else if (!flow.isPre()) openElement(flow, name, attributes);
}

function openElement(flow: Flow, name: string, attributes: Attributes): void {
  const style = styles.get(name);
  if (style) flow.style(style, 1);
  if (ownParagraph.has(name)) flow.paragraph();
  else if (ownLine.has(name)) flow.endLine();
  else if (name === 'a') flow.openLink(safeLink(attributes.href ?? ''));
  else if (name === 'blockquote') flow.openQuote();
  else if (name === 'ul') flow.openList(false, 1);
  else if (name === 'ol') flow.openList(true, startOf(attributes));
  else if (name === 'li') flow.item();
  else if (name === 'td' || name === 'th') flow.text(' \u00a0');
}

function close(flow: Flow, name: string): void {
  if (name === 'pre') flow.closePre();
  else if (!flow.isPre()) closeElement(flow, name);
}

function closeElement(flow: Flow, name: string): void {
  const style = styles.get(name);
  if (style) flow.style(style, -1);
  if (ownParagraph.has(name)) flow.paragraph();
  else if (ownLine.has(name) || name === 'li') flow.endLine();
  else if (name === 'a') flow.closeLink();
  else if (name === 'blockquote') flow.closeQuote();
  else if (name === 'ul' || name === 'ol') flow.closeList();
}

const startOf = ({ start = '1' }: Attributes): number => (/^\d{1,6}$/.test(start) ? Number(start) : 1);
