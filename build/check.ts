// `npm run check`: types of every room, lint and format, the architecture and the lockfile. Prints one line per step.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spell } from './architecture/finding.ts';
import { checkArchitecture, listFiles } from './check-architecture.ts';
import { checkLockfileAt } from './check-lockfile.ts';

export type Step = {
  readonly name: string;
  readonly ok: boolean;
  /** what it looked at */
  readonly scope: string;
  /** what is wrong, ready to print; empty when it is ok */
  readonly output: string;
  readonly ms: number;
};

const root = join(import.meta.dirname, '..');

/** Runs all steps at once; answers them in a fixed order. */
export function runChecks(): Promise<Step[]> {
  return Promise.all([types(), lint(), timed('architecture', architecture), timed('lockfile', lockfile)]);
}

async function types(): Promise<Step> {
  const projects = globSync('{electron/*,renderer,build,test}/tsconfig.json', { cwd: root }).sort();
  return timed('types', async () => {
    const runs = await Promise.all(
      projects.map((project) => run('tsc', ['-p', project, '--pretty', 'false'])),
    );
    return { scope: `${projects.length} rooms`, output: runs.filter((text) => text !== '').join('\n') };
  });
}

const lint = () =>
  timed('lint and format', async () => ({
    scope: 'every file',
    output: await run('biome', ['check', '--error-on-warnings', '--diagnostic-level=warn', '.']),
  }));

async function architecture() {
  const files = listFiles(root);
  const output = checkArchitecture(root, files).map(spell).join('\n');
  return { scope: `${files.length} files`, output };
}

const lockfile = async () => ({
  scope: 'hashes and install scripts',
  output: checkLockfileAt(root).map(spell).join('\n'),
});

async function timed(name: string, work: () => Promise<{ scope: string; output: string }>): Promise<Step> {
  const start = performance.now();
  const { scope, output } = await work();
  return { name, ok: output === '', scope, output, ms: performance.now() - start };
}

/** Output of a tool that failed; '' when it was content. */
function run(tool: string, args: readonly string[]): Promise<string> {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
  const options = { cwd: root, env: { ...process.env, PATH: path }, shell: process.platform === 'win32' };
  return new Promise((done) => {
    const child = spawn(tool, args, options);
    let output = '';
    child.stdout.on('data', (piece) => {
      output += piece;
    });
    child.stderr.on('data', (piece) => {
      output += piece;
    });
    child.on('error', (cause) => done(`${tool} could not be started: ${cause.message}`));
    child.on('close', (code) => done(code === 0 ? '' : output.trim() || `${tool} ended with code ${code}`));
  });
}

/** One line per step, and below it what is wrong. */
export function report(steps: readonly Step[]): string {
  return steps
    .map(({ name, ok, scope, output, ms }) => {
      const head = `${ok ? 'ok    ' : 'FAILED'} ${name} (${scope}, ${(ms / 1000).toFixed(1)} s)`;
      return ok ? head : `${head}\n${output}\n`;
    })
    .join('\n');
}

if (import.meta.main) {
  const steps = await runChecks();
  console.log(report(steps));
  process.exitCode = steps.every((step) => step.ok) ? 0 : 1;
}
