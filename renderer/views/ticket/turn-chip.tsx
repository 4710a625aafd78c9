// Whose turn it is, and since when.
import type { TicketRow } from '../../../electron/contract/model.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';

type Turned = Pick<TicketRow, 'turn' | 'turnSince' | 'status'>;

export function TurnChip({ row }: { row: Turned }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  const span = row.turnSince === null ? null : dates.span(now.value - row.turnSince);
  if (row.turn === 'none') return <span class="chip plain">{text.status.closed}</span>;
  if (row.turn === 'you') {
    return <span class="chip you">{span === null ? text.yourTurn : text.yourTurnSince(span)}</span>;
  }
  return <span class="chip wait">{span === null ? text.hostupTurn : text.hostupTurnSince(span)}</span>;
}
