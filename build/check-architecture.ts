// Holds the tree against the rules of ARCHITECTURE.md. Run by `npm run check`, or by itself.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLength, checkMachineText, checkPlace } from './architecture/file-rules.ts';
import { type Finding, spell } from './architecture/finding.ts';
import { checkBarrel, checkCycles, checkEdges, checkElectron } from './architecture/import-rules.ts';
import { isCode, readSource, type Source } from './architecture/source.ts';
import { checkWords } from './architecture/word-rules.ts';

const readable =
  /\.(ts|tsx|mts|js|mjs|cjs|json|md|yml|yaml|css|html|svg|sql|txt|sh|toml|plist)$|(^|\/)[^./]+$|^\./;

/**
 * Every finding in these files, in the order of the rules.
 * @param files paths relative to `root`, with forward slashes
 */
export function checkArchitecture(root: string, files: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const sources: Source[] = [];
  for (const file of files) {
    findings.push(...checkPlace(file));
    if (!readable.test(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    findings.push(...checkMachineText(file, text), ...checkLength(file, text.trimEnd().split('\n').length));
    if (isCode(file)) sources.push(readSource(root, file));
  }
  for (const source of sources) {
    if (source.broken) findings.push({ file: source.path, line: 1, rule: 'syntax', what: source.broken });
    findings.push(
      ...checkEdges(source),
      ...checkElectron(source),
      ...checkBarrel(source),
      ...checkWords(source),
    );
  }
  return [...findings, ...checkCycles(sources)];
}

/** What git tracks or would track; deleted files are left out. */
export function listFiles(root: string): string[] {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 } as const;
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
  return list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const findings = checkArchitecture(root, listFiles(root));
  for (const finding of findings) console.error(spell(finding));
  process.exitCode = findings.length === 0 ? 0 : 1;
}
