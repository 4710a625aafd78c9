// Pure: which staff messages are announced, which are not and why, and in how many notifications.
import type { StoredMessage, StoredTicket } from '../records.ts';
import { excerpt } from '../text/excerpt.ts';
import { toPlain } from '../text/plain.ts';
import type { NotifyWords } from './words.ts';

/** More than this at once become one summary. */
const mostSingles = 4;
/** UTF-16 units. */
const titleLength = 80;
const textLength = 200;

export type Candidate = {
  readonly message: StoredMessage;
  readonly ticket: StoredTicket;
  /** the customer wrote later than this message, here or elsewhere */
  readonly answered: boolean;
  readonly muted: boolean;
  /** the user wants quiet now, and the ticket is none that comes through */
  readonly quiet: boolean;
};
type Silence = 'in-front' | 'answered' | 'muted' | 'quiet-hours';
export type Decision = {
  readonly announce: readonly {
    readonly ticketId: string | null;
    readonly title: string;
    readonly text: string;
    readonly messages: readonly StoredMessage[];
  }[];
  readonly skip: readonly { readonly message: StoredMessage; readonly why: Silence }[];
};

/**
 * What is told, in which notifications, and what is not told and why.
 * @param inFront the ticket that the user is looking at, if any
 * @param oneSummary after a wake or a restart: at most one notification
 */
export function decide(
  candidates: readonly Candidate[],
  inFront: string | null,
  oneSummary: boolean,
  words: NotifyWords,
): Decision {
  const skip: { message: StoredMessage; why: Silence }[] = [];
  const news: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.ticket.id === inFront) skip.push({ message: candidate.message, why: 'in-front' });
    else if (candidate.answered) skip.push({ message: candidate.message, why: 'answered' });
    else if (candidate.muted) skip.push({ message: candidate.message, why: 'muted' });
    else if (candidate.quiet) skip.push({ message: candidate.message, why: 'quiet-hours' });
    else news.push(candidate);
  }
  const together = news.length > mostSingles || (oneSummary && news.length > 1);
  return {
    skip,
    announce: together ? [summary(news, words)] : news.map((candidate) => single(candidate, words)),
  };
}

function single({ message, ticket }: Candidate, words: NotifyWords) {
  const who = message.senderName ? `${message.senderName} · HostUp` : 'HostUp';
  const said = message.encrypted || message.body === null ? words.encrypted : toPlain(message.body);
  const subject = ticket.subject ?? words.noSubject;
  return {
    ticketId: ticket.id,
    title: excerpt(`${who} · #${ticket.number}`, titleLength),
    text: `${excerpt(subject, titleLength)}\n${excerpt(said, textLength)}`,
    messages: [message],
  };
}

function summary(news: readonly Candidate[], words: NotifyWords) {
  const tickets = new Map(news.map(({ ticket }) => [ticket.id, ticket]));
  const [first] = tickets.values();
  const lines = [...tickets.values()].map(
    (ticket) => `#${ticket.number} ${ticket.subject ?? words.noSubject}`,
  );
  return {
    ticketId: tickets.size === 1 && first ? first.id : null,
    title: words.many(news.length),
    text: lines
      .slice(0, mostSingles)
      .map((line) => excerpt(line, titleLength))
      .join('\n'),
    messages: news.map(({ message }) => message),
  };
}
