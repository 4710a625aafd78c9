// Rules about names in the code: ways past the Http port, ways to write HTML or code as text, and ways past the one
// file in which each powerful part of Electron is called.
import type { Finding } from './finding.ts';
import { guardedCalls } from './rooms.ts';
import { type Node, type Source, walk } from './source.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const html = names(
  'dangerouslySetInnerHTML innerHTML outerHTML insertAdjacentHTML setHTMLUnsafe parseHTMLUnsafe srcdoc ' +
    'createContextualFragment DOMParser',
);
const network = names('XMLHttpRequest EventSource WebTransport sendBeacon');
const globals = names('globalThis global self window net');
/** They would load what the import rules do not see, Electron as well. */
const loaders = names('require createRequire getBuiltinModule _linkedBinding');
const code = names('eval Function');
const timers = names('setTimeout setInterval');

/** In the program: network access goes through the Http port, markup is built as a tree, text is never code. */
export function checkWords(source: Source): Finding[] {
  if (!/^(electron|renderer)\//.test(source.path)) return [];
  const findings: Finding[] = [];
  const say = (node: Node, rule: string, what: string) =>
    findings.push({ file: source.path, line: source.lineAt(node.start), rule, what });
  for (const { from, line } of source.imports) {
    if (/^(node:)?vm$/.test(from)) {
      findings.push({ file: source.path, line, rule: 'eval', what: 'text is never run as code' });
    }
  }
  walk(source.program, (node, parent) => {
    const name = nameOf(node);
    const makesCode = name !== null && code.has(name) && isGlobal(node, parent) && !isType(parent);
    if (makesCode || runsText(node)) say(node, 'eval', 'text is never run as code');
    if (name === null) return;
    if (/^\s*javascript:/i.test(name)) say(node, 'html', 'an address that is code is banned');
    if (html.has(name)) say(node, 'html', `${name} is banned; text is rendered as text`);
    if (name === 'write' && isMemberOf(node, parent, names('document'))) {
      say(node, 'html', 'document.write is banned; text is rendered as text');
    }
    if (loaders.has(name) && !isKey(node, parent)) say(node, 'import', `${name} is banned; use import`);
    checkElectronName(node, parent, name);
    if (network.has(name) || (name === 'fetch' && isGlobal(node, parent))) {
      say(node, 'fetch', `global ${name} is banned; use the Http port`);
    }
  });
  return findings;

  function checkElectronName(node: Node, parent: Node | null, name: string): void {
    const home = guardedCalls[name];
    if (home !== undefined && home !== source.path && isOwner(node, parent)) {
      say(node, 'electron', `${name} may be called in ${home} only`);
    }
    if (name === 'ipc' && isMember(node, parent)) {
      say(node, 'electron', 'contents.ipc is a door past electron/shell/ipc-server.ts');
    }
  }
}

/** `setTimeout('…')` */
function runsText(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node.callee as Node;
  const name = nameOf((callee.property as Node | undefined) ?? callee);
  const [first] = node.arguments as readonly Node[];
  return timers.has(name ?? '') && (first?.type === 'TemplateLiteral' || typeof first?.value === 'string');
}

function nameOf(node: Node): string | null {
  if (isWord(node)) return String(node.name);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as readonly Node[]) : [];
  const [only] = quasis;
  return only && quasis.length === 1 ? (only.value as { readonly cooked: string }).cooked : null;
}

const isWord = (node: Node): boolean => node.type === 'Identifier' || node.type === 'JSXIdentifier';

/** The `x` of `x.y`. */
const isOwner = (node: Node, parent: Node | null): boolean =>
  parent?.type === 'MemberExpression' && parent.object === node;

/** The `y` of `x.y` or `x['y']`. */
const isMember = (node: Node, parent: Node | null): boolean =>
  parent?.type === 'MemberExpression' &&
  parent.property === node &&
  (parent.computed !== true || !isWord(node));

const isMemberOf = (node: Node, parent: Node | null, owners: ReadonlySet<string>): boolean =>
  isMember(node, parent) && owners.has(nameOf(parent?.object as Node) ?? '');

const isKey = (node: Node, parent: Node | null): boolean =>
  parent?.key === node && parent.computed !== true && parent.shorthand !== true;

const isType = (parent: Node | null): boolean => parent?.type.startsWith('TS') ?? false;

/** `queue.fetch` and `{ fetch: … }` name something of ours; `fetch`, `globalThis.fetch` and Electron's `net.fetch` do not. */
const isGlobal = (node: Node, parent: Node | null): boolean =>
  isMember(node, parent) ? isMemberOf(node, parent, globals) : isWord(node) && !isKey(node, parent);
