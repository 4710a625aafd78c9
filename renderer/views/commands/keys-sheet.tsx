// The sheet of keys, drawn from the same table that the keys are read from.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { shortcuts } from '../../ui/keys.ts';
import { useKeyLabel } from '../../ui/use-key-label.ts';

const groups = ['go', 'list', 'ticket', 'write', 'window'] as const;

export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { accounts } = useStores();
  const text = useText();
  const keyLabel = useKeyLabel();
  return (
    <Dialog title={text.keys} onClose={onClose} reading>
      <div class="keys-sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3>{text.keyGroups[group]}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .filter(({ action }) => action !== 'nextAccount' || accounts.several.value)
                .map(({ action, keys }) => (
                  <div key={action}>
                    <dt>{text.keyNames[action]}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key}>{keyLabel(key)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div class="dialog-actions">
        <Button onPress={onClose}>{text.done}</Button>
      </div>
    </Dialog>
  );
}
