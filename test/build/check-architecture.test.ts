// Feeds the architecture check trees that break one rule each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { spell } from '../../build/architecture/finding.ts';
import { checkArchitecture, listFiles } from '../../build/check-architecture.ts';

const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** Findings of a tree with these files, as they are printed. */
function findingsOf(files: Readonly<Record<string, string>>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'architecture-'));
  trees.push(tree);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return checkArchitecture(tree, Object.keys(files)).map(spell);
}

describe('allowed imports', () => {
  it('finds nothing in a tree that keeps the rules', () => {
    const found = findingsOf({
      'electron/contract/codes.ts': 'export const a = 1;\n',
      'electron/core/ports.ts': "import { a } from '../contract/codes.ts';\nexport const b = a;\n",
      'electron/adapters/clock.ts': "import { b } from '../core/ports.ts';\nexport const c = b;\n",
      'electron/shell/main.ts':
        "import { app } from 'electron';\nimport { c } from '../adapters/clock.ts';\napp(c);\n",
      'renderer/main.tsx':
        "import { a } from '../electron/contract/codes.ts';\nexport const m = <p>{a}</p>;\n",
      'README.md': 'Run `npm start`.\n',
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['electron/contract/a.ts', '../core/b.ts', 'contract may not import electron/core/b.ts'],
    ['electron/core/a.ts', '../adapters/b.ts', 'core may not import electron/adapters/b.ts'],
    [
      'electron/adapters/a.ts',
      '../core/sync/merge.ts',
      'adapters may not import electron/core/sync/merge.ts',
    ],
    ['electron/adapters/a.ts', '../demo/api.ts', 'adapters may not import electron/demo/api.ts'],
    ['electron/preview/a.ts', '../shell/b.ts', 'preview may not import electron/shell/b.ts'],
    ['electron/demo/a.ts', '../contract/b.ts', 'demo may not import electron/contract/b.ts'],
    ['electron/preload.ts', './core/ports.ts', 'preload may not import electron/core/ports.ts'],
    ['renderer/a.tsx', '../electron/core/ports.ts', 'renderer may not import electron/core/ports.ts'],
    ['build/a.ts', '../electron/core/ports.ts', 'build may not import electron/core/ports.ts'],
  ])('%s must not import %s', (file, from, what) => {
    expect(findingsOf({ [file]: `\nimport type { X } from '${from}';\n` })).toEqual([
      `${file}:2  edge: ${what}`,
    ]);
  });

  it('sees imports in every form', () => {
    const text = [
      "import '../core/a.ts';",
      "export { b } from '../core/b.ts';",
      "export const c = import('../core/c.ts');",
      "// import '../core/comment.ts'",
      'export const d = "import \'../core/text.ts\'";',
    ].join('\n');
    const found = findingsOf({ 'electron/contract/a.ts': text });
    expect(found.map((line) => line.split('  ')[0])).toEqual([
      'electron/contract/a.ts:1',
      'electron/contract/a.ts:2',
      'electron/contract/a.ts:3',
    ]);
  });
});

describe('electron', () => {
  it.each([
    ['electron/core/a.ts', "import type { App } from 'electron';\n", 'core may not import electron'],
    ['renderer/a.ts', "import { ipcRenderer as r } from 'electron';\n", 'renderer may not import electron'],
    ['electron/preview/a.ts', "const e = await import('electron');\n", 'preview may not import electron'],
    [
      'electron/shell/a.ts',
      "import { BrowserWindow } from 'electron';\n",
      'BrowserWindow may be imported in',
    ],
    ['electron/shell/a.ts', "import { app, shell as s } from 'electron';\n", 'shell may be imported in'],
    ['electron/shell/a.ts', "import { ipcMain } from 'electron';\n", 'ipcMain may be imported in'],
    ['electron/shell/a.ts', "import { BaseWindow as W } from 'electron';\n", 'BaseWindow may be imported in'],
    ['electron/shell/a.ts', "import { WebContentsView } from 'electron';\n", 'may be imported in'],
    ['electron/preload.ts', "import { ipcMain } from 'electron/main';\n", 'ipcMain may be imported in'],
    [
      'electron/shell/a.ts',
      "import { ipcRenderer } from 'electron/renderer';\n",
      'ipcRenderer may be imported in',
    ],
    ['electron/shell/a.ts', "import electron from 'electron';\n", 'by name'],
    ['electron/shell/a.ts', "import * as electron from 'electron';\n", 'by name'],
  ])('%s with %s', (file, text, what) => {
    const found = findingsOf({ [file]: text });
    expect(found[0]).toMatch(`${file}:1  electron: `);
    expect(found.join('\n')).toMatch(what);
  });

  it('lets the guarded parts be called in one file each', () => {
    const found = findingsOf({
      'electron/shell/ipc-server.ts': 'ipcMain.handle("a", run);\n',
      'electron/shell/program.ts': 'shell.openExternal(href);\nipcMain.on("a", run);\n',
      'electron/shell/tray.ts': '\nshell.openExternal(href);\nBrowserWindow.getAllWindows();\n',
    });
    expect(found).toEqual([
      'electron/shell/program.ts:2  electron: ipcMain may be called in electron/shell/ipc-server.ts only',
      'electron/shell/tray.ts:2  electron: shell may be called in electron/shell/program.ts only',
      'electron/shell/tray.ts:3  electron: BrowserWindow may be called in electron/shell/windows.ts only',
    ]);
  });

  it('sees doors past the one for calls', () => {
    const found = findingsOf({
      'electron/shell/a.ts': "contents.ipc.handle('x', run);\nframe['ipc'].on('x', run);\n",
    });
    const what = 'electron: contents.ipc is a door past electron/shell/ipc-server.ts';
    expect(found).toEqual([`electron/shell/a.ts:1  ${what}`, `electron/shell/a.ts:2  ${what}`]);
  });

  it('lets types of the guarded parts through', () => {
    const text =
      "import { app, type BrowserWindow } from 'electron';\nexport type W = BrowserWindow;\napp.quit();\n";
    expect(findingsOf({ 'electron/shell/a.ts': text })).toEqual([]);
  });
});

describe('shape of the tree', () => {
  it('names a ring of imports', () => {
    const found = findingsOf({
      'electron/core/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'electron/core/b.ts': "\nimport { c } from './c.ts';\nexport const b = c;\n",
      'electron/core/c.ts': "import type { a } from './a.ts';\nexport const c: typeof a = 1;\n",
    });
    const ring = 'electron/core/a.ts → electron/core/b.ts → electron/core/c.ts → electron/core/a.ts';
    expect(found).toEqual([`electron/core/c.ts:1  cycle: ${ring}`]);
  });

  it('refuses barrels, named index or not', () => {
    const found = findingsOf({
      'electron/core/index.ts': "const x = 1;\nexport * from './a.ts';\nexport { x };\n",
      'electron/core/all.ts': "// all of it\nexport type { A } from './a.ts';\nexport { b } from './b.ts';\n",
      'electron/core/one.ts': "// the one that is used here\nexport type { A } from './a.ts';\n",
      'electron/core/a.ts': 'export type A = 1;\n',
      'electron/core/b.ts': 'export const b = 1;\n',
    });
    expect(found).toEqual([
      'electron/core/index.ts:2  barrel: import from the files themselves',
      'electron/core/all.ts:2  barrel: import from the files themselves',
    ]);
  });

  it('caps files at 300 lines', () => {
    const files = { 'build/a.ts': '//\n'.repeat(300), 'build/b.ts': '//\n'.repeat(301) };
    expect(findingsOf(files)).toEqual(['build/b.ts:301  length: 301 lines, 300 at most']);
  });

  it('wants kebab-case names and code in the four rooms', () => {
    const found = findingsOf({
      'renderer/TicketList.tsx': '',
      'electron/core/my_Sync/a.ts': '',
      'electron/adapters/migrations/001-first.ts': '',
      'scripts/x.ts': '',
      'vitest.config.ts': '',
    });
    expect(found.map((line) => line.split(': ')[0])).toEqual([
      'renderer/TicketList.tsx:1  name',
      'electron/core/my_Sync/a.ts:1  name',
      'scripts/x.ts:1  place',
      'vitest.config.ts:1  place',
    ]);
  });

  it('says which file cannot be parsed', () => {
    expect(findingsOf({ 'build/a.ts': 'const = ;\n' })[0]).toMatch(/^build\/a\.ts:1 {2}syntax: /);
  });
});

describe('words that must not be used', () => {
  const rulesOf = (file: string, line: string) =>
    findingsOf({ [file]: `\n${line}\n` }).map((found) => found.split(': ')[0]);

  it.each([
    ['electron/core/a.ts', "await fetch('x');"],
    ['electron/core/a.ts', "globalThis.fetch('x');"],
    ['electron/core/a.ts', 'const get = fetch;'],
    ['electron/adapters/a.ts', "import { fetch } from 'undici';"],
    ['electron/shell/a.ts', "net.fetch('x');"],
    ['renderer/a.ts', 'window.fetch(x);'],
    ['renderer/a.ts', 'new XMLHttpRequest();'],
    ['renderer/a.ts', "new EventSource('x');"],
    ['renderer/a.ts', "navigator.sendBeacon('x');"],
  ])('fetch: %s: %s', (file, line) => {
    expect(rulesOf(file, line)).toContain(`${file}:2  fetch`);
  });

  it.each([
    '(<p dangerouslySetInnerHTML={{ __html: x }} />);',
    'node.innerHTML = x;',
    "node['outerHTML'] = x;",
    'node[`innerHTML`] = x;',
    'const { innerHTML } = node;',
    "node.insertAdjacentHTML('beforeend', x);",
    'node.setHTMLUnsafe(x);',
    'Document.parseHTMLUnsafe(x);',
    'range.createContextualFragment(x);',
    "new DOMParser().parseFromString(x, 'text/html');",
    'document.write(x);',
    "document['write'](x);",
    '(<iframe srcdoc={x} />);',
    '(<a href="javascript:alert(1)">x</a>);',
    "location.href = ' JavaScript:alert(1)';",
  ])('markup as text: %s', (line) => {
    expect(rulesOf('renderer/a.tsx', line)).toContain('renderer/a.tsx:2  html');
  });

  it.each([
    'eval(x);',
    'window.eval(x);',
    '(0, eval)(x);',
    'globalThis["eval"](x);',
    'new Function(x);',
    'Function(x)();',
    "setTimeout('x()', 1);",
    'window.setInterval(`x()`, 1);',
    "import { runInNewContext } from 'node:vm';",
    "const vm = await import('vm');",
  ])('text as code: %s', (line) => {
    for (const file of ['electron/core/a.ts', 'renderer/a.ts']) {
      expect(rulesOf(file, line)).toContain(`${file}:2  eval`);
    }
  });

  it.each([
    "require('electron').shell.openExternal(x);",
    "const { createRequire } = await import('node:module');",
    "process.getBuiltinModule('node:fs');",
    "process._linkedBinding('electron_browser_shell');",
  ])('loading past the import rules: %s', (line) => {
    expect(rulesOf('electron/shell/a.ts', line)).toContain('electron/shell/a.ts:2  import');
  });

  it('leaves methods of ours, types, comments and tests alone', () => {
    const found = findingsOf({
      'electron/core/a.ts':
        '// never fetch, eval or innerHTML\nqueue.fetch(1);\nexport const q = { fetch: 1 };\nstream.write(1);\n',
      'electron/core/b.ts':
        'export type F = Function;\nsetTimeout(run, 1);\nexport const ipc = 1;\nuse(ipc);\n',
      'test/a.test.ts': "await fetch('x');\neval('x');\n",
    });
    expect(found).toEqual([]);
  });
});

describe('text of one machine', () => {
  const registry = ['https:/', 'registry.example.org/x'].join('/');
  const home = ['', 'root', 'x'].join('/');

  it('finds paths and registry hosts in any file but the lockfile', () => {
    const found = findingsOf({
      'README.md': `See\n${home}\n`,
      '.ci/run': `#!/bin/bash\ncurl ${registry}\n`,
      'package-lock.json': `"${registry}"\n`,
    });
    expect(found).toEqual([
      'README.md:2  machine: a path of one machine',
      '.ci/run:2  machine: the host of a package registry',
    ]);
  });
});

it('lists what git would track and nothing that is ignored', () => {
  const files = listFiles(join(import.meta.dirname, '../..'));
  expect(files).toContain('build/check.ts');
  expect(files.some((file) => file.startsWith('node_modules/'))).toBe(false);
});
