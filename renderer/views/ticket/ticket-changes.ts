// What is done with one ticket or several, says what became of it, and offers to take it back where that can be.
import type { Input } from '../../../electron/contract/calls.ts';
import { type Failure, failure } from '../../../electron/contract/codes.ts';
import type { SnoozedUntil, TicketRow } from '../../../electron/contract/model.ts';
import { sayFailure } from '../../stores/say-failure.ts';
import type { Stores } from '../../stores/stores.ts';

type Rows = readonly TicketRow[];
export type Marks = Omit<Input<'tickets.mark'>, 'ticketIds'>;

const idsOf = (rows: Rows): string[] => rows.map(({ id }) => id);

/** What `rows` need to be as they were before `marks`, in as few questions as it takes. */
export function inverseOf(rows: Rows, marks: Marks): Input<'tickets.mark'>[] {
  const before = (row: TicketRow): Marks => ({
    ...(marks.pinned === undefined ? {} : { pinned: row.pinned }),
    ...(marks.muted === undefined ? {} : { muted: row.muted }),
    ...(marks.hidden === undefined ? {} : { hidden: row.hidden }),
    ...(marks.snooze === undefined
      ? {}
      : { snooze: row.snoozedUntil === null ? null : { until: row.snoozedUntil } }),
  });
  const alike = new Map<string, Input<'tickets.mark'>>();
  for (const row of rows) {
    const key = JSON.stringify(before(row));
    const known = alike.get(key);
    alike.set(key, { ...before(row), ticketIds: [...(known?.ticketIds ?? []), row.id] });
  }
  return [...alike.values()];
}

/** @param said what became of it, in words */
export async function mark(stores: Stores, rows: Rows, marks: Marks, said: string): Promise<void> {
  stores.selection.end();
  const answer = await stores.client.call('tickets.mark', { ticketIds: idsOf(rows), ...marks });
  if (!answer.ok) return sayFailure(stores, answer);
  const putsAway = marks.hidden === true || (marks.snooze ?? null) !== null;
  const inSight = putsAway ? rows.filter(({ needsUser }) => needsUser).length : 0;
  const { staysInSight } = stores.words.peek().text.marked;
  stores.screen.say(inSight === 0 ? said : `${said} ${staysInSight(inSight)}`, () => {
    void takeBack(stores, inverseOf(rows, marks));
  });
}

async function takeBack(stores: Stores, marks: readonly Input<'tickets.mark'>[]): Promise<void> {
  const answers = await Promise.all(marks.map((input) => stores.client.call('tickets.mark', input)));
  sayUndone(
    stores,
    answers.find((answer) => !answer.ok),
  );
}

export function snooze(stores: Stores, rows: Rows, until: SnoozedUntil | null): Promise<void> {
  const { marked } = stores.words.peek().text;
  const said = until === null ? marked.awake(rows.length) : marked.snoozed(rows.length);
  return mark(stores, rows, { snooze: until === null ? null : { until } }, said);
}

/** Cannot be taken back: HostUp knows no unread. */
export async function markRead(stores: Stores, rows: Rows): Promise<void> {
  stores.selection.end();
  const answer = await stores.client.call('tickets.markRead', { ticketIds: idsOf(rows) });
  if (!answer.ok) return sayFailure(stores, answer);
  stores.screen.say(stores.words.peek().text.marked.read(rows.length));
}

/** Tells each ticket's refusal, and leaves the refused ones selected, so that they can be tried again. */
export async function closeOrReopen(stores: Stores, verb: 'close' | 'reopen', rows: Rows): Promise<void> {
  const [only] = rows;
  // the open conversation shows by itself that it is busy, and why it was refused
  if (rows.length === 1 && only !== undefined && only.id === stores.thread.ticketId.peek()) {
    if (await stores.thread[verb]()) sayDone(stores, verb, rows);
    return;
  }
  stores.selection.work(rows.length);
  const results = await ask(stores, verb, idsOf(rows));
  stores.selection.work(0);
  const refused = rows.flatMap((row) => {
    const why = results.get(row.id) ?? null;
    return why === null ? [] : [{ row, failure: why }];
  });
  const done = rows.filter((row) => results.get(row.id) === null);
  if (rows.length > 1) stores.selection.keep(refused.map(({ row }) => row.id));
  if (done.length > 0) sayDone(stores, verb, done);
  if (refused.length > 0) stores.screen.showRefusals({ verb, list: refused });
}

function sayDone(stores: Stores, verb: 'close' | 'reopen', rows: Rows): void {
  const { marked } = stores.words.peek().text;
  const said = verb === 'close' ? marked.closed(rows.length) : marked.reopened(rows.length);
  const back = verb === 'close' ? 'reopen' : 'close';
  stores.screen.say(said, () => void undoClose(stores, back, rows));
}

async function undoClose(stores: Stores, verb: 'close' | 'reopen', rows: Rows): Promise<void> {
  const results = [...(await ask(stores, verb, idsOf(rows))).values()];
  sayUndone(
    stores,
    results.find((why) => why !== null),
  );
}

/** Why not, by id; null for those that it was done with. */
async function ask(
  stores: Stores,
  verb: 'close' | 'reopen',
  ticketIds: string[],
): Promise<ReadonlyMap<string, Failure | null>> {
  if (verb === 'reopen') {
    const one = async (ticketId: string) => {
      const answer = await stores.client.call('ticket.reopen', { ticketId });
      return [ticketId, answer.ok ? null : answer] as const;
    };
    return new Map(await Promise.all(ticketIds.map(one)));
  }
  const answer = await stores.client.call('tickets.close', { ticketIds });
  if (!answer.ok) return new Map(ticketIds.map((id) => [id, answer]));
  const found = new Map(answer.value.results.map((result) => [result.ticketId, result.failure]));
  return new Map(ticketIds.map((id) => [id, found.has(id) ? (found.get(id) ?? null) : failure('not_found')]));
}

function sayUndone(stores: Stores, problem: Failure | { readonly ok: true } | null | undefined): void {
  const { text } = stores.words.peek();
  const why = problem && !problem.ok ? text.codes[problem.code].says : null;
  stores.screen.say(why === null ? text.undone : text.notUndone(why));
}
