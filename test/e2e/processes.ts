// The processes of a program under test, as Linux shows them in /proc: which there are, how they were started, with
// what environment, and what they keep open that has no name any more.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { addUp, type Probe, readWhole, type Scan, scanBytes, scanFile } from './canary.ts';

/** A process and all that came from it and run; those that lost their parent are known by a word of their environment. */
export function processesOf(pid: number, mark: string): number[] {
  const parents = new Map(allProcesses().map((each) => [each, parentOf(each)]));
  const isOurs = (each: number): boolean => {
    for (let at: number | undefined = each; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === pid) return true;
    }
    return environmentOf(each).includes(mark);
  };
  return [...parents.keys()].filter((each) => each !== process.pid && isOurs(each) && isRunning(each));
}

const allProcesses = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function parentOf(pid: number): number | undefined {
  // the name before it may hold blanks and parentheses
  const fields = textOf(`/proc/${pid}/stat`).replace(/^.*\) /s, '');
  return Number(fields.split(' ')[1]) || undefined;
}

/** Kills them all at once, as a power cut would, and settles when none runs any more. */
export async function killHard(pids: readonly number[]): Promise<void> {
  for (const pid of pids) kill(pid);
  while (pids.some(isRunning)) await wait(20);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended meanwhile
  }
}

/** Whether the system still runs it; one that ended and was not waited for does not count. */
const isRunning = (pid: number): boolean =>
  /^ [^ZX] /.test(textOf(`/proc/${pid}/stat`).replace(/^.*\)/s, ''));

export const argumentsOf = (pid: number): string[] => textOf(`/proc/${pid}/cmdline`).split('\0');
export const environmentOf = (pid: number): string => textOf(`/proc/${pid}/environ`);

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // it ended meanwhile
    return '';
  }
}

/** Arguments, environment, and files that are open but deleted (in memory or not). */
export function scanProcesses(pids: readonly number[], probes: readonly Probe[]): Scan {
  return addUp(
    pids.flatMap((pid) => [
      scanStart(pid, probes),
      ...deletedFiles(pid).map((path) => scanFile(path, probes)),
    ]),
  );
}

function scanStart(pid: number, probes: readonly Probe[]): Scan {
  const [name] = argumentsOf(pid);
  const found = ['cmdline', 'environ'].map((what) => {
    const bytes = readWhole(`/proc/${pid}/${what}`) ?? Buffer.alloc(0);
    return { files: 0, bytes: bytes.length, hits: scanBytes(`${what} of ${name} (${pid})`, bytes, probes) };
  });
  return addUp(found);
}

/** Temporary files whose name is removed at once. Shared memory (memfd, /dev/shm) never comes to a disk by itself. */
function deletedFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder)
      .map((name) => `${folder}/${name}`)
      .filter((path) => /^\/(?!memfd:|dev\/shm\/).* \(deleted\)$/.test(readlinkSync(path)));
  } catch {
    return [];
  }
}
