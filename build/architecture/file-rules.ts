// Rules about files as such: length, names, place, and text that belongs to one machine only.
import { basename } from 'node:path';
import type { Finding } from './finding.ts';
import { codeFolders } from './rooms.ts';

const longestFile = 300;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const counted = /\.(ts|tsx|mts|js|mjs|cjs|css)$/;
/** Written so that this line does not match itself. */
const machine = [
  { pattern: /(?:^|[^A-Za-z0-9._-])\/(?:work|farm|root)\//, what: 'a path of one machine' },
  { pattern: /:\/\/(?:registry|deb)\./, what: 'the host of a package registry' },
];

/** Names and place; needs no text. */
export function checkPlace(file: string): Finding[] {
  const findings: Finding[] = [];
  const say = (rule: string, what: string) => findings.push({ file, line: 1, rule, what });
  const inCode = codeFolders.some((folder) => file.startsWith(folder));
  if (!inCode && counted.test(file)) say('place', `code lives in ${codeFolders.join(', ')} only`);
  if (inCode && !file.split('/').every((part) => kebab.test(part))) {
    say('name', `${basename(file)}: files and folders are named in kebab-case`);
  }
  return findings;
}

/** Code and styles alone are counted. @param lines of the file, the last line end left out */
export function checkLength(file: string, lines: number): Finding[] {
  if (!counted.test(file) || lines <= longestFile) return [];
  return [{ file, line: longestFile + 1, rule: 'length', what: `${lines} lines, ${longestFile} at most` }];
}

/** Everything tracked, documents too; the lockfile is npm's own. */
export function checkMachineText(file: string, text: string): Finding[] {
  if (file === 'package-lock.json') return [];
  return text
    .split('\n')
    .flatMap((line, at) =>
      machine
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what }) => ({ file, line: at + 1, rule: 'machine', what })),
    );
}
