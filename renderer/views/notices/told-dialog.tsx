// What the user was told of by notifications, and what was not shown and why.
import { useEffect } from 'preact/hooks';
import type { Told } from '../../../electron/contract/told.ts';
import { Button } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AccountTag } from '../accounts/account-tag.tsx';
import { openTicket } from '../commands/go.ts';
import { FailureNote } from './failure-note.tsx';
import { Empty } from './list-state.tsx';

export function ToldDialog({ onClose }: { onClose: () => void }) {
  const { told } = useStores();
  const text = useText();
  useEffect(() => told.watch(), [told]);
  return (
    <Dialog title={text.told} onClose={onClose} reading>
      <ToldList onOpen={onClose} />
      <div class="dialog-actions">
        <Button kind="primary" onPress={onClose}>
          {text.done}
        </Button>
      </div>
    </Dialog>
  );
}

function ToldList({ onOpen }: { onOpen: () => void }) {
  const { told } = useStores();
  const text = useText();
  const problem = told.problem.value;
  const list = told.value.value;
  if (problem !== null) return <FailureNote failure={problem} />;
  if (list === null) return <p class="hint">{text.loading}</p>;
  if (list.told.length === 0)
    return <Empty icon="bell" title={text.nothingTold} says={text.nothingToldSays} />;
  return (
    <>
      <ul class="told">
        {list.told.map((line) => (
          <li key={line.messageId}>
            <ToldLine line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {list.more && (
        <div class="earlier">
          <Button onPress={() => void told.showEarlier()}>{text.toldEarlier}</Button>
        </div>
      )}
    </>
  );
}

function ToldLine({ line, onOpen }: { line: Told; onOpen: () => void }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  return (
    <button
      type="button"
      class="told-line"
      onClick={() => {
        onOpen();
        openTicket(stores, line.ticketId);
      }}
    >
      <span class="told-subject">{line.subject ?? text.noSubject}</span>
      <time title={dates.full(line.at)}>{dates.moment(line.at, stores.now.value)}</time>
      <span class="told-fate">
        {text.ticketNumber(line.number)} · {text.fates[line.fate]}
      </span>
      <AccountTag id={line.accountId} />
    </button>
  );
}
