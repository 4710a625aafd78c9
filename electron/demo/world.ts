// The account's state: tickets, messages and files, and the few ways in which they change. Knows no HTTP.
import { createIds, type NewId } from './ids.ts';
import type { StoredFile, TicketRecord } from './record.ts';
import type { DemoMessage, DemoStatus } from './types.ts';

export interface World {
  now: () => number;
  random: () => number;
  newId: NewId;
  /** Grows with every change; lists are sorted again only when it has. */
  revision: () => number;
  records: () => Iterable<TicketRecord>;
  /** By opaque id or by ticket number (accepted "during migration", page of the reply call). */
  find: (idOrNumber: string) => TicketRecord | undefined;
  add: (record: TicketRecord) => void;
  remove: (id: string) => boolean;
  append: (record: TicketRecord, message: NewMessage) => DemoMessage;
  setStatus: (record: TicketRecord, status: DemoStatus, at: number) => void;
  nextNumber: () => string;
  files: Map<string, StoredFile>;
}

interface NewMessage extends Pick<DemoMessage, 'body' | 'sender' | 'senderName' | 'encrypted'> {
  /** Epoch milliseconds. */
  at: number;
}

/** An account without tickets. @param random 0 ≤ x < 1 */
export function createWorld(now: () => number, random: () => number): World {
  const byId = new Map<string, TicketRecord>();
  const byNumber = new Map<string, TicketRecord>();
  const newId = createIds(random);
  let revision = 0;
  let highestNumber = 616_000;

  const change = (record: TicketRecord, at: number): void => {
    record.changedAt = Math.max(record.changedAt, at);
    record.updatedAt = new Date(record.changedAt).toISOString();
    revision += 1;
  };

  return {
    now,
    random,
    newId,
    revision: () => revision,
    records: () => byId.values(),
    find: (idOrNumber) => byId.get(idOrNumber) ?? byNumber.get(idOrNumber),
    add(record) {
      byId.set(record.id, record);
      byNumber.set(record.number, record);
      highestNumber = Math.max(highestNumber, Number(record.number) || 0);
      revision += 1;
    },
    remove(id) {
      const record = byId.get(id);
      if (!record) return false;
      byId.delete(record.id);
      byNumber.delete(record.number);
      revision += 1;
      return true;
    },
    append(record, { at, ...rest }) {
      const sentAt = new Date(at).toISOString();
      const message = { id: newId('tmsg', at), ticketId: record.id, sentAt, ...rest, attachments: [] };
      record.messages.push(message);
      if (record.lastMessageAt === null || record.lastMessageAt < sentAt) record.lastMessageAt = sentAt;
      change(record, at);
      return message;
    },
    setStatus(record, status, at) {
      record.status = status;
      change(record, at);
    },
    nextNumber: () => String(highestNumber + 1 + Math.floor(random() * 3)),
    files: new Map(),
  };
}
