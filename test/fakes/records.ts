// Builders for records: a sound one with everything filled in, changed where a test cares.
import type { StoredMessage, StoredOutgoing, StoredTicket } from '../../electron/core/records.ts';

/** Tuesday 3 June 2025, 08:00 UTC */
export const morning = Date.UTC(2025, 5, 3, 8);

export function aTicket(changes: Partial<StoredTicket> = {}): StoredTicket {
  return {
    id: 'tkt_1',
    number: '149943',
    subject: 'Webbplatsen svarar inte',
    status: 'open',
    priority: 'medium',
    departmentSlug: 'support',
    departmentName: 'Teknisk support',
    createdAt: morning,
    updatedAt: morning,
    lastMessageAt: morning,
    ccEmails: [],
    requesterName: 'Åsa Öberg',
    messageCount: 1,
    services: [],
    detailStamp: 'stamp-1',
    stamp: 'stamp-1',
    fetchedAt: morning,
    goneAt: null,
    turn: 'hostup',
    turnSince: morning,
    firstStaffAt: null,
    lastSender: 'customer',
    lastName: 'Åsa Öberg',
    lastText: 'Den är nere sedan i morse.',
    lastEncrypted: false,
    announcedUpTo: null,
    unread: 0,
    ...changes,
  };
}

export function aMessage(changes: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: 'tmsg_1',
    ticketId: 'tkt_1',
    position: 1,
    sentAt: morning,
    body: 'Den är nere sedan i morse.',
    sender: 'customer',
    senderName: 'Åsa Öberg',
    encrypted: false,
    attachments: [],
    opening: false,
    unread: false,
    ...changes,
  };
}

export function anOutgoing(changes: Partial<StoredOutgoing> = {}): StoredOutgoing {
  return {
    id: 'out_1',
    create: null,
    ticketId: 'tkt_1',
    text: 'Tack, det fungerar nu.',
    encrypted: false,
    reopen: false,
    state: 'queued',
    attempts: 0,
    presses: 0,
    queuedAt: morning,
    markedAt: null,
    skew: 0,
    nextAttemptAt: null,
    baseline: null,
    reads: 0,
    reason: null,
    messageId: null,
    confirmedAt: null,
    ...changes,
  };
}
