// Four groups of tests. Those of the page and end to end start browsers or whole programs, so their files run one at a time.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// A busy machine may take its time: what is waited for comes, or it does not.
const shared = { environment: 'node', isolate: true, expect: { poll: { timeout: 30_000 } } } as const;
const slow = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 240_000 } as const;

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/bench/**', 'test/torture/**', 'test/renderer/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...shared, ...slow, name: 'page', include: ['test/renderer/browser/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...shared, ...slow, name: 'e2e-preview', include: ['test/e2e/preview/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...shared, ...slow, name: 'e2e-electron', include: ['test/e2e/electron/**/*.test.ts'] },
      },
    ],
  },
});
