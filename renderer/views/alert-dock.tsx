// Replies that need the user, wherever the user is: shown here unless the place that shows them is already in front.
import type { Outgoing } from '../../electron/contract/model.ts';
import { useStores } from '../ui/context.ts';
import { OutgoingAlert } from './outgoing-parts.tsx';
import { isUnsentTicket, NotSentYet } from './outgoing-waiting.tsx';

export function AlertDock() {
  const { outbox, route, screen, newTicket } = useStores();
  if (screen.middle.value === 'unsent') return null;
  const { page, ticketId } = route.value.value;
  const inForm = page === 'new' ? newTicket.id.value : null;
  const list = (outbox.value.value ?? []).filter(
    (reply) => reply.ticketId !== ticketId && reply.id !== inForm,
  );
  return (
    <>
      {list.filter(isUnsentTicket).map((reply) => (
        <NotSentYet key={reply.id} outgoing={reply} link />
      ))}
      {list.filter(needsAnswer).map((reply) => (
        <OutgoingAlert key={reply.id} outgoing={reply} link />
      ))}
    </>
  );
}

/** A refused reply is told in the list of tickets; a refused new ticket has no place there. */
const needsAnswer = ({ state, kind }: Outgoing): boolean =>
  state === 'needs-user' || (state === 'rejected' && kind === 'create');
