// Turns written-down tickets (data/) into records of the world, with times counted back from now.
import { departmentName } from './data/departments.ts';
import type { FileSeed, MessageSeed, TicketSeed } from './data/seed.ts';
import { accountServices } from './data/services.ts';
import type { TicketRecord } from './record.ts';
import type { DemoAttachment, DemoMessage } from './types.ts';
import type { World } from './world.ts';

const minute = 60_000;

type NewFields = Pick<
  TicketRecord,
  | 'subject'
  | 'body'
  | 'status'
  | 'priority'
  | 'departmentSlug'
  | 'ccEmails'
  | 'requesterName'
  | 'linkedServices'
  | 'language'
>;

/** A ticket without messages, opened at `at` (epoch milliseconds). It is not yet part of the world. */
export function newRecord(
  world: World,
  { at, number, fields }: { at: number; number: string; fields: NewFields },
): TicketRecord {
  const openedAt = new Date(at).toISOString();
  return {
    id: world.newId('tkt', at),
    number,
    ...fields,
    departmentName: departmentName(fields.departmentSlug),
    createdAt: openedAt,
    updatedAt: openedAt,
    lastMessageAt: openedAt,
    attachments: [],
    messages: [],
    changedAt: at,
    rank: world.random(),
  };
}

/** Adds the seeds in the order in which they were opened, so that ticket numbers grow with time. */
export function plant(world: World, seeds: readonly TicketSeed[]): void {
  const now = world.now();
  const services = accountServices(now);
  const byAge = seeds.toSorted((a, b) => b.opened - a.opened);
  byAge.forEach((seed, index) => {
    const at = now - Math.round(seed.opened * minute);
    const record = newRecord(world, {
      at,
      number: seed.number ?? String(616_041 + index * 7 + (index % 3)),
      fields: {
        subject: seed.subject,
        body: seed.body,
        status: seed.status,
        priority: seed.priority,
        departmentSlug: seed.department,
        ccEmails: seed.ccEmails ?? [],
        requesterName: seed.requesterName,
        linkedServices: (seed.services ?? []).map((name) => services[name]),
        language: seed.language,
      },
    });
    record.attachments = store(world, record.id, at, seed.files ?? []);
    for (const message of seed.messages) record.messages.push(plantMessage(world, record, now, message));
    finish(record, seed, now);
    world.add(record);
  });
}

function plantMessage(world: World, record: TicketRecord, now: number, seed: MessageSeed): DemoMessage {
  const at = now - Math.round(seed.ago * minute);
  return {
    id: world.newId('tmsg', at),
    ticketId: record.id,
    sentAt: seed.withoutTime ? null : new Date(at).toISOString(),
    body: seed.body,
    sender: seed.from,
    senderName: seed.name,
    encrypted: seed.encrypted ?? false,
    attachments: store(world, record.id, at, seed.files ?? []),
  };
}

function finish(record: TicketRecord, seed: TicketSeed, now: number): void {
  const last = seed.messages.at(-1)?.ago ?? seed.opened;
  record.changedAt = now - Math.round(Math.min(last, seed.changed ?? last) * minute);
  record.updatedAt = new Date(record.changedAt).toISOString();
  record.lastMessageAt = new Date(now - Math.round(last * minute)).toISOString();
  if (!seed.imported) return;
  record.departmentName = null;
  record.updatedAt = null;
  record.lastMessageAt = null;
}

function store(world: World, ticketId: string, at: number, files: readonly FileSeed[]): DemoAttachment[] {
  return files.map(({ filename, mimeType, content }) => {
    const id = world.newId('tatt', at);
    world.files.set(id, { ticketId, filename, mimeType, read: () => content(new Date(at)) });
    const extension = filename === null ? null : extensionOf(filename);
    const downloadUrl = `/api/v2/support/attachments/${id}?ticketId=${ticketId}`;
    return { id, filename, extension, mimeType, downloadUrl };
  });
}

/** In lower case and without its dot; null: it has none. */
export function extensionOf(filename: string): string | null {
  return /\.([a-z0-9]{1,8})$/i.exec(filename)?.[1]?.toLowerCase() ?? null;
}
