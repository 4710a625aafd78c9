import { describe, expect, it } from 'vitest';
import type { StoredMessage, StoredTicket, Summary } from '../../../electron/core/records.ts';
import { mergeDetail, mergeSummary, sameSummary } from '../../../electron/core/sync/merge.ts';

const at = (minute: number) => Date.parse('2026-04-27T12:00:00Z') + minute * 60_000;
const summary = (more: Partial<Summary> = {}): Summary => ({
  id: 'tkt_1',
  number: '149943',
  subject: 'VPS svarar inte',
  status: 'open',
  priority: 'medium',
  departmentSlug: 'vps',
  departmentName: 'VPS',
  createdAt: at(0),
  updatedAt: at(5),
  lastMessageAt: at(5),
  ccEmails: [],
  requesterName: 'Jane',
  messageCount: 2,
  services: [],
  ...more,
});
const message = (
  id: string,
  sender: StoredMessage['sender'],
  minute: number | null,
  more: Partial<StoredMessage> = {},
): StoredMessage => ({
  id,
  ticketId: 'tkt_1',
  position: Number(id.replace(/\D/g, '')),
  sentAt: minute === null ? null : at(minute),
  body: `text of ${id}`,
  sender,
  senderName: sender === 'staff' ? 'Kim' : 'Jane',
  encrypted: false,
  attachments: [],
  opening: false,
  unread: false,
  ...more,
});
const options = { now: at(60), floor: at(10), excerpt: (body: string) => body.slice(0, 20) };
const opening = message('m0', 'customer', 0, { opening: true });

describe('whose turn it is', () => {
  const turnAfter = (more: Partial<Summary>, messages: StoredMessage[]) => {
    const { ticket } = mergeDetail(null, [], { summary: summary(more), messages }, options);
    return [ticket.turn, ticket.turnSince];
  };
  it('is yours since the first staff message that you have not answered', () => {
    const messages = [
      opening,
      message('m1', 'staff', 3),
      message('m2', 'automation', 4),
      message('m3', 'staff', 5),
    ];
    expect(turnAfter({ status: 'answered' }, messages)).toEqual(['you', at(3)]);
  });
  it('is HostUp’s since your first unanswered message', () => {
    const messages = [
      opening,
      message('m1', 'staff', 3),
      message('m2', 'customer', 4),
      message('m3', 'customer', 9),
    ];
    expect(turnAfter({ status: 'customer_reply' }, messages)).toEqual(['hostup', at(4)]);
  });
  it('follows who spoke last where the status lags behind', () => {
    expect(turnAfter({ status: 'open' }, [opening, message('m1', 'staff', 3)])[0]).toBe('you');
    expect(
      turnAfter({ status: 'answered' }, [
        opening,
        message('m1', 'staff', 3),
        message('m2', 'customer', 4),
      ])[0],
    ).toBe('hostup');
  });
  it('is HostUp’s while they work on it, and nobody’s once closed', () => {
    expect(turnAfter({ status: 'in_progress' }, [opening, message('m1', 'staff', 3)])[0]).toBe('hostup');
    expect(turnAfter({ status: 'closed' }, [opening, message('m1', 'staff', 3)])).toEqual(['none', null]);
  });
  it('comes from the status alone while the conversation is not known', () => {
    expect(mergeSummary(null, summary({ status: 'answered' })).turn).toBe('you');
    expect(mergeSummary(null, summary({ status: 'on_hold' })).turn).toBe('hostup');
    expect(mergeSummary(null, summary({ status: 'unknown' })).turn).toBe('hostup');
  });
});

describe('since when it is whose turn', () => {
  type Step = {
    readonly status: Summary['status'];
    readonly minute: number;
    readonly says?: StoredMessage['sender'];
  };
  /** Each step is listed first, then its conversation is read, as looks do. */
  function afterLooks(...steps: readonly Step[]) {
    const messages = [opening];
    let ticket: StoredTicket | null = null;
    let listed: StoredTicket | null = null;
    for (const { status, minute, says } of steps) {
      const known = [...messages];
      if (says) messages.push(message(`m${messages.length}`, says, minute));
      const lastMessageAt = messages.at(-1)?.sentAt ?? null;
      const now = summary({ status, messageCount: messages.length, updatedAt: at(minute), lastMessageAt });
      listed = mergeSummary(ticket, now);
      ticket = mergeDetail(
        listed,
        ticket ? known : [],
        { summary: now, messages: [...messages] },
        options,
      ).ticket;
    }
    expect([listed?.turn, listed?.turnSince]).toEqual([ticket?.turn, ticket?.turnSince]);
    return [ticket?.turn, ticket?.turnSince];
  }

  it('stays what it is while the same side goes on writing', () => {
    expect(
      afterLooks(
        { status: 'answered', minute: 3, says: 'staff' },
        { status: 'answered', minute: 5, says: 'staff' },
      ),
    ).toEqual(['you', at(3)]);
  });
  it('counts all of a conversation that is read for the first time, though some of it is kept already', () => {
    const messages = [opening, message('m1', 'staff', 3), message('m2', 'staff', 5)];
    const now = summary({ status: 'answered', messageCount: 3 });
    const { ticket } = mergeDetail(mergeSummary(null, now), messages, { summary: now, messages }, options);
    expect([ticket.turn, ticket.turnSince]).toEqual(['you', at(3)]);
  });
  it('begins anew when HostUp had taken it up in between, though staff spoke last before', () => {
    const asked = { status: 'answered', minute: 3, says: 'staff' } as const;
    const takenUp = { status: 'in_progress', minute: 500 } as const;
    expect(afterLooks(asked, takenUp)).toEqual(['hostup', at(500)]);
    expect(afterLooks(asked, takenUp, { status: 'answered', minute: 900, says: 'staff' })).toEqual([
      'you',
      at(900),
    ]);
  });
  it('begins with the message that reopens a closed ticket', () => {
    expect(
      afterLooks(
        { status: 'customer_reply', minute: 2, says: 'customer' },
        { status: 'closed', minute: 4 },
        { status: 'customer_reply', minute: 40_000, says: 'customer' },
      ),
    ).toEqual(['hostup', at(40_000)]);
  });
  it('is HostUp’s since your question while they only say that they look at it', () => {
    expect(
      afterLooks(
        { status: 'customer_reply', minute: 2, says: 'customer' },
        { status: 'in_progress', minute: 9, says: 'staff' },
      ),
    ).toEqual(['hostup', at(0)]);
  });
  it('does not change with what changes no turn', () => {
    expect(
      afterLooks({ status: 'on_hold', minute: 3, says: 'staff' }, { status: 'on_hold', minute: 700 }).at(1),
    ).toBe(at(3));
  });
});

describe('news', () => {
  it('is a staff message after the floor, and nothing that was there before', () => {
    const change = mergeDetail(
      null,
      [],
      {
        summary: summary(),
        messages: [
          opening,
          message('m1', 'staff', 9),
          message('m2', 'staff', 11),
          message('m3', 'automation', 12),
        ],
      },
      options,
    );
    expect(change.messages.filter((m) => m.unread).map((m) => m.id)).toEqual(['m2']);
    expect(change.ticket.unread).toBe(1);
  });
  it('stays read once read, also when the conversation comes again', () => {
    const first = mergeDetail(
      null,
      [],
      { summary: summary(), messages: [opening, message('m1', 'staff', 11)] },
      options,
    );
    const read = first.messages.map((m) => ({ ...m, unread: false }));
    const again = mergeDetail(
      { ...first.ticket, unread: 0 },
      read,
      { summary: summary(), messages: [opening, message('m1', 'staff', 11)] },
      options,
    );
    expect(again.ticket.unread).toBe(0);
  });
  it('is found although an own reply came later, and without a time once the conversation was known', () => {
    const first = mergeDetail(null, [], { summary: summary(), messages: [opening] }, options);
    const next = mergeDetail(
      first.ticket,
      first.messages,
      {
        summary: summary(),
        messages: [
          opening,
          message('m1', 'staff', null),
          message('m2', 'staff', 12),
          message('m3', 'customer', 13),
        ],
      },
      options,
    );
    expect(next.messages.filter((m) => m.unread).map((m) => m.id)).toEqual(['m1', 'm2']);
  });
});

describe('news in a conversation that was read', () => {
  const unreadAfter = (known: StoredMessage[], messages: StoredMessage[]) => {
    const first = mergeDetail(null, [], { summary: summary(), messages: known }, options);
    const read = first.messages.map((m) => ({ ...m, unread: false }));
    const latest = summary({ lastMessageAt: at(20) });
    const next = mergeDetail(first.ticket, read, { summary: latest, messages }, options);
    return next.messages.filter((m) => m.unread).map((m) => m.id);
  };
  const told = message('m1', 'staff', 5);
  it('is a second reply of the same moment, wherever it stands', () => {
    const twin = message('m2', 'staff', 5);
    expect(unreadAfter([opening, told], [opening, told, twin])).toEqual(['m2']);
    const before = { ...twin, position: 1 };
    expect(unreadAfter([opening, told], [opening, before, { ...told, position: 2 }])).toEqual(['m2']);
  });
  it('is a reply behind all the others whose clock was slow', () => {
    expect(unreadAfter([opening, told], [opening, told, message('m2', 'staff', 4)])).toEqual(['m2']);
  });
  it('is none that HostUp put in before, from another ticket', () => {
    const moved = { ...message('m7', 'staff', 3), position: 1 };
    expect(unreadAfter([opening, told], [opening, moved, { ...told, position: 2 }])).toEqual([]);
  });
  it('is none that only got another id', () => {
    expect(unreadAfter([opening, told], [opening, { ...told, id: 'n1' }])).toEqual([]);
  });
});

describe('what the list shows of it', () => {
  it('comes from a conversation of any length', () => {
    // as many as fit in the largest answer that is read
    const messages = Array.from({ length: 150_000 }, (_, n) => message(`m${n}`, 'staff', 11));
    const { ticket } = mergeDetail(null, [], { summary: summary(), messages }, options);
    expect(ticket).toMatchObject({ unread: 150_000, lastSender: 'staff' });
  });
  it('never carries the text of an encrypted message', () => {
    const messages = [opening, message('m1', 'customer', 3, { encrypted: true, body: 'rotlösenord' })];
    const { ticket } = mergeDetail(null, [], { summary: summary(), messages }, options);
    expect(JSON.stringify(ticket)).not.toContain('rotlösenord');
    expect(ticket.lastEncrypted).toBe(true);
  });
  it('names what the API no longer shows', () => {
    const known = [opening, message('m1', 'staff', 3)];
    expect(mergeDetail(null, known, { summary: summary(), messages: [opening] }, options).removed).toEqual([
      'm1',
    ]);
  });
});

describe('a list entry', () => {
  it('is the same only when every field is, and a gone ticket that shows again is not the same', () => {
    const old = mergeSummary(null, summary());
    expect(sameSummary(old, summary())).toBe(true);
    expect(sameSummary(old, summary({ subject: 'Ny rubrik' }))).toBe(false);
    expect(sameSummary({ ...old, goneAt: 1 }, summary())).toBe(false);
    expect(sameSummary(null, summary())).toBe(false);
  });
  it('makes the conversation stale when count, times or status change, and keeps what is local', () => {
    const { ticket } = mergeDetail(
      null,
      [],
      { summary: summary(), messages: [opening, message('m1', 'staff', 11)] },
      options,
    );
    const next = mergeSummary(ticket, summary({ messageCount: 3 }));
    expect(next.detailStamp).not.toBe(next.stamp);
    expect(next.unread).toBe(1);
    expect(next.fetchedAt).toBe(at(60));
  });
});
