// Commands about who is signed in: keys, accounts, the demo.
import { success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { SessionControl } from '../session.ts';

type Names = Extract<keyof Handlers, `session.${string}` | `account.${string}`>;

/** The calls about keys and accounts. */
export const sessionCommands = (session: SessionControl): Pick<Handlers, Names> => ({
  'session.get': () => success(session.get()),
  'session.connect': ({ apiKey, accountId }) => session.connect(apiKey, accountId),
  'session.demo': () => session.demo(),
  'session.signOut': () => session.signOut(),
  'session.retryKeychain': () => session.retryKeychain(),
  'session.dismissWarnings': () => {
    session.dismissWarnings();
    return success(null);
  },
  'account.add': ({ apiKey, name }) => session.add(apiKey, name),
  'account.change': ({ accountId, ...change }) => session.change(accountId, change),
  'account.signOut': ({ accountId }) => session.signOutOf(accountId),
});
