// The provider's API for these tests: over real HTTP, with a key of its own and a staff that answers when told to.
import { createDemoApi } from '../../../electron/demo/api.ts';
import { createTestServer, type TestServer } from '../../server/server.ts';

/** Looks like nothing else, so that finding its bytes anywhere means something. */
export const key = 'e2e-canary-key-7f3c9a41d2b8';

export function startStandIn(): Promise<TestServer> {
  let seed = 1;
  const api = createDemoApi({
    now: Date.now,
    // Repeatable: the same names and times in every run.
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    keys: { [key]: ['read:support', 'write:support', 'read:account'] },
    staffReplyAfterMs: null,
    automation: 'never',
  });
  return createTestServer({ api });
}

/** A ticket whose turn it is HostUp's, with its words in it. */
export function addTicket(server: TestServer, subject: string): { id: string; number: string } {
  return server.api.addTicket({
    subject,
    body: `Hej! ${subject}?`,
    status: 'customer_reply',
    departmentSlug: 'vps',
  });
}
