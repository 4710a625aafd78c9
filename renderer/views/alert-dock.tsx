// Replies that need the user, wherever the user is: shown here unless the place that shows them is already in front.
import { useStores } from '../ui/context.ts';
import { OutgoingAlert } from './outgoing-parts.tsx';

export function AlertDock() {
  const { outbox, route, screen } = useStores();
  if (screen.middle.value === 'unsent') return null;
  const open = route.value.value.ticketId;
  const stuck = (outbox.value.value ?? []).filter(
    (reply) => reply.state === 'needs-user' && reply.ticketId !== open,
  );
  return (
    <>
      {stuck.map((reply) => (
        <OutgoingAlert key={reply.id} outgoing={reply} link />
      ))}
    </>
  );
}
