// The dialogs of the main page; at most one is open.
import { useState } from 'preact/hooks';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { inUse, KeyForm } from './key-form.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { RefusalsDialog } from './refusals-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SignOut } from './sign-out.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

export function Dialogs() {
  const { screen } = useStores();
  const close = () => screen.showDialog(null);
  switch (screen.dialog.value) {
    case 'keys':
      return <KeysSheet onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'key':
      return <NewKey onClose={close} />;
    case 'sign-out':
      return <SignOut onClose={close} />;
    case 'close-ticket':
      return <CloseDialog onClose={close} />;
    case 'snooze':
      return <SnoozeDialog onClose={close} />;
    case 'refusals':
      return <RefusalsDialog onClose={close} />;
    case null:
      return null;
  }
}

function NewKey({ onClose }: { onClose: () => void }) {
  const { session, screen } = useStores();
  const text = useText();
  const [replaces] = useState(inUse(session.value.value));
  const onDone = () => {
    onClose();
    if (replaces) screen.say(text.keyReplaced);
  };
  return (
    <Dialog title={replaces ? text.replaceKey : text.enterNewKey} onClose={onClose}>
      {replaces && <p class="dialog-lead">{text.replaceKeySays}</p>}
      <KeyForm onDone={onDone} />
    </Dialog>
  );
}
