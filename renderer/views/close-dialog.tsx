// Asks before tickets are closed, one or several.
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOrReopen } from './ticket-changes.ts';
import { TicketLines } from './ticket-lines.tsx';

export function CloseDialog({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const [rows] = useState(stores.screen.asked.value);
  const one = rows.length === 1;
  return (
    <Dialog title={one ? text.closeTicketAsk : text.closeManyAsk(rows.length)} onClose={onClose}>
      <TicketLines rows={rows} />
      <p>{one ? text.closeTicketAskSays : text.closeManyAskSays}</p>
      <div class="dialog-actions">
        <Button onPress={onClose}>{one ? text.keepOpen : text.keepManyOpen}</Button>
        <Button
          kind="primary"
          onPress={() => {
            onClose();
            void closeOrReopen(stores, 'close', rows);
          }}
        >
          {one ? text.closeTicket : text.closeMany(rows.length)}
        </Button>
      </div>
    </Dialog>
  );
}
