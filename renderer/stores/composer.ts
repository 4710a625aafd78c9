// The reply being written to one ticket: kept as a draft by the program a moment after each keystroke, sent once,
// and emptied only after the program said that the reply is durable. Knows no view and no other ticket.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Draft, Thread } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { type Suspicion, suspect } from './suspicion.ts';

/** the longest time between a keystroke and its save, milliseconds */
const saveDelay = 250;
const retryDelay = 3_000;

export type SaveState = 'none' | 'saving' | 'saved' | 'failed';

export type Composer = {
  readonly ticketId: string;
  readonly text: ReadonlySignal<string>;
  readonly encrypted: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveState>;
  readonly sending: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** more than HostUp takes: it is kept, but cannot be sent */
  readonly tooLong: ReadonlySignal<boolean>;
  /** more than a draft holds: it is here only, and gone with this page */
  readonly tooLongToKeep: ReadonlySignal<boolean>;
  /** a staff message came since the writing began */
  readonly overtaken: ReadonlySignal<boolean>;
  /** what in the text looks like a secret, while it goes unmarked */
  readonly suspicion: ReadonlySignal<Suspicion | null>;
  type(text: string): void;
  setEncrypted(on: boolean): void;
  /** What looks like a secret now is none; the same piece is not asked about again. */
  callNotSecret(): void;
  seeArrived(): void;
  flush(): Promise<boolean>;
  /** Hands the reply over; true when it is durable and the composer is empty again. */
  send(reopen: boolean): Promise<boolean>;
  /** Compares with the program's state: another window's draft, and a hand-over whose answer was lost. */
  hear(thread: Thread, askedAt: number): void;
  /**
   * Takes a reply back from the outbox, before whatever has been typed since. False: it could not be had.
   * @param ask has the program turn the reply into the draft
   */
  takeBack(ask: () => Promise<Draft | null>): Promise<boolean>;
  /** The account of the ticket is gone from here: nothing is kept any more, here or in the program. */
  forget(): void;
};

export type ComposerParts = {
  readonly client: Client;
  /** a number that grows with each call */
  readonly order: () => number;
  readonly newId: () => string;
  /** runs something after that many milliseconds; answers the way to call it off */
  readonly later: (run: () => void, milliseconds: number) => () => void;
};

type Content = { readonly text: string; readonly encrypted: boolean };
const nothing: Content = { text: '', encrypted: false };
const same = (a: Content, b: Content) => a.text === b.text && a.encrypted === b.encrypted;

export function createComposer(ticketId: string, { client, order, newId, later }: ComposerParts): Composer {
  const content = signal<Content>(nothing);
  const saveState = signal<SaveState>('none');
  const sending = signal(false);
  const problem = signal<Failure | null>(null);
  const staffSeen = signal<string | null>(null);
  const staffAtStart = signal<string | null>(null);
  const harmless = signal<ReadonlySet<string>>(new Set());
  const text = computed(() => content.value.text);
  const encrypted = computed(() => content.value.encrypted);
  const suspicion = computed(() => (encrypted.value ? null : suspect(text.value, harmless.value)));
  const tooLong = computed(() => text.value.length > limits.text);
  const tooLongToKeep = computed(() => text.value.length > limits.draft);
  /** what the program is known to hold */
  let held: Content = nothing;
  let heldSince = 0;
  let lastSave = 0;
  let savesUnderWay = 0;
  let callOff: (() => void) | null = null;
  /** the identity of this text, made once; a hand-over whose answer was lost keeps it until that is settled */
  let replyId: string | null = null;
  let attempted: Content | null = null;
  let attemptedAt = 0;
  /** while a reply is taken back, the program's draft is news that is on its way here by another road */
  let taking = false;
  let over = false;

  function stopTimer(): void {
    callOff?.();
    callOff = null;
  }

  function saveSoon(delay = saveDelay): void {
    if (callOff === null && !over) callOff = later(() => void save(), delay);
  }

  async function save(): Promise<boolean> {
    stopTimer();
    if (over) return true;
    const mine = content.peek();
    if (same(mine, held) && savesUnderWay === 0) return true;
    if (tooLongToKeep.peek()) {
      saveState.value = 'failed';
      return false;
    }
    lastSave += 1;
    const number = lastSave;
    savesUnderWay += 1;
    const answer = await client.call('draft.save', { ticketId, ...mine });
    savesUnderWay -= 1;
    if (number !== lastSave) return answer.ok;
    heldSince = order();
    if (answer.ok) held = mine;
    if (!same(content.peek(), mine)) return answer.ok;
    saveState.value = answer.ok ? (mine.text === '' ? 'none' : 'saved') : 'failed';
    if (!answer.ok) saveSoon(retryDelay);
    return answer.ok;
  }

  function change(next: Content): void {
    if (content.peek().text === '' && next.text !== '') staffAtStart.value = staffSeen.peek();
    if (attempted === null) replyId = null;
    if (saveState.peek() === 'failed') stopTimer();
    batch(() => {
      content.value = next;
      saveState.value = 'saving';
    });
    saveSoon();
  }

  function clear(): void {
    stopTimer();
    lastSave += 1;
    batch(() => {
      content.value = nothing;
      saveState.value = 'none';
      problem.value = null;
      harmless.value = new Set();
    });
    held = nothing;
    heldSince = order();
    replyId = null;
    attempted = null;
  }

  /** The program answers for an id only once: a text changed since that hand-over is a new reply. */
  function settle(handedOver: Content): void {
    if (same(content.peek(), handedOver)) {
      clear();
      return;
    }
    replyId = null;
    attempted = null;
    held = nothing;
    saveSoon(0);
  }

  async function send(reopen: boolean): Promise<boolean> {
    const mine = content.peek();
    if (sending.peek() || mine.text.trim() === '' || tooLong.peek()) return false;
    stopTimer();
    replyId ??= newId();
    const first = attempted ?? mine;
    attempted = first;
    batch(() => {
      sending.value = true;
      problem.value = null;
    });
    const answer = await client.call('reply.send', {
      id: replyId,
      ticketId,
      ...mine,
      reopen,
      replaces: held.text,
    });
    sending.value = false;
    if (answer.ok) {
      const stored = answer.value.outgoing;
      const older = !same(first, mine) && (stored.text === null ? true : stored.text !== mine.text);
      settle(older ? first : mine);
      return !older;
    }
    problem.value = answer;
    attemptedAt = order();
    if (answer.code !== 'disconnected') attempted = null;
    if (!same(content.peek(), held)) saveSoon();
    return false;
  }

  function hear(thread: Thread, askedAt: number): void {
    const staff = thread.messages.filter((message) => message.sender === 'staff');
    staffSeen.value = staff.at(-1)?.id ?? null;
    if (sending.peek() || taking) return;
    if (attempted !== null && askedAt > attemptedAt) {
      const arrived = thread.outgoing.some((reply) => reply.id === replyId);
      if (arrived) settle(attempted);
      else attempted = null;
    }
    const clean = same(content.peek(), held) && savesUnderWay === 0 && callOff === null;
    if (!clean || askedAt <= heldSince) return;
    const draft = thread.draft;
    const theirs = draft === null ? nothing : { text: draft.text, encrypted: draft.encrypted };
    if (same(theirs, held)) return;
    const before = staff.filter((message) => draft !== null && (message.sentAt ?? 0) <= draft.savedAt);
    batch(() => {
      content.value = theirs;
      saveState.value = theirs.text === '' ? 'none' : 'saved';
      staffAtStart.value = before.at(-1)?.id ?? null;
    });
    held = theirs;
  }

  return {
    ticketId,
    text,
    encrypted,
    saveState,
    sending,
    problem,
    tooLong,
    tooLongToKeep,
    overtaken: computed(() => content.value.text !== '' && staffSeen.value !== staffAtStart.value),
    suspicion,
    type: (text) => change({ ...content.peek(), text }),
    setEncrypted: (encrypted) => change({ ...content.peek(), encrypted }),
    callNotSecret() {
      harmless.value = new Set([...harmless.peek(), ...(suspicion.peek()?.pieces ?? [])]);
    },
    seeArrived() {
      staffAtStart.value = staffSeen.peek();
    },
    flush: () => (sending.peek() ? Promise.resolve(true) : save()),
    send,
    hear,
    async takeBack(ask) {
      await save();
      taking = true;
      const draft = await ask();
      taking = false;
      if (draft === null) return false;
      const typed = content.peek();
      const kept = typed.text === '' || draft.text.includes(typed.text) ? '' : `\n\n${typed.text}`;
      held = { text: draft.text, encrypted: draft.encrypted };
      heldSince = order();
      change({ text: draft.text + kept, encrypted: draft.encrypted || (kept !== '' && typed.encrypted) });
      problem.value = null;
      return true;
    },
    forget() {
      over = true;
      clear();
    },
  };
}
