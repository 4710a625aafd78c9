// Pure: whose turn it is, and since when. HostUp tells neither: both follow from who spoke last and from the status, and
// since when a status is what it is can only be seen by what was known before.
import type { Turn } from '../../contract/model.ts';
import type { StoredMessage, StoredTicket, Summary } from '../records.ts';

type Turned = Pick<StoredTicket, 'turn' | 'turnSince'>;
/** What was known of the ticket; null: nothing. */
type Before = Pick<StoredTicket, 'turn' | 'turnSince' | 'messageCount' | 'fetchedAt' | 'lastSender'> | null;

/** By what the list says: the status decides, unless nothing was written since the conversation was read. */
export function turnByList(before: Before, summary: Summary): Turned {
  const isRead = before !== null && before.fetchedAt !== null && before.messageCount === summary.messageCount;
  const turn = turnOf(summary, isRead ? before.lastSender : null);
  if (before?.turn === turn) return { turn, turnSince: before.turnSince };
  return turned(turn, isRead ? changedAt(summary) : spokenAt(summary));
}

/**
 * By the conversation: since the first message to which the other side has not answered. A ticket that was closed, or
 * somebody else's turn by its status alone, has begun anew with what came then.
 */
export function turnByTalk(
  before: Before,
  summary: Summary,
  isKnown: (message: StoredMessage) => boolean,
  messages: readonly StoredMessage[],
): Turned {
  const run = latestRun(messages);
  const turn = turnOf(summary, run[0]?.sender ?? null);
  const wasSame = before?.turn === turn;
  const isBySpeaker = run[0]?.sender === (turn === 'you' ? 'staff' : 'customer');
  if (!isBySpeaker) return turned(turn, wasSame ? before.turnSince : changedAt(summary));
  const began = run[0]?.sentAt ?? spokenAt(summary);
  // of a long conversation that is read for the first time, some messages are kept before the rest
  const wasRead = before !== null && before.fetchedAt !== null;
  const fresh = run.find((message) => !wasRead || !isKnown(message));
  const news = fresh ? (fresh.sentAt ?? began) : null;
  if (!wasSame || began === null) return turned(turn, news ?? changedAt(summary));
  // the list told of the news before, by the time of the latest of it
  const held = before.turnSince ?? began;
  return turned(turn, Math.max(began, Math.min(held, news ?? held)));
}

const turned = (turn: Turn, since: number | null): Turned => ({
  turn,
  turnSince: turn === 'none' ? null : since,
});

function turnOf({ status }: Summary, lastSpeaker: string | null): Turn {
  if (status === 'closed') return 'none';
  if (status === 'in_progress') return 'hostup';
  if (lastSpeaker === 'staff') return 'you';
  if (lastSpeaker === 'customer') return 'hostup';
  return status === 'answered' ? 'you' : 'hostup';
}

/** The latest messages of one side, unbroken by the other, in order; automation is no side. */
function latestRun(messages: readonly StoredMessage[]): StoredMessage[] {
  const spoken = messages.filter(({ sender }) => sender === 'staff' || sender === 'customer');
  const last = spoken.at(-1)?.sender;
  return spoken.slice(spoken.findLastIndex(({ sender }) => sender !== last) + 1);
}

const spokenAt = ({ lastMessageAt, updatedAt, createdAt }: Summary) =>
  lastMessageAt ?? updatedAt ?? createdAt;
/** A status changes without a message. */
const changedAt = ({ updatedAt, lastMessageAt, createdAt }: Summary) =>
  updatedAt ?? lastMessageAt ?? createdAt;
