// Rules about names in the code: global fetch and ways to write HTML as text are banned, and the powerful parts of
// Electron are called in one file each.
import type { Finding } from './finding.ts';
import { guardedCalls } from './rooms.ts';
import { type Node, type Source, walk } from './source.ts';

const html = new Set(['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc']);

/** In the program: network access goes through the Http port, markup is built as a tree. */
export function checkWords(source: Source): Finding[] {
  if (!/^(electron|renderer)\//.test(source.path)) return [];
  const findings: Finding[] = [];
  walk(source.program, (node, parent) => {
    const name = nameOf(node);
    if (name === null) return;
    const say = (rule: string, what: string) =>
      findings.push({ file: source.path, line: source.lineAt(node.start), rule, what });
    if (html.has(name)) say('html', `${name} is banned; text is rendered as text`);
    const home = guardedCalls[name];
    if (home !== undefined && home !== source.path && isOwner(node, parent)) {
      say('electron', `${name} may be called in ${home} only`);
    }
    if (name === 'fetch' && node.type === 'Identifier' && !isMemberName(node, parent)) {
      say('fetch', 'global fetch is banned; use the Http port');
    }
  });
  return findings;
}

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return null;
}

/** The `x` of `x.y`. */
const isOwner = (node: Node, parent: Node | null) =>
  parent?.type === 'MemberExpression' && parent.object === node;

const globals = new Set(['globalThis', 'global', 'self', 'window']);

/** `queue.fetch` and `{ fetch: … }` name something of ours; `globalThis.fetch` does not. */
function isMemberName(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'MemberExpression' && parent.property === node && parent.computed !== true) {
    const owner = parent.object as Node;
    return !(owner.type === 'Identifier' && globals.has(String(owner.name)));
  }
  const isKey = parent?.key === node && parent.computed !== true && parent.shorthand !== true;
  return isKey;
}
