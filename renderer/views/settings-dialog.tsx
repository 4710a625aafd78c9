// Settings: language, appearance, where the key lives, a test notification, signing out.
import { useId } from 'preact/hooks';
import type { Session, Settings } from '../../electron/contract/model.ts';
import type { Text } from '../text/en.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Switch } from '../ui/switch.tsx';
import { copyDiagnostics, testNotification } from './actions.ts';
import { inUse } from './key-form.tsx';

const defaults: Settings = { language: 'system', theme: 'system', keepEncrypted: true };

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const { session, settings, screen } = stores;
  const text = useText();
  const current = settings.value.value ?? defaults;
  const who = session.value.value;
  return (
    <Dialog title={text.settings} onClose={onClose}>
      <div class="settings">
        <Choice
          label={text.language}
          value={current.language}
          options={[
            ['system', text.bySystem],
            ['en', 'English'],
            ['sv', 'Svenska'],
          ]}
          onChange={(language) => void settings.set({ language })}
        />
        <Choice
          label={text.theme}
          value={current.theme}
          options={[
            ['system', text.bySystem],
            ['light', text.light],
            ['dark', text.dark],
          ]}
          onChange={(theme) => void settings.set({ theme })}
        />
        <div class="setting">
          <span class="setting-name">{text.key}</span>
          <div class="setting-value">
            <span>{who?.demo ? text.demo : text.keyIn[who?.keyIn ?? 'none']}</span>
            <span class="hint">{keptOf(who, text)}</span>
            {who?.canWrite === false && <span class="hint">{text.readOnlySays}</span>}
            <Button icon="key" onPress={() => screen.showDialog('key')}>
              {inUse(who) ? text.replaceKey : text.enterNewKey}
            </Button>
          </div>
        </div>
        <div class="setting">
          <span class="setting-name">{text.encrypted}</span>
          <div class="setting-value">
            <Switch
              label={text.keepEncrypted}
              on={current.keepEncrypted}
              onChange={(keepEncrypted) => void settings.set({ keepEncrypted })}
            />
            <span class="hint">{text.keepEncryptedSays}</span>
          </div>
        </div>
        <div class="setting">
          <span class="setting-name">{text.notifications}</span>
          <div class="setting-value">
            <Button icon="bell" onPress={() => void testNotification(stores)}>
              {text.testNotification}
            </Button>
          </div>
        </div>
        <div class="setting">
          <span class="setting-name">{text.help}</span>
          <div class="setting-value">
            <Button icon="copy" onPress={() => void copyDiagnostics(stores)}>
              {text.diagnostics}
            </Button>
            <span class="hint">{text.diagnosticsSays}</span>
          </div>
        </div>
      </div>
      <div class="dialog-actions">
        <Button kind="danger" onPress={() => screen.showDialog('sign-out')}>
          {who?.demo ? text.leaveDemo : text.signOut}
        </Button>
        <span class="hint">{who === null ? '' : text.version(who.version)}</span>
        <span class="spring" />
        <Button onPress={onClose}>{text.done}</Button>
      </div>
    </Dialog>
  );
}

/** What is on the disk, or what it costs that nothing is. */
function keptOf(session: Session | null, text: Text): string {
  if (session?.demo) return text.demoSays;
  return session?.durable ? text.onDisk : text.keyNotKeptCost;
}

type ChoiceProps<T extends Settings['language' | 'theme']> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
};

function Choice<T extends Settings['language' | 'theme']>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="setting">
      <label class="setting-name" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
