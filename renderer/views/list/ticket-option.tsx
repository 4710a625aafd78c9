// One row of the list. Its name for screen readers says in words what the eye reads from place and colour.
import type { Match, TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Dates } from '../../text/dates.ts';
import type { Text } from '../../text/en.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { rowHeight } from '../../ui/list-window.ts';
import { Marked } from '../../ui/marked.tsx';
import { toldAccount } from '../accounts/account-name.ts';
import { AccountTag } from '../accounts/account-tag.tsx';
import { marksOf, OwnMarks } from '../ticket/own-marks.tsx';
import { TurnChip } from '../ticket/turn-chip.tsx';

type Props = {
  index: number;
  total: number;
  row: TicketRow | undefined;
  active: boolean;
};

export function TicketOption({ index, total, row, active }: Props) {
  const stores = useStores();
  const { route, now, selection } = stores;
  const text = useText();
  const dates = useDates();
  const open = row !== undefined && route.value.value.ticketId === row.id;
  const selected = row !== undefined && selection.rows.value.has(row.id);
  return (
    <div
      role="option"
      class={`ticket${row?.unread ? ' unread' : ''}`}
      style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      aria-current={open ? 'true' : undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      <span class="sr-only">
        {row === undefined
          ? text.loading
          : nameOf(row, text, dates, now.value, toldAccount(stores, accountIn(stores, row)))}
      </span>
      <span class="tick" aria-hidden="true">
        {selected && <Icon name="check" />}
      </span>
      <span class="ticket-face" aria-hidden="true">
        {row === undefined ? <Placeholder /> : <Content row={row} />}
      </span>
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

/** The account that a row names: a list that is narrowed to one says at its head whose all of them are. */
const accountIn = ({ accounts }: Stores, row: TicketRow): string | null =>
  accounts.chosen.value === null ? row.accountId : null;

function Content({ row }: { row: TicketRow }) {
  const stores = useStores();
  const { now } = stores;
  const text = useText();
  const dates = useDates();
  const subject = found(row, 'subject', row.subject ?? text.noSubject);
  const number = found(row, 'number', row.number);
  const service = found(row, 'service', placeOf(row));
  // where a message or a detail of the service holds it, that stands in the place of the last message
  const piece = row.match?.field === 'message' ? row.match : service.elsewhere;
  return (
    <>
      <span class="ticket-line" aria-hidden="true">
        <span class="ticket-subject">
          <Marked {...subject.here} />
        </span>
        <span class="ticket-time">
          {row.lastActivityAt === null ? '' : dates.listed(row.lastActivityAt, now.value)}
        </span>
      </span>
      <span class="ticket-line" aria-hidden="true">
        <AccountTag id={accountIn(stores, row)} />
        <span class="ticket-preview">
          {piece === null ? previewOf(row, text) : <Marked text={piece.text} ranges={piece.ranges} />}
        </span>
      </span>
      <span class="ticket-meta" aria-hidden="true">
        <span class="ticket-place">
          <span class="ticket-number">
            #<Marked {...number.here} />
          </span>
          {placeOf(row) !== '' && (
            <span class="ticket-service">
              {' · '}
              <Marked {...service.here} />
            </span>
          )}
        </span>
        <Marks row={row} />
        <span class="spring" />
        <TurnChip row={row} />
      </span>
    </>
  );
}

type Found = {
  readonly here: { readonly text: string; readonly ranges?: Match['ranges'] };
  /** a match of this field whose text is not what stands here */
  readonly elsewhere: Match | null;
};

/** What a place of the row shows: the piece that a search found in it, else what usually stands there. */
function found({ match }: TicketRow, field: Match['field'], usual: string): Found {
  if (match?.field !== field) return { here: { text: usual }, elsewhere: null };
  if (field === 'service' && match.text !== usual) return { here: { text: usual }, elsewhere: match };
  return { here: match, elsewhere: null };
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
      <OwnMarks row={row} />
      {row.gone && <span class="chip plain">{text.gone}</span>}
      {(row.priority === 'critical' || row.priority === 'urgent') && row.status !== 'closed' && (
        <span class="chip danger">{text.priority[row.priority]}</span>
      )}
    </span>
  );
}

const placeOf = (row: TicketRow): string => row.serviceName ?? row.departmentName ?? '';

function previewOf(row: TicketRow, text: Text): string {
  const { preview } = row;
  if (preview === null) return text.notFetched;
  const body = preview.encrypted ? text.encryptedPreview : preview.text;
  if (body === null) return text.notFetched;
  if (preview.sender === 'customer') return text.preview(text.you, body);
  if (preview.sender === 'staff') return text.preview(preview.name ?? text.hostup, body);
  return body;
}

function nameOf(row: TicketRow, text: Text, dates: Dates, now: number, account: string | null): string {
  const since = row.turnSince === null ? '' : ` ${dates.span(now - row.turnSince)}`;
  const turn = { you: text.turnYouLong + since, hostup: text.turnHostupLong + since, none: text.closed }[
    row.turn
  ];
  return [
    row.subject ?? text.noSubject,
    `#${row.number}`,
    account === null ? '' : text.accounts.of(account),
    turn,
    row.unread ? text.unread : '',
    row.priority === 'critical' || row.priority === 'urgent' ? text.priority[row.priority] : '',
    row.needsUser ? text.needsAttention : row.unsent > 0 ? text.notSent(row.unsent) : '',
    row.hasDraft ? text.hasDraft : '',
    ...marksOf(row, text, dates, now).map(({ says }) => says),
    row.gone ? text.gone : '',
    placeOf(row),
    previewOf(row, text),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
