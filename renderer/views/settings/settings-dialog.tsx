// Settings: language, appearance, the accounts, how often HostUp is asked, notifications, signing out.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { askSignOut } from '../accounts/account-dialogs.ts';
import { AccountSettings } from '../accounts/account-settings.tsx';
import { Setting } from './setting.tsx';
import { copyDiagnostics, testNotification } from './settings-actions.ts';
import { Choice } from './settings-choice.tsx';
import { languages, themes } from './settings-options.ts';
import { PauseSettings } from './settings-pauses.tsx';
import { QuietSettings } from './settings-quiet.tsx';

type Props = { onClose: () => void; atAccount?: string | null };

/** @param atAccount the account it was opened for */
export function SettingsDialog({ onClose, atAccount = null }: Props) {
  const stores = useStores();
  const { session, settings, accounts } = stores;
  const text = useText();
  const current = settings.current.value;
  const who = session.value.value;
  return (
    <Dialog title={text.settings} onClose={onClose}>
      <div class="settings">
        <Choice
          label={text.language}
          value={current.language}
          options={languages(text)}
          onChange={(language) => void settings.set({ language })}
        />
        <Choice
          label={text.theme}
          value={current.theme}
          options={themes(text)}
          onChange={(theme) => void settings.set({ theme })}
        />
        <AccountSettings at={atAccount} />
        <Setting name={text.encryptedMessages}>
          <Switch
            label={text.keepEncrypted}
            on={current.keepEncrypted}
            onChange={(keepEncrypted) => void settings.set({ keepEncrypted })}
          />
          <span class="hint">{text.keepEncryptedSays}</span>
        </Setting>
        <PauseSettings />
        <QuietSettings />
        <Setting name={text.notifications}>
          <Button icon="bell" onPress={() => void testNotification(stores)}>
            {text.testNotification}
          </Button>
          <Button icon="list" onPress={() => stores.screen.showDialog('told')}>
            {text.told}
          </Button>
        </Setting>
        <Setting name={text.help}>
          <Button icon="copy" onPress={() => void copyDiagnostics(stores)}>
            {text.diagnostics}
          </Button>
          <span class="hint">{text.diagnosticsSays}</span>
        </Setting>
      </div>
      <div class="dialog-actions">
        {accounts.several.value && (
          <Button kind="danger" onPress={() => askSignOut(stores, null)}>
            {text.accounts.signOutAll}
          </Button>
        )}
        <span class="hint">{who === null ? '' : text.version(who.version)}</span>
        <span class="spring" />
        <Button onPress={onClose}>{text.done}</Button>
      </div>
    </Dialog>
  );
}
