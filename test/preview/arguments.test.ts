import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/preview/arguments.ts';

describe('readArguments', () => {
  it.each([
    [[], { port: 0, demo: false }],
    [['--port', '0'], { port: 0, demo: false }],
    [['--port', '65535', '--demo'], { port: 65_535, demo: true }],
    [['--demo', '--port=8080'], { port: 8_080, demo: true }],
  ])('%j', (words, value) => {
    expect(readArguments(words)).toEqual({ ok: true, value });
  });

  it.each([
    [['--prot', '1']],
    [['8080']],
    [['--demo=1']],
    [['--port']],
    [['--port', '']],
    [['--port', '-1']],
    [['--port', '65536']],
    [['--port', '80.5']],
    [['--port', '0x50']],
    [['--port', '--demo']],
  ])('%j is refused in one sentence', (words) => {
    const read = readArguments(words);
    expect(read.ok || read.sentence).toMatch(/^[^\n]+\.$/);
  });
});
