// In a conversation that waits for HostUp: how long it has waited, and how long an answer usually takes there.
import { useEffect } from 'preact/hooks';
import type { Ticket } from '../../../electron/contract/model.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { isEnough } from '../../waiting/scale.ts';
import { lasting } from './waiting-words.ts';

export function UsualWait({ ticket }: { ticket: Ticket }) {
  const { waiting, now } = useStores();
  const text = useText();
  const waits = ticket.turn === 'hostup';
  useEffect(() => {
    if (waits) void waiting.askUsual(ticket.id);
  }, [ticket.id, waits, ticket.turnSince]);
  const usual = waiting.usual.value;
  if (!waits || usual?.ticketId !== ticket.id) return null;
  const wait = ticket.firstReplyAfter === null ? usual.waits.first : usual.waits.next;
  if (wait === null || !isEnough(wait)) return null;
  const waited = ticket.turnSince === null ? null : Math.max(0, now.value - ticket.turnSince);
  return (
    <p class="usual-wait">
      <Icon name="clock" />
      <span>
        {waited !== null && `${text.waits.waited(lasting(waited, text))} `}
        {text.waits.usual(lasting(wait.median, text), wait.n)}
        {waited !== null && waited > wait.high && ` ${text.waits.longer}`}
      </span>
    </p>
  );
}
