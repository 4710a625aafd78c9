// Which tickets HostUp did not close or reopen, and why; they can be tried again together.
import { useState } from 'preact/hooks';
import type { Code } from '../../../electron/contract/codes.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { closeOrReopen } from './ticket-changes.ts';
import { TicketLines } from './ticket-lines.tsx';

/** What a second try would meet again, however soon it comes. */
const lasting: ReadonlySet<Code> = new Set<Code>([
  'unauthorized',
  'forbidden',
  'read_only_key',
  'no_key',
  'other_customer',
  'not_found',
  'invalid_request',
  'refused',
]);
const primary = { kind: 'primary' } as const;

export function RefusalsDialog({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const [refusals] = useState(stores.screen.refusals.value);
  if (refusals === null) return null;
  const { verb, list } = refusals;
  const rows = list.map(({ row }) => row);
  const why = new Map(list.map(({ row, failure }) => [row.id, text.codes[failure.code].says]));
  const helps = list.some(({ failure }) => !lasting.has(failure.code));
  const again = (
    <Button
      key="again"
      {...(helps ? primary : {})}
      onPress={() => {
        onClose();
        void closeOrReopen(stores, verb, rows);
      }}
    >
      {text.tryAgain}
    </Button>
  );
  const done = (
    <Button key="done" {...(helps ? {} : primary)} onPress={onClose}>
      {text.done}
    </Button>
  );
  return (
    <Dialog
      title={verb === 'close' ? text.notClosed(rows.length) : text.notReopened(rows.length)}
      onClose={onClose}
    >
      <TicketLines rows={rows} says={({ id }) => why.get(id) ?? ''} />
      <div class="dialog-actions">{helps ? [done, again] : [again, done]}</div>
    </Dialog>
  );
}
