// What is built, from what, and how Vite makes each bundle: the program (CommonJS, because Electron may be ready before
// an ES module has run, and sandbox and scheme must be set before that), its sandboxed preload, and the page. Icons are
// drawn, not bundled.
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

export const targets = ['main', 'preload', 'renderer', 'icons'] as const;
export type Target = (typeof targets)[number];

/** `better` is the shipped SQLite driver; `libsql` loads in test runtimes older than Node 22. */
export const drivers = ['better', 'libsql'] as const;
export type Driver = (typeof drivers)[number];

/** Native modules, loaded from node_modules; everything else is in the bundle. */
const native = ['keytar', 'better-sqlite3-multiple-ciphers', 'libsql'];

/** What each bundle is made from, relative to the root of the repository. */
const shared = ['package-lock.json', 'build/bundle-targets.ts'];
export const inputs: Readonly<Record<Target, readonly string[]>> = {
  main: [...shared, 'package.json', 'electron'],
  preload: [...shared, 'electron/preload.ts', 'electron/contract'],
  renderer: [...shared, 'renderer', 'electron/contract'],
  icons: ['build/icons'],
};

/** A file that is there once the target is built, relative to the output folder. */
export const outputs: Readonly<Record<Target, string>> = {
  main: 'main/main.cjs',
  preload: 'preload/preload.cjs',
  renderer: 'renderer/index.html',
  icons: 'icons/app.png',
};

/** The output folder of a driver's build, relative to the root. */
export const outFolder = (driver: Driver): string => (driver === 'better' ? 'out' : join('out', driver));

/** Vite's settings for one bundle. */
export function settings(root: string, target: Exclude<Target, 'icons'>, driver: Driver): InlineConfig {
  const out = join(root, outFolder(driver), target);
  const common = {
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
  } satisfies InlineConfig;
  if (target === 'renderer') return { ...common, ...page(root, out) };
  const entry = target === 'main' ? 'electron/shell/main.ts' : 'electron/preload.ts';
  return {
    ...common,
    root,
    plugins: driver === 'libsql' ? [takeLibsql()] : [],
    ssr: { target: 'node', noExternal: true, external: ['electron', ...native] },
    build: {
      ...lasting(out),
      target: 'node20.18',
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: join(root, entry),
        output: { format: 'cjs', entryFileNames: `${target}.cjs`, codeSplitting: false },
      },
    },
  };
}

function page(root: string, out: string): InlineConfig {
  return {
    root: join(root, 'renderer'),
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Nothing is inlined: the page's content security policy lets no inline script or style run.
    build: {
      ...lasting(out),
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: false,
    },
  };
}

const lasting = (outDir: string) => ({
  outDir,
  emptyOutDir: true,
  sourcemap: false,
  reportCompressedSize: false,
});

/** The end-to-end build holds libsql and nothing of the shipped driver. */
function takeLibsql(): Plugin {
  return {
    name: 'take-libsql',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== './database.ts') return null;
      return this.resolve('./database-libsql.ts', importer, { skipSelf: true });
    },
  };
}
