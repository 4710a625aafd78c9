import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/shell/arguments.ts';

describe('the command line', () => {
  it.each([
    [['hostup'], false, false],
    [['hostup', '--demo'], false, true],
    [['electron', '.'], true, false],
    [['electron', '--no-sandbox', '--disable-gpu', '/a folder/out', '--demo'], true, true],
    [['electron', '--remote-debugging-port=0', '--inspect=0', '.'], true, false],
    [['hostup', '--user-data-dir=/tmp/x', '--enable-features=A,B', '--ozone-platform=wayland'], false, false],
    [['hostup', '--lang=sv', '--force-device-scale-factor=2', '--log-net-log=a=b'], false, false],
    [['hostup', '-psn_0_12345'], false, false],
  ])('takes %j', (argv, bare, demo) => {
    expect(readArguments(argv, bare)).toEqual({ ok: true, value: { demo } });
  });

  it.each([
    [['hostup', '--dmeo'], false, '--dmeo'],
    [['hostup', '--demo=1'], false, '--demo=1'],
    [['hostup', '-d'], false, '-d'],
    [['hostup', '--'], false, '--'],
    [['hostup', ''], false, ''],
    [['hostup', 'file.txt'], false, 'file.txt'],
    [['electron', '.', 'second'], true, 'second'],
  ] as [string[], boolean, string][])('refuses %j in one sentence', (argv, bare, word) => {
    const read = readArguments(argv, bare);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.sentence).toBe(`Unknown argument "${word}"; the program takes --demo.`);
  });
});
