// A server as bad as they come, as the outbox sees one: it applies and drops, applies and answers 5xx, applies late,
// never, alters or masks the text, refuses, limits, and has a clock of its own. It remembers what it really applied.
import { failure } from '../../electron/contract/codes.ts';
import type { Clock } from '../../electron/core/ports.ts';
import type { Detail, StoredMessage } from '../../electron/core/records.ts';
import type { Remote, Sent } from '../../electron/core/remote.ts';
import { pick } from '../fakes/random.ts';

export type Mood = {
  /** server clock minus the true time, milliseconds */
  readonly skew: number;
  readonly mask: 'plain' | 'stars' | 'null';
  readonly alters: boolean;
  /** how likely a read fails, 0…1 */
  readonly readFails: number;
  /** how likely a POST goes well, 0…1 */
  readonly postWorks: number;
};
export type ModelServer = Remote & {
  readonly applied: readonly { readonly text: string; readonly encrypted: boolean; readonly id: string }[];
  /** from now on everything works; what was to be applied late still is */
  calmDown(): void;
  /** a new key was given after a 401 */
  acceptKey(): void;
  readonly refusedKey: () => boolean;
  /** the customer wrote this from somewhere else, just before */
  writtenElsewhere(text: string, encrypted: boolean): void;
  closed: boolean;
};

/** @param clock the true time; @param wallClock the time that our machine believes */
export function createModelServer(
  ticketId: string,
  clock: Clock,
  wallClock: Pick<Clock, 'now'>,
  random: () => number,
  mood: Mood,
  /** waits, so that a kill can fall into it */
  pause: () => Promise<void>,
): ModelServer {
  const applied: { text: string; encrypted: boolean; id: string }[] = [];
  const messages: StoredMessage[] = [];
  let calm = false;
  let keyRefused = false;

  function apply(text: string, encrypted: boolean): StoredMessage {
    const message = add(text, encrypted);
    applied.push({ text, encrypted, id: message.id });
    return message;
  }

  function add(text: string, encrypted: boolean): StoredMessage {
    const id = `tmsg_${messages.length}_${Math.floor(random() * 1e9)}`;
    const hidden = encrypted && mood.mask !== 'plain';
    const shown = mood.alters ? `${text} [via API]` : text;
    const body = hidden ? (mood.mask === 'null' ? null : '********') : shown;
    const message: StoredMessage = {
      id,
      ticketId,
      position: messages.length + 1,
      sentAt: clock.now() + mood.skew,
      body,
      sender: 'customer',
      senderName: 'Jane',
      encrypted,
      attachments: [],
      opening: false,
      unread: false,
    };
    messages.push(message);
    return message;
  }

  const detail = (): Detail => ({
    summary: {
      id: ticketId,
      number: '149943',
      subject: 'VPS',
      status: server.closed ? 'closed' : 'open',
      priority: 'medium',
      departmentSlug: 'vps',
      departmentName: 'VPS',
      createdAt: 0,
      updatedAt: clock.now(),
      lastMessageAt: clock.now(),
      ccEmails: [],
      requesterName: 'Jane',
      messageCount: messages.length + 1,
      services: [],
    },
    messages: messages.map((message) => ({ ...message })),
  });

  const lost = (code: 'timeout' | 'connection_lost' | 'server_error' | 'bad_answer'): Sent<never> => ({
    ok: false,
    applied: 'maybe',
    failure: failure(code),
  });
  const not = (applies: 'no' | 'refused', reason: ReturnType<typeof failure>): Sent<never> => ({
    ok: false,
    applied: applies,
    failure: reason,
  });

  function misbehave(text: string, encrypted: boolean): Sent<StoredMessage> {
    const how = pick(random, [
      'apply-drop',
      'apply-5xx',
      'late',
      'never',
      'refused-connection',
      '429',
      '401',
      '4xx',
      'closed',
    ]);
    if (how === 'apply-drop' || how === 'apply-5xx') {
      apply(text, encrypted);
      return lost(
        how === 'apply-drop' ? pick(random, ['timeout', 'connection_lost', 'bad_answer']) : 'server_error',
      );
    }
    if (how === 'late') {
      clock.after(Math.floor(random() * 90_000), () => apply(text, encrypted));
      return lost('connection_lost');
    }
    if (how === 'never') return lost(pick(random, ['timeout', 'server_error', 'connection_lost']));
    if (how === 'refused-connection') return not('no', failure('offline'));
    if (how === '429')
      return not('no', failure('rate_limited', { retryAt: wallClock.now() + random() * 60_000 }));
    if (how === '401') {
      keyRefused = true;
      return not('no', failure('unauthorized'));
    }
    if (how === '4xx')
      return not('refused', failure(pick(random, ['invalid_request', 'too_large', 'conflict'])));
    server.closed = true;
    return not('refused', failure('ticket_closed'));
  }

  const unused = () => Promise.reject(new Error('not part of the model'));
  const server: ModelServer = {
    applied,
    closed: false,
    calmDown: () => {
      calm = true;
    },
    acceptKey: () => {
      keyRefused = false;
    },
    refusedKey: () => keyRefused,
    writtenElsewhere: (text, encrypted) => void add(text, encrypted),
    async thread() {
      await pause();
      if (keyRefused) return failure('unauthorized');
      if (!calm && random() < mood.readFails)
        return failure(pick(random, ['offline', 'timeout', 'server_error', 'bad_answer']));
      return { ok: true, value: detail() };
    },
    async reply(_ticketId, text, encrypted) {
      await pause();
      if (keyRefused) return not('no', failure('unauthorized'));
      const answer =
        calm || random() < mood.postWorks
          ? ({ ok: true, value: apply(text, encrypted) } as const)
          : misbehave(text, encrypted);
      await pause();
      return answer;
    },
    async reopen() {
      await pause();
      server.closed = false;
      return { ok: true, value: detail() };
    },
    skew: () => clock.now() + mood.skew - wallClock.now(),
    list: unused,
    byNumber: unused,
    departments: unused,
    download: unused,
    create: unused,
    close: unused,
    mayWrite: unused,
  };
  return server;
}
