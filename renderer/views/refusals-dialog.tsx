// Which tickets HostUp did not close or reopen, and why; they can be tried again together.
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOrReopen } from './ticket-changes.ts';
import { TicketLines } from './ticket-lines.tsx';

export function RefusalsDialog({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const [refusals] = useState(stores.screen.refusals.value);
  if (refusals === null) return null;
  const { verb, list } = refusals;
  const rows = list.map(({ row }) => row);
  const why = new Map(list.map(({ row, failure }) => [row.id, text.codes[failure.code].says]));
  return (
    <Dialog
      title={verb === 'close' ? text.notClosed(rows.length) : text.notReopened(rows.length)}
      onClose={onClose}
    >
      <TicketLines rows={rows} says={({ id }) => why.get(id) ?? ''} />
      <div class="dialog-actions">
        <Button
          onPress={() => {
            onClose();
            void closeOrReopen(stores, verb, rows);
          }}
        >
          {text.tryAgain}
        </Button>
        <Button kind="primary" onPress={onClose}>
          {text.done}
        </Button>
      </div>
    </Dialog>
  );
}
