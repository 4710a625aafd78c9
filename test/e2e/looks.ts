// Waiting until the program under test has looked at HostUp, told by what the stand-in was asked: so long that whatever
// was to come of it has come, on a machine as slow as may be.
import { expect } from 'vitest';
import type { TestServer } from '../server/server.ts';

const isList = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' && /\/support\/tickets(\?|$)/.test(path);

/** Settles when that many looks that began after now are over. */
export async function waitForLooks(server: TestServer, count: number): Promise<void> {
  const begun = () => server.log().filter(isList).length;
  const before = begun();
  // one more has begun, so the last of them is over
  await expect.poll(begun, { timeout: 40_000 }).toBeGreaterThan(before + count);
}
