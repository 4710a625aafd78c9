// How the fake program narrows, sorts and searches its rows: the rules of the contract, over plain arrays.
import type { Input } from '../../electron/contract/calls.ts';
import type { Match, TicketRow } from '../../electron/contract/model.ts';

type ListInput = Input<'tickets.list'>;

const isSnoozed = ({ snoozedUntil }: TicketRow, now: number): boolean =>
  snoozedUntil === 'reply' || (snoozedUntil !== null && snoozedUntil > now);

export function isIn(view: ListInput['view'], row: TicketRow, now: number): boolean {
  const asleep = isSnoozed(row, now);
  switch (view) {
    case 'needs-you':
      return !asleep && !row.gone && (row.turn === 'you' || row.needsUser);
    case 'waiting':
      return !asleep && row.turn === 'hostup';
    case 'open':
      return row.status !== 'closed' && !row.gone;
    case 'closed':
      return row.status === 'closed';
    case 'drafts':
      return row.hasDraft;
    case 'snoozed':
      return asleep;
    case 'all':
      return true;
  }
}

const urgency = ['critical', 'urgent', 'high', 'medium', 'low', 'unknown'];
const orders: Readonly<Record<NonNullable<ListInput['sort']>, (row: TicketRow) => number>> = {
  activity: (row) => -(row.lastActivityAt ?? 0),
  turn: (row) => row.turnSince ?? Number.MAX_SAFE_INTEGER,
  created: (row) => -(row.createdAt ?? 0),
  priority: (row) => urgency.indexOf(row.priority),
  number: (row) => -Number(row.number),
};

/** Every row of the answer, before the window is cut out of it. */
export function listOf(rows: readonly TicketRow[], input: ListInput, now: number): TicketRow[] {
  const query = input.query?.trim().toLowerCase() ?? '';
  const places = [...(input.department ? [input.department] : []), ...(input.departments ?? [])];
  const among = (values: readonly string[] | undefined, value: string | null) =>
    values === undefined || values.length === 0 || (value !== null && values.includes(value));
  const order = orders[input.sort ?? 'activity'];
  return rows
    .filter(
      (row) =>
        isIn(input.view, row, now) &&
        (input.hidden === true ? row.hidden : query !== '' || !row.hidden) &&
        among(input.accounts, row.accountId) &&
        (input.unread !== true || row.unread) &&
        among(places, row.departmentSlug) &&
        among(input.statuses, row.status) &&
        among(input.priorities, row.priority) &&
        among(input.services, row.serviceName) &&
        `${row.number} ${row.subject}`.toLowerCase().includes(query),
    )
    .map((row) => (query === '' ? row : { ...row, match: matchOf(row, query) }))
    .sort(
      (a, b) =>
        Number(b.pinned) - Number(a.pinned) ||
        order(a) - order(b) ||
        (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0),
    );
}

function matchOf(row: TicketRow, query: string): Match | null {
  for (const [field, text] of [
    ['number', row.number],
    ['subject', row.subject ?? ''],
  ] as const) {
    const at = text.toLowerCase().indexOf(query);
    if (at >= 0) return { field, text, ranges: [[at, at + query.length]] };
  }
  return null;
}
