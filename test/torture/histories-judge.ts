// What must hold of every reply at the end of its history, whatever the server, the clock and the person did.
import type { OutboxStore } from '../../electron/core/ports.ts';
import type { StoredOutgoing } from '../../electron/core/records.ts';
import type { ModelServer } from './model-server.ts';

/** One reply as its writer knows it. */
export type Person = {
  readonly id: string;
  readonly text: string;
  readonly encrypted: boolean;
  presses: number;
  discarded: boolean;
};

/** The invariants of replies.md; texts may repeat, so they are counted per text. */
export function judge(outbox: OutboxStore, server: ModelServer, people: readonly Person[]): string | null {
  const rows = people.map((person) => ({ person, row: outbox.get(person.id) }));
  const vanished = rows.find(({ row }) => row === null);
  if (vanished) return `${vanished.person.id} vanished`;
  for (const { person, row } of rows) {
    if (row && ['queued', 'sending', 'unknown'].includes(row.state) && !isHeldBack(rows, person.id))
      return `${person.id} is still ${row.state}`;
    if (row?.state === 'discarded' && !person.discarded) return `${person.id} was discarded by nobody`;
    if (row?.state === 'sent' && !server.applied.some(({ id }) => id === row.messageId))
      return `${person.id} is sent without a message`;
  }
  const claimed = rows.flatMap(({ row }) => (row?.messageId ? [row.messageId] : []));
  if (new Set(claimed).size !== claimed.length) return 'two replies claim one message';
  for (const text of new Set(people.map((person) => person.text))) {
    const mine = rows.filter(({ person }) => person.text === text);
    const applied = server.applied.filter((message) => message.text === text);
    const allowed = mine.reduce((sum, { person }) => sum + 1 + person.presses, 0);
    if (applied.length > allowed) return `"${text}" applied ${applied.length} times, allowed ${allowed}`;
    const sent = mine.filter(({ row }) => row?.state === 'sent').length;
    if (sent > applied.length) return `"${text}" sent ${sent} times, applied ${applied.length}`;
    if (applied.some((message) => message.encrypted !== mine[0]?.person.encrypted))
      return `"${text}" lost its mark`;
  }
  return wrongOrder(rows, server);
}

/** A reply may wait behind one that needs the person. */
function isHeldBack(rows: readonly { row: StoredOutgoing | null }[], id: string): boolean {
  const at = rows.findIndex(({ row }) => row?.id === id);
  return rows.some(({ row }, index) => row !== null && index !== at && row.state === 'needs-user');
}

/** Replies that went out at their first attempt keep the order in which they were written. */
function wrongOrder(
  rows: readonly { person: Person; row: StoredOutgoing | null }[],
  server: ModelServer,
): string | null {
  const places = rows
    .filter(({ person, row }) => row?.state === 'sent' && person.presses === 0)
    .map(({ row }) => server.applied.findIndex(({ id }) => id === row?.messageId));
  const sorted = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
  return sorted ? null : `order ${places.join(', ')}`;
}
