// The strings that a test or the demo pulls from outside: what staff and the customer do elsewhere, keys, limits.
import type { Access } from './access.ts';
import type { Service } from './call.ts';
import { account } from './data/account.ts';
import { newRecord } from './plant.ts';
import type { TicketRecord } from './record.ts';
import type {
  AppliedReply,
  DemoMask,
  DemoMessage,
  DemoNewTicket,
  DemoRateLimit,
  DemoReplyOptions,
  DemoScope,
  DemoStatus,
  DemoTicket,
} from './types.ts';
import { toTicket } from './wire.ts';

/** Tickets are named by id or number; an unknown one is a mistake in the test and throws. */
export interface Controls {
  /** Writes down the staff replies that are due; `handle` does so by itself. */
  advance: () => void;
  staffReply: (ticketId: string, text: string, options?: DemoReplyOptions) => DemoMessage;
  /** The customer writes from somewhere else (the web, a phone); not part of `applied()`. */
  customerReply: (ticketId: string, text: string, options?: DemoReplyOptions) => DemoMessage;
  addTicket: (ticket?: DemoNewTicket) => DemoTicket;
  closeTicket: (ticketId: string) => DemoTicket;
  setStatus: (ticketId: string, status: DemoStatus) => DemoTicket;
  removeTicket: (ticketId: string) => boolean;
  /** The replies applied through the API, oldest first, never masked. */
  applied: () => AppliedReply[];
  /** Every ticket in full, never masked, oldest first. */
  tickets: () => DemoTicket[];
  /** Adds or changes a key; null revokes it. */
  setKey: (key: string, scopes: readonly DemoScope[] | null) => void;
  setRateLimit: (limit: DemoRateLimit | null) => void;
  setMask: (mask: DemoMask) => void;
}

/** @param setMask how encrypted messages come back from now on */
export function createControls(
  service: Service,
  access: Access,
  setMask: (mask: DemoMask) => void,
): Controls {
  const { world, staff, applied } = service;
  const known = (ticketId: string): TicketRecord => {
    const record = world.find(ticketId);
    if (!record) throw new Error(`the stand-in has no ticket ${ticketId}`);
    return record;
  };
  const copy = (record: TicketRecord): DemoTicket => structuredClone(toTicket(record, 'plain'));
  const setStatus = (ticketId: string, status: DemoStatus): DemoTicket => {
    const record = known(ticketId);
    world.setStatus(record, status, world.now());
    return copy(record);
  };

  return {
    advance: staff.advance,
    staffReply: (ticketId, text, options = {}) =>
      structuredClone(staff.reply(known(ticketId), text, options)),
    customerReply(ticketId, text, { encrypted = false, senderName = account.name, at = world.now() } = {}) {
      const record = known(ticketId);
      const message = world.append(record, { at, body: text, sender: 'customer', senderName, encrypted });
      world.setStatus(record, 'customer_reply', at);
      return structuredClone(message);
    },
    addTicket(ticket = {}) {
      const record = buildTicket(service, ticket);
      world.add(record);
      return copy(record);
    },
    closeTicket: (ticketId) => setStatus(ticketId, 'closed'),
    setStatus,
    removeTicket: (ticketId) => world.remove(known(ticketId).id),
    applied: () => structuredClone(applied),
    tickets: () => [...world.records()].map(copy),
    setKey: access.setKey,
    setRateLimit: access.setRateLimit,
    setMask,
  };
}

function buildTicket({ world }: Service, ticket: DemoNewTicket): TicketRecord {
  const { subject = 'Fråga om mitt webbhotell', body = 'Hej, jag behöver hjälp.', status = 'open' } = ticket;
  const { priority = 'medium', departmentSlug = 'general-web-hosting', ccEmails = [] } = ticket;
  const { requesterName = account.name, linkedServices = [], language = 'sv' } = ticket;
  const { createdAt: at = world.now() } = ticket;
  const fields = {
    subject,
    body,
    status,
    priority,
    departmentSlug,
    ccEmails,
    requesterName,
    linkedServices,
    language,
  };
  return newRecord(world, { at, number: world.nextNumber(), fields });
}
