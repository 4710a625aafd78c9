// The question before signing out, of one account or of all: what is wiped, and what of the user's own would be lost.
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../../electron/contract/codes.ts';
import type { Stores } from '../../stores/stores.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { namesOf, toldAccount } from './account-name.ts';

const namedAtMost = 5;

export function SignOut({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const [accountId] = useState(stores.accounts.asked.peek());
  const [refused, setRefused] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const words = wordsOf(stores, accountId);

  async function signOut(): Promise<void> {
    const name = toldAccount(stores, accountId);
    setBusy(true);
    const failed = await leave(stores, accountId);
    setBusy(false);
    setRefused(failed);
    if (failed !== null) return;
    onClose();
    if (name !== null) stores.screen.say(text.accounts.signedOut(name));
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.says}</p>
      <Lost accountId={accountId} />
      {refused !== null && <FailureNote failure={refused} once />}
      {refused !== null && accountId === null && (
        <p>{text.accounts.stillSignedIn(namesOf(stores, stores.accounts.list.value))}</p>
      )}
      <div class="dialog-actions">
        <Button onPress={onClose}>{text.cancel}</Button>
        <Button kind="danger" busy={busy} onPress={() => void signOut()}>
          {words.verb}
        </Button>
      </div>
    </Dialog>
  );
}

async function leave({ session, accounts, newTicket }: Stores, accountId: string | null) {
  if (accountId !== null) return accounts.signOut(accountId);
  if (!(await session.signOut())) return session.refused.peek()?.failure ?? null;
  newTicket.forget();
  return null;
}

function wordsOf(stores: Stores, accountId: string | null) {
  const { text } = stores.words.value;
  const name = toldAccount(stores, accountId);
  if (stores.session.value.value?.demo === true) {
    return { title: text.leaveDemoAsk, says: text.leaveDemoSays, verb: text.leaveDemo };
  }
  if (name !== null) {
    const { signOutAsk, signOutSays, signOutOf } = text.accounts;
    return { title: signOutAsk(name), says: signOutSays, verb: signOutOf(name) };
  }
  if (stores.accounts.several.value) {
    const { signOutAllAsk, signOutAllSays, signOutAll } = text.accounts;
    const names = namesOf(stores, stores.accounts.list.value);
    return { title: signOutAllAsk, says: signOutAllSays(names), verb: signOutAll };
  }
  return { title: text.signOutAsk, says: text.signOutAskSays, verb: text.signOut };
}

/** The replies and new tickets that HostUp has not confirmed, by name, and the drafts. */
function Lost({ accountId }: { accountId: string | null }) {
  const { outbox, newTicket } = useStores();
  const text = useText();
  const unsent = (outbox.value.value ?? []).filter(
    (reply) =>
      reply.state !== 'sent' &&
      reply.state !== 'discarded' &&
      (accountId === null || reply.accountId === accountId),
  );
  const sending = unsent.filter(({ state }) => state === 'sending').length;
  const mine = accountId === null || newTicket.account.value === accountId;
  const drafts = useDrafts(accountId) + (mine && newTicket.touched.value ? 1 : 0);
  if (unsent.length + drafts === 0) return null;
  return (
    <div class="note warn">
      <div>
        {unsent.length > 0 && (
          <>
            <p>{text.signOutUnsent(unsent.length)}</p>
            <ul class="lost">
              {unsent.slice(0, namedAtMost).map((reply) => (
                <li key={reply.id}>
                  {reply.kind === 'create' ? text.newTicket : text.replyTo(reply.ticketNumber)}
                  {reply.subject !== null && <> · {reply.subject}</>}
                </li>
              ))}
              {unsent.length > namedAtMost && <li>{text.more(unsent.length - namedAtMost)}</li>}
            </ul>
          </>
        )}
        {sending > 0 && <p>{text.accounts.beingSent(sending)}</p>}
        {drafts > 0 && <p>{text.signOutDrafts(drafts)}</p>}
      </div>
    </div>
  );
}

/** How many drafts there are of the account, or of all. */
function useDrafts(accountId: string | null): number {
  const { accounts, counts } = useStores();
  const [ofOne, setOfOne] = useState(0);
  useEffect(() => {
    if (accountId !== null) void accounts.countsOf(accountId).then((its) => setOfOne(its?.drafts ?? 0));
  }, [accountId]);
  return accountId === null ? (counts.value.value?.drafts ?? 0) : ofOne;
}
