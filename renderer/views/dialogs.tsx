// The dialogs of the main page; at most one is open.
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { KeyForm } from './key-form.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

export function Dialogs() {
  const { screen } = useStores();
  const text = useText();
  const close = () => screen.showDialog(null);
  switch (screen.dialog.value) {
    case 'keys':
      return <KeysSheet onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'key':
      return (
        <Dialog title={text.enterNewKey} onClose={close}>
          <KeyForm onDone={close} />
        </Dialog>
      );
    case 'sign-out':
      return <SignOut onClose={close} />;
    case 'close-ticket':
      return <CloseTicket onClose={close} />;
    case null:
      return null;
  }
}

function SignOut({ onClose }: { onClose: () => void }) {
  const { session, counts } = useStores();
  const text = useText();
  const unsent = counts.value.value?.unsent ?? 0;
  const last = session.refused.value;
  const refused = last?.call === 'session.signOut' ? last.failure : null;
  return (
    <Dialog title={text.signOutAsk} onClose={onClose}>
      <p>{text.signOutAskSays}</p>
      {unsent > 0 && <p class="note warn">{text.signOutUnsent(unsent)}</p>}
      {refused !== null && <FailureNote failure={refused} />}
      <div class="dialog-actions">
        <Button onPress={onClose}>{text.cancel}</Button>
        <Button
          kind="danger"
          busy={session.busy.value}
          onPress={() => void session.signOut().then((done) => done && onClose())}
        >
          {text.signOut}
        </Button>
      </div>
    </Dialog>
  );
}

function CloseTicket({ onClose }: { onClose: () => void }) {
  const { thread } = useStores();
  const text = useText();
  return (
    <Dialog title={text.closeTicketAsk} onClose={onClose}>
      <p>{text.closeTicketAskSays}</p>
      <div class="dialog-actions">
        <Button onPress={onClose}>{text.keepOpen}</Button>
        <Button
          kind="primary"
          onPress={() => {
            onClose();
            void thread.close();
          }}
        >
          {text.closeTicket}
        </Button>
      </div>
    </Dialog>
  );
}
