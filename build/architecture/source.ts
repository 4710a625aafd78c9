// One source file as the rules see it: its text, its syntax tree and what it imports. Knows no rule.
import { readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { parseSync } from 'vite';

type Import = {
  /** as written: './a.ts', 'node:fs', 'electron' */
  readonly from: string;
  /** repository path, when it is a file of ours */
  readonly file: string | null;
  /** names taken, 'default' and '*' included; empty for `import 'x'` and `import('x')` */
  readonly names: readonly string[];
  /** nothing of it is there when the program runs */
  readonly typeOnly: boolean;
  /** `export … from` */
  readonly reExport: boolean;
  readonly line: number;
};

/** A node of the syntax tree; fields vary by type. */
export type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown };

export type Source = {
  /** repository path with forward slashes */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly program: Node;
  /** 1-based line of an offset */
  lineAt(offset: number): number;
  /** what the parser says about a file that it cannot read */
  readonly broken: string | null;
};

const parsed = new Set(['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs']);
/** Is it code that the rules can read? */
export const isCode = (path: string): boolean => parsed.has(extname(path));

/** Reads and parses one file. @param path in the repository, below `root` */
export function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const { program, module, errors } = parseSync(path, text);
  const found: Import[] = [];
  const add = (from: string, start: number, rest: Pick<Import, 'names' | 'typeOnly' | 'reExport'>) => {
    found.push({ from, file: resolve(path, from), line: lineAt(start), ...rest });
  };
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const names = entries.map(
      ({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*'),
    );
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    const values = names.filter((_, at) => entries[at]?.isType === false);
    add(moduleRequest.value, start, { names: typeOnly ? names : values, typeOnly, reExport: false });
  }
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest, importName, isType } of entries) {
      if (moduleRequest === null) continue;
      add(moduleRequest.value, start, { names: [importName.name ?? '*'], typeOnly: isType, reExport: true });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[2]) add(literal[2], moduleRequest.start, { names: [], typeOnly: false, reExport: false });
  }
  const [error] = errors;
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: found,
    program: program as unknown as Node,
    lineAt,
    broken: error ? error.message : null,
  };
}

/** Relative specifiers only: everything else is a package. Vite's `?raw` and the like are cut off. */
function resolve(importer: string, from: string): string | null {
  const [plain = ''] = from.split('?');
  return plain.startsWith('.') ? posix.normalize(posix.join(posix.dirname(importer), plain)) : null;
}

/** Visits every node below this one, the nearest parent beside it. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
