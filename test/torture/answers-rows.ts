// Two judges of what is stored: is every row of the right shape, and does it say what HostUp really has? Written
// without the schemas that let the rows in.
import type { CacheStore } from '../../electron/core/ports.ts';
import type { StoredMessage, StoredTicket } from '../../electron/core/records.ts';
import type { DemoTicket } from '../../electron/demo/types.ts';

const everything = 1_000_000;
const statuses = ['open', 'answered', 'customer_reply', 'in_progress', 'on_hold', 'closed', 'unknown'];
const priorities = ['low', 'medium', 'high', 'urgent', 'critical', 'unknown'];
const senders = ['customer', 'staff', 'automation', 'unknown'];

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isId = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= 200;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isTime = (value: unknown): boolean =>
  value === null || (Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e15);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const oneOf = (known: readonly string[]) => (value: unknown) =>
  typeof value === 'string' && known.includes(value);
const isListOf = (item: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(item);

type Shape<T> = { readonly [K in keyof T]?: (value: unknown) => boolean };

const ticketShape: Shape<StoredTicket> = {
  id: isId,
  number: isId,
  subject: isTextOrNull,
  status: oneOf(statuses),
  priority: oneOf(priorities),
  departmentSlug: isText,
  departmentName: isTextOrNull,
  createdAt: isTime,
  updatedAt: isTime,
  lastMessageAt: isTime,
  ccEmails: isListOf(isText),
  requesterName: isTextOrNull,
  messageCount: isCount,
  services: isListOf(isService),
  fetchedAt: isTime,
  goneAt: isTime,
  turn: oneOf(['you', 'hostup', 'none']),
  turnSince: isTime,
  lastText: isTextOrNull,
  lastEncrypted: isFlag,
  announcedUpTo: isTime,
  unread: isCount,
};

const messageShape: Shape<StoredMessage> = {
  id: isId,
  position: isCount,
  sentAt: isTime,
  body: isTextOrNull,
  sender: oneOf(senders),
  senderName: isTextOrNull,
  encrypted: isFlag,
  attachments: isListOf(isAttachment),
  opening: isFlag,
  unread: isFlag,
};

function isService(value: unknown): boolean {
  const { serviceType, serviceId, serviceName, details } = value as Record<string, unknown>;
  return isText(serviceType) && isTextOrNull(serviceId) && isTextOrNull(serviceName) && isShallow(details, 8);
}

function isAttachment(value: unknown): boolean {
  const { id, downloadUrl } = value as Record<string, unknown>;
  return isId(id) && typeof downloadUrl === 'string' && /^\/[^/\\]/.test(downloadUrl);
}

/** Plain data that no recursion stumbles over, without keys that reach for the prototype. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0 || Object.hasOwn(value, '__proto__') || Object.hasOwn(value, 'constructor')) return false;
  return Object.values(value).every((below) => isShallow(below, levels - 1));
}

function misshapen<T extends object>(what: string, row: T, shape: Shape<T>): string | null {
  for (const [field, fits] of Object.entries(shape) as [keyof T & string, (value: unknown) => boolean][])
    if (!fits(row[field])) return `${what}: ${field} is ${JSON.stringify(row[field])?.slice(0, 80)}`;
  return null;
}

/** The first row that is not what a row must be, or null. */
export function misshapenRow(cache: CacheStore): string | null {
  const { tickets } = cache.list({ view: 'all', offset: 0, limit: everything });
  for (const ticket of tickets) {
    const wrong =
      misshapen(`ticket ${ticket.id.slice(0, 40)}`, ticket, ticketShape) ?? wrongMessage(cache, ticket);
    if (wrong) return wrong;
  }
  return null;
}

function wrongMessage(cache: CacheStore, ticket: StoredTicket): string | null {
  for (const message of cache.messages(ticket.id, everything)) {
    const what = `message ${message.id.slice(0, 40)}`;
    if (message.ticketId !== ticket.id) return `${what} is of another ticket`;
    const wrong = misshapen(what, message, messageShape);
    if (wrong) return wrong;
  }
  return null;
}

/** What differs between the cache and HostUp, or null. Tickets that are marked gone may be more. */
export function differsFromTruth(cache: CacheStore, truth: readonly DemoTicket[]): string | null {
  const present = cache
    .list({ view: 'all', offset: 0, limit: everything })
    .tickets.filter(({ goneAt }) => goneAt === null);
  if (present.length !== truth.length)
    return `${present.length} tickets are there, HostUp has ${truth.length}`;
  for (const real of truth) {
    const kept = cache.ticket(real.id);
    if (!kept) return `ticket ${real.id} is missing`;
    const differs = differing(fieldsOf(kept), fieldsOfReal(real));
    if (differs) return `ticket ${real.id}: ${differs}`;
    const messages = cache.messages(real.id, everything);
    const wrong = differing(messages.map(wordsOf), [openingOf(real), ...real.messages.map(wordsOfReal)]);
    if (wrong) return `messages of ${real.id}: ${wrong}`;
  }
  return null;
}

function differing(kept: unknown, real: unknown): string | null {
  const [left, right] = [JSON.stringify(kept), JSON.stringify(real)];
  return left === right ? null : `kept ${left.slice(0, 300)} but HostUp has ${right.slice(0, 300)}`;
}

const at = (time: string | null): number | null => (time === null ? null : Date.parse(time));

/** Of a ticket, what is the same here and at HostUp. */
const alike = [
  'number',
  'subject',
  'status',
  'priority',
  'departmentSlug',
  'departmentName',
  'ccEmails',
  'requesterName',
  'messageCount',
] as const;
const fieldsOf = (kept: StoredTicket) => [
  ...alike.map((name) => kept[name]),
  kept.createdAt,
  kept.updatedAt,
  kept.lastMessageAt,
  kept.services,
];
const fieldsOfReal = (real: DemoTicket) => [
  ...alike.map((name) => real[name]),
  at(real.createdAt),
  at(real.updatedAt),
  at(real.lastMessageAt),
  real.linkedServices,
];
const wordsOf = ({ sentAt, body, sender, senderName, encrypted }: StoredMessage) => [
  sentAt,
  body,
  sender,
  senderName,
  encrypted,
];
const wordsOfReal = ({ sentAt, body, sender, senderName, encrypted }: DemoTicket['messages'][number]) => [
  at(sentAt),
  body,
  sender,
  senderName,
  encrypted,
];
const openingOf = ({ createdAt, body, requesterName }: DemoTicket) => [
  at(createdAt),
  body,
  'customer',
  requesterName,
  false,
];
