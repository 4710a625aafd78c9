// Temporary files in memory where the system has a place for that: thousands of syncs would only wear out a disk, and
// wait for everything else that uses it.
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';

export function memoryFolder(): string {
  try {
    accessSync(inMemory, constants.W_OK | constants.X_OK);
    return inMemory;
  } catch {
    return tmpdir();
  }
}

/** Everything temporary goes there until the answer is called. */
export function useMemoryFolder(): () => void {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = memoryFolder();
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  };
}
