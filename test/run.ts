// `npm test` (everything) and `npm run e2e` (end-to-end only). Streams what each part prints and ends with one line
// `N passed, N failed`, which others read.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, runChecks } from '../build/check.ts';
import { type Count, readReport, spellCount, sum } from './tools/count.ts';

const root = join(import.meta.dirname, '..');
const groups = {
  unit: 'Unit and integration',
  page: 'Page',
  'e2e-preview': 'Preview',
  'e2e-electron': 'Electron',
} as const;
type Group = keyof typeof groups;

type Part = { readonly checks: boolean; readonly torture: boolean; readonly groups: readonly Group[] };
const parts: Readonly<Record<string, Part>> = {
  all: { checks: true, torture: true, groups: ['unit', 'page', 'e2e-preview', 'e2e-electron'] },
  e2e: { checks: false, torture: false, groups: ['e2e-preview', 'e2e-electron'] },
};

async function check(): Promise<Count> {
  heading('Checks');
  const steps = await runChecks();
  console.log(report(steps));
  const passed = steps.filter((step) => step.ok).length;
  return { passed, failed: steps.length - passed, skipped: 0 };
}

/** Runs one group in a process of its own and counts from its report; without one the group counts as failed. */
async function run(group: Group): Promise<Count> {
  heading(groups[group]);
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const file = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(root, 'test', 'vitest.config.ts');
  const options = ['--config', config, '--project', group];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(process.execPath, [vitest, 'run', ...options, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1));
    child.on('close', (status) => done(status ?? 1));
  });
  const count = readReport(file, code);
  rmSync(folder, { recursive: true, force: true });
  return count;
}

/** The quick torture: each suite counts once; its own last line says how many reached their figure. */
async function torture(): Promise<Count> {
  heading('Torture, quick');
  const child = spawn(process.execPath, [join(root, 'test', 'torture', 'main.ts'), '--quick'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    process.stdout.write(piece);
  });
  await new Promise<void>((done) => child.on('error', () => done()).on('close', () => done()));
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(said) ?? [];
  return passed === undefined
    ? { passed: 0, failed: 1, skipped: 0 }
    : { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

const heading = (text: string) => console.log(`\n== ${text} ==\n`);

const [word = 'all', ...more] = process.argv.slice(2);
const part = parts[word];
if (part === undefined || more.length > 0) {
  console.error(`npm test takes no arguments, and npm run e2e neither.`);
  process.exitCode = 2;
} else {
  const counts: Count[] = part.checks ? [await check()] : [];
  if (part.torture) counts.push(await torture());
  for (const group of part.groups) counts.push(await run(group));
  const total = sum(counts);
  console.log(`\n${spellCount(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
