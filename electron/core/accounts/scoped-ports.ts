// What one account sees of the whole: its own ticket ids, while notifications, topics and pages carry scoped ones.
import type { Topic } from '../../contract/events.ts';
import { type Changes, ticketTopic } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import type { Announcement, Desktop, Notifier } from '../ports.ts';
import { scoped, split } from './scope.ts';

const topicStart = ticketTopic('');

/** Tells of this account's tickets by the ids that pages know. */
export function scopedTell(tell: Changes['tell'], accountId: string): Changes['tell'] {
  const scope = (topic: Topic): Topic =>
    topic.startsWith(topicStart) ? ticketTopic(scoped(accountId, topic.slice(topicStart.length))) : topic;
  return (...topics) => tell(...topics.map(scope));
}

/** A ticket of another account is none in front of this one. */
export function scopedLooking(looking: Looking['now'], accountId: string): Looking['now'] {
  return () => {
    const { ticketId, inFront } = looking();
    const seen = ticketId === null ? null : split(ticketId);
    return { ticketId: seen?.accountId === accountId ? seen.ticketId : null, inFront };
  };
}

/** Prints the account's own tickets. */
export function scopedDesktop(desktop: Desktop, accountId: string): Desktop {
  const { print } = desktop;
  return print ? { ...desktop, print: (ticketId) => print(scoped(accountId, ticketId)) } : desktop;
}

/** An account's own notifications: `ticketId` is its own. */
export type AccountNotifier = Pick<Notifier, 'withdraw'> & {
  show(announcement: Omit<Announcement, 'accountId'>): ReturnType<Notifier['show']>;
};

/** @param nameInTitle what tells it from the other accounts; '' where there are none or it has no name */
export function scopedNotifier(
  notifier: Notifier,
  accountId: string,
  nameInTitle: () => string,
): AccountNotifier {
  return {
    show({ ticketId, title, ...announcement }) {
      const name = nameInTitle();
      return notifier.show({
        ...announcement,
        accountId,
        ticketId: ticketId === null ? null : scoped(accountId, ticketId),
        title: name === '' ? title : `${title} · ${name}`,
      });
    },
    withdraw: notifier.withdraw,
  };
}
