// The dialogs of the main page; at most one is open.
import { useStores } from '../../ui/context.ts';
import { AddAccount } from '../accounts/account-add.tsx';
import { SignOut } from '../accounts/sign-out.tsx';
import { KeysSheet } from '../commands/keys-sheet.tsx';
import { ToldDialog } from '../notices/told-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { NewKey } from '../sign-in/new-key.tsx';
import { CloseDialog } from '../ticket/close-dialog.tsx';
import { RefusalsDialog } from '../ticket/refusals-dialog.tsx';
import { SnoozeDialog } from '../ticket/snooze-dialog.tsx';

export function Dialogs() {
  const { screen, accounts } = useStores();
  const close = () => screen.showDialog(null);
  switch (screen.dialog.value) {
    case 'keys':
      return <KeysSheet onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'accounts':
      return <SettingsDialog onClose={close} atAccount={accounts.asked.value} />;
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
