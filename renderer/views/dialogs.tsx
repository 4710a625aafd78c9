// The dialogs of the main page; at most one is open.
import { useStores } from '../ui/context.ts';
import { AddAccount } from './account-add.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { NewKey } from './new-key.tsx';
import { Palette } from './palette.tsx';
import { RefusalsDialog } from './refusals-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SignOut } from './sign-out.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { ToldDialog } from './told-dialog.tsx';

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
    case 'palette':
      return <Palette onClose={close} />;
    case 'snooze':
      return <SnoozeDialog onClose={close} />;
    case 'refusals':
      return <RefusalsDialog onClose={close} />;
    case 'add-account':
      return <AddAccount onClose={close} />;
    case 'told':
      return <ToldDialog onClose={close} />;
    case null:
      return null;
  }
}
