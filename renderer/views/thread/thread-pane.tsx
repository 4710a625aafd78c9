// The right pane: the conversation of the chosen ticket with its head and its composer.
import { useRef } from 'preact/hooks';
import type { Thread } from '../../../electron/contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { goBack, openNewTicket } from '../commands/go.ts';
import { ComposerBox } from '../composer/composer-box.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { Empty } from '../notices/list-state.tsx';
import { Conversation } from './conversation.tsx';
import { useReadingPosition } from './reading-position.ts';
import { ThreadHead } from './thread-head.tsx';

export function ThreadPane() {
  const stores = useStores();
  const text = useText();
  const { thread, counts } = stores;
  const current = thread.value.value;
  const problem = thread.problem.value;
  if (stores.route.value.value.ticketId === null) {
    const known = counts.value.value;
    if (known !== null && known.open + known.closed === 0) {
      return (
        <Empty icon="inbox" title={text.noTicketsAtAll} says={text.noTicketsSays}>
          <Button icon="plus" onPress={() => openNewTicket(stores)}>
            {text.newTicket}
          </Button>
        </Empty>
      );
    }
    return (
      <Empty
        icon="inbox"
        title={text.chooseTicket}
        says={text.chooseTicketSays(counts.value.value?.needsYou ?? 0)}
      />
    );
  }
  if (current === null) {
    if (problem === null) return <ThreadBones />;
    return (
      <div class="thread-problem">
        <FailureNote failure={problem} />
        <Button icon="back" onPress={() => goBack(stores)}>
          {text.back}
        </Button>
      </div>
    );
  }
  return <OpenThread thread={current} key={current.ticket.id} />;
}

function OpenThread({ thread }: { thread: Thread }) {
  const stores = useStores();
  const text = useText();
  const log = useRef<HTMLDivElement>(null);
  const place = useReadingPosition(log, thread, stores.thread.markRead);
  const composer = stores.composers.of(thread.ticket.id);
  return (
    <article class="thread" aria-label={thread.ticket.subject ?? text.noSubject}>
      <ThreadHead ticket={thread.ticket} />
      <Conversation thread={thread} log={log} place={place} />
      {/* what was just sent is to be seen, wherever its writer was reading */}
      <ComposerBox thread={thread} composer={composer} onSent={place.toEnd} />
    </article>
  );
}

function ThreadBones() {
  const text = useText();
  return (
    <div class="thread bones" aria-busy="true">
      <span class="sr-only">{text.loading}</span>
      <div class="thread-head">
        <span class="bone wide" />
        <span class="bone" />
      </div>
    </div>
  );
}
