// Handlers of every call that do nothing but say that they ran.
import { calls } from '../../electron/contract/calls.ts';
import { success } from '../../electron/contract/codes.ts';
import type { Handlers } from '../../electron/contract/transport.ts';

/** `ran` grows by the name of each call that got through. */
export function countingHandlers(): { readonly handlers: Handlers; readonly ran: string[] } {
  const ran: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      () => {
        ran.push(name);
        return success(null);
      },
    ]),
  );
  return { handlers: handlers as unknown as Handlers, ran };
}
