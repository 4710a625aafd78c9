// The button that looks at HostUp at once instead of at its time.
import { useId } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { whyNotChecked } from '../accounts/account-state.ts';

export function CheckNow() {
  const stores = useStores();
  const { connection } = stores;
  const text = useText();
  const id = useId();
  const why = whyNotChecked(stores);
  return (
    <>
      <Button
        icon="refresh"
        off={why !== undefined}
        describedBy={why === undefined ? undefined : id}
        busy={connection.checking.value}
        onPress={() => void connection.checkNow()}
      >
        {text.checkNow}
      </Button>
      {why !== undefined && (
        <span id={id} class="sr-only">
          {why}
        </span>
      )}
    </>
  );
}
