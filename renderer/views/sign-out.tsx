// The question before signing out: what is wiped, and what of the user's own would be lost with it.
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from './failure-note.tsx';

const namedAtMost = 5;

export function SignOut({ onClose }: { onClose: () => void }) {
  const { session, newTicket } = useStores();
  const text = useText();
  const last = session.refused.value;
  const refused = last?.call === 'session.signOut' ? last.failure : null;
  const demo = session.value.value?.demo ?? false;

  async function signOut(): Promise<void> {
    if (!(await session.signOut())) return;
    newTicket.forget();
    onClose();
  }

  return (
    <Dialog title={demo ? text.leaveDemoAsk : text.signOutAsk} onClose={onClose}>
      <p>{demo ? text.leaveDemoSays : text.signOutAskSays}</p>
      <Lost />
      {refused !== null && <FailureNote failure={refused} />}
      <div class="dialog-actions">
        <Button onPress={onClose}>{text.cancel}</Button>
        <Button kind="danger" busy={session.busy.value} onPress={() => void signOut()}>
          {demo ? text.leaveDemo : text.signOut}
        </Button>
      </div>
    </Dialog>
  );
}

/** The replies and new tickets that HostUp has not confirmed, by name, and the drafts. */
function Lost() {
  const { counts, outbox, newTicket } = useStores();
  const text = useText();
  const unsent = (outbox.value.value ?? []).filter(({ state }) => state !== 'sent' && state !== 'discarded');
  const drafts = (counts.value.value?.drafts ?? 0) + (newTicket.touched.value ? 1 : 0);
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
        {drafts > 0 && <p>{text.signOutDrafts(drafts)}</p>}
      </div>
    </div>
  );
}
