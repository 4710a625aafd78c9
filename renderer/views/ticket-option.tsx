// One row of the list. Its name for screen readers says in words what the eye reads from place and colour.
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Dates } from '../text/dates.ts';
import type { Text } from '../text/en.ts';
import { useDates, useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { rowHeight } from '../ui/list-window.ts';
import { Marked } from '../ui/marked.tsx';
import { TurnChip } from './turn-chip.tsx';

type Props = {
  index: number;
  total: number;
  row: TicketRow | undefined;
  active: boolean;
};

export function TicketOption({ index, total, row, active }: Props) {
  const { route, now, tickets } = useStores();
  const text = useText();
  const dates = useDates();
  const selected = row !== undefined && route.value.value.ticketId === row.id;
  return (
    <div
      role="option"
      class={`ticket${row?.unread ? ' unread' : ''}`}
      style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={row === undefined ? text.loading : nameOf(row, text, dates, now.value)}
    >
      {row === undefined ? <Placeholder /> : <Content row={row} query={tickets.filter.value.query} />}
    </div>
  );
}

function Placeholder() {
  return (
    <>
      <span class="bone wide" />
      <span class="bone" />
    </>
  );
}

function Content({ row, query }: { row: TicketRow; query: string }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  return (
    <>
      <span class="ticket-line">
        <span class="ticket-subject">
          <Marked text={row.subject ?? text.noSubject} query={query} />
        </span>
        <span class="ticket-time">
          {row.lastActivityAt === null ? '' : dates.listed(row.lastActivityAt, now.value)}
        </span>
      </span>
      <span class="ticket-preview">{previewOf(row, text)}</span>
      <span class="ticket-meta">
        <span class="ticket-place">
          #<Marked text={row.number} query={query.replace('#', '')} />
          {placeOf(row) !== '' && <> · {placeOf(row)}</>}
        </span>
        <Marks row={row} />
        <span class="spring" />
        <TurnChip row={row} />
      </span>
    </>
  );
}

/** The few things that are worth a mark of their own; at most what fits beside the number. */
function Marks({ row }: { row: TicketRow }) {
  const text = useText();
  return (
    <span class="marks">
      {row.needsUser && (
        <span class="mark-icon danger" title={text.needsAttention}>
          <Icon name="alert" />
        </span>
      )}
      {row.unsent > 0 && !row.needsUser && (
        <span class="mark-icon" title={text.notSent(row.unsent)}>
          <Icon name="clock" />
        </span>
      )}
      {row.hasDraft && (
        <span class="mark-icon" title={text.hasDraft}>
          <Icon name="pencil" />
        </span>
      )}
      {row.gone && <span class="chip plain">{text.gone}</span>}
      {(row.priority === 'critical' || row.priority === 'urgent') && row.status !== 'closed' && (
        <span class="chip danger">{text.priority[row.priority]}</span>
      )}
    </span>
  );
}

const placeOf = (row: TicketRow): string => row.serviceName ?? row.departmentName ?? '';

export function previewOf(row: TicketRow, text: Text): string {
  const { preview } = row;
  if (preview === null) return text.notFetched;
  const body = preview.encrypted ? text.encryptedPreview : preview.text;
  if (body === null) return text.notFetched;
  if (preview.sender === 'customer') return text.preview(text.you, body);
  if (preview.sender === 'staff') return text.preview(preview.name ?? text.hostup, body);
  return body;
}

function nameOf(row: TicketRow, text: Text, dates: Dates, now: number): string {
  const since = row.turnSince === null ? '' : ` ${dates.span(now - row.turnSince)}`;
  const turn = { you: text.turnYouLong + since, hostup: text.turnHostupLong + since, none: text.closed }[
    row.turn
  ];
  return [
    row.subject ?? text.noSubject,
    `#${row.number}`,
    turn,
    row.unread ? text.unread : '',
    row.priority === 'critical' || row.priority === 'urgent' ? text.priority[row.priority] : '',
    row.needsUser ? text.needsAttention : row.unsent > 0 ? text.notSent(row.unsent) : '',
    row.hasDraft ? text.hasDraft : '',
    row.gone ? text.gone : '',
    placeOf(row),
    previewOf(row, text),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
