// A customer who types, sends and reads while her program is killed again and again, and who remembers what it promised.
import { setTimeout as wait } from 'node:timers/promises';
import type { Input } from '../../electron/contract/calls.ts';
import type { Outgoing, Thread } from '../../electron/contract/model.ts';
import type { DemoApi } from '../../electron/demo/api.ts';
import { pick } from '../fakes/random.ts';
import type { Life } from './kills-process.ts';

export type Reply = {
  readonly input: Input<'reply.send'>;
  /** `asked`: it died before it answered; `refused`: found neither sent nor queued afterwards */
  state: 'asked' | 'promised' | 'refused' | 'discarded';
  /** a discard was asked for, and it died before it answered */
  discarding: boolean;
};
type Draft = { readonly text: string; readonly encrypted: boolean } | null;

export type Customer = ReturnType<typeof createCustomer>;

const limit = 500;

export function createCustomer(
  random: () => number,
  api: DemoApi,
  ticketIds: readonly [string, ...string[]],
) {
  const replies: Reply[] = [];
  // what the draft of a ticket may be: one thing, or two after an answer that never came
  const drafts = new Map<string, readonly Draft[]>(ticketIds.map((id) => [id, [null]]));
  const known = new Set<string>();
  const doubted = new Set<string>();
  const read = new Set<string>();
  const complaints: string[] = [];
  let texts = 0;

  function compose(): { text: string; encrypted: boolean } {
    texts += 1;
    const encrypted = random() < 0.3;
    const long = random() < 0.1 ? ' och så vidare åäö'.repeat(400) : '';
    return { text: `${encrypted ? 'Hemligt' : 'Hej'} ${texts}${long}`, encrypted };
  }

  function heard<T>(
    name: string,
    answer: { ok: true; value: T } | { ok: false; code: string } | null,
  ): T | null {
    if (answer && !answer.ok) complaints.push(`${name} answered ${answer.code}`);
    return answer?.ok ? answer.value : null;
  }

  async function type(life: Life, ticketId: string): Promise<void> {
    const draft = compose();
    const before = drafts.get(ticketId) ?? [null];
    drafts.set(ticketId, [...before, draft]);
    const answer = await life.call('draft.save', { ticketId, ...draft });
    heard('draft.save', answer);
    if (answer?.ok) drafts.set(ticketId, [draft]);
  }

  async function send(life: Life, ticketId: string): Promise<void> {
    const input = { id: `reply-${replies.length + 1}`, ticketId, ...compose(), reopen: false };
    const reply: Reply = { input, state: 'asked', discarding: false };
    replies.push(reply);
    const answer = await life.call('reply.send', input);
    heard('reply.send', answer);
    if (!answer?.ok) return;
    reply.state = 'promised';
    drafts.set(ticketId, [null]);
  }

  async function look(life: Life, ticketId: string): Promise<void> {
    heard('thread.open', await life.call('thread.open', { ticketId }));
    const thread = await threadOf(life, ticketId);
    const last = thread?.messages.at(-1);
    if (!thread || !last) return;
    const answer = await life.call('thread.markRead', { ticketId, upTo: last.id });
    heard('thread.markRead', answer);
    if (answer?.ok) for (const { id } of thread.messages) read.add(id);
  }

  /** Throws away what the program asks about; never presses "Send again". */
  async function discardAsked(life: Life): Promise<void> {
    const unsent = heard('outbox.list', await life.call('outbox.list', {}));
    for (const { id } of unsent?.filter(({ state }) => state === 'needs-user') ?? []) {
      const reply = replies.find(({ input }) => input.id === id);
      if (reply) reply.discarding = true;
      const answer = await life.call('outbox.discard', { id });
      // a match may have turned up in between
      if (answer && !answer.ok && answer.code !== 'conflict') heard('outbox.discard', answer);
      if (!reply || !answer) continue;
      reply.discarding = false;
      if (answer.ok) reply.state = 'discarded';
    }
  }

  /** Compares a thread as shown with what was promised, and learns how the last life's unanswered calls ended. */
  function compare(ticketId: string, thread: Thread): string | null {
    const shown = new Set(thread.outgoing.map(({ id }) => id));
    for (const { id, state } of thread.outgoing) if (state === 'unknown') doubted.add(id);
    let sentDraft = false;
    for (const reply of replies.filter(({ input }) => input.ticketId === ticketId)) {
      const { id, text } = reply.input;
      if (reply.state === 'asked') {
        reply.state = shown.has(id) ? 'promised' : 'refused';
        sentDraft ||= shown.has(id);
      }
      if (reply.discarding && !shown.has(id)) reply.state = 'discarded';
      reply.discarding = false;
      if (reply.state === 'promised' && !shown.has(id)) return `"${text.slice(0, 20)}" vanished`;
    }
    const allowed = sentDraft ? [null] : (drafts.get(ticketId) ?? [null]);
    const draft = thread.draft && { text: thread.draft.text, encrypted: thread.draft.encrypted };
    if (!allowed.some((one) => one?.text === draft?.text && one?.encrypted === draft?.encrypted))
      return `draft "${draft?.text.slice(0, 20)}" is none of ${allowed.map((one) => one?.text.slice(0, 20))}`;
    drafts.set(ticketId, [draft]);
    const forgotten = thread.messages.find(({ id, unread }) => unread && read.has(id));
    return forgotten ? `message ${forgotten.id} is unread again` : null;
  }

  /** Waits for a ticket that no life has seen yet; null: it died meanwhile. */
  async function threadOf(life: Life, ticketId: string): Promise<Thread | null> {
    for (;;) {
      const answer = await life.call('thread.get', { ticketId, limit });
      if (answer?.ok) known.add(ticketId);
      const isNew = answer?.ok === false && answer.code === 'not_found' && !known.has(ticketId);
      if (!isNew) return heard('thread.get', answer);
      await wait(20);
    }
  }

  return {
    replies,
    /** replies that a start found between mark and answer */
    doubted: () => doubted.size,
    complaints,
    discardAsked,
    async unsent(life: Life): Promise<Outgoing[]> {
      return heard('outbox.list', await life.call('outbox.list', {})) ?? [];
    },
    /** every reply that the threads show, by id */
    async rows(life: Life): Promise<Map<string, Outgoing>> {
      const threads = await Promise.all(ticketIds.map((id) => threadOf(life, id)));
      return new Map(
        threads.flatMap((thread) => thread?.outgoing.map((row) => [row.id, row] as const) ?? []),
      );
    },
    /** Does one thing, as people do. */
    async act(life: Life): Promise<void> {
      const ticketId = pick(random, ticketIds);
      const what = random();
      if (what < 0.35) await type(life, ticketId);
      else if (what < 0.65) await send(life, ticketId);
      else if (what < 0.8) await look(life, ticketId);
      else if (what < 0.9) api.staffReply(ticketId, `Svar från supporten ${texts}`);
      else if (what < 0.95)
        heard(
          'tickets.list',
          await life.call('tickets.list', { view: 'all', query: 'hej', offset: 0, limit: 50 }),
        );
      else await discardAsked(life);
    },
    /** Looks at everything after a start. `whole` false: it died meanwhile, and the rest is looked at next time. */
    async lookAround(life: Life): Promise<{ whole: boolean; wrong: string | null }> {
      for (const ticketId of ticketIds) {
        const thread = await threadOf(life, ticketId);
        if (!thread) return { whole: false, wrong: null };
        const wrong = compare(ticketId, thread);
        if (wrong) return { whole: true, wrong };
      }
      return { whole: true, wrong: null };
    },
  };
}
