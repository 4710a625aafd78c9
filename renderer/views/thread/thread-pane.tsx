// The right pane: the conversation of the chosen ticket with its head and its composer.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { goBack, openNewTicket } from '../commands/go.ts';
import { ComposerBox } from '../composer/composer-box.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { Empty } from '../notices/list-state.tsx';
import { Conversation } from './conversation.tsx';
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
  return (
    <article class="thread" aria-label={current.ticket.subject ?? text.noSubject} key={current.ticket.id}>
      <ThreadHead ticket={current.ticket} />
      <Conversation thread={current} />
      <ComposerBox thread={current} composer={stores.composers.of(current.ticket.id)} />
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
