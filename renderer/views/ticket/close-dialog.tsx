// Asks before tickets are closed, one or several.
import { useState } from 'preact/hooks';
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
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
      {rows.some((row) => hasDraft(stores, row)) && (
        <p>{one ? text.closeKeepsDraft : text.closeManyKeepsDrafts}</p>
      )}
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

/** Also one that the composer holds and the program does not know of yet. */
const hasDraft = ({ thread, composers }: Stores, row: TicketRow): boolean =>
  row.hasDraft || (thread.ticketId.peek() === row.id && composers.of(row.id).text.peek() !== '');
