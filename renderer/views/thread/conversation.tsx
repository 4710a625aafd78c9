// The conversation: messages by day, what is new, replies on their way, and the reader's place.
import type { RefObject } from 'preact';
import type { Message, Outgoing, Thread } from '../../../electron/contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import { useWish } from '../../ui/use-wish.ts';
import { isReached } from '../accounts/account-state.ts';
import { MessageCard } from '../message/message-card.tsx';
import { Empty } from '../notices/list-state.tsx';
import { OutgoingCard } from '../outgoing/outgoing-card.tsx';
import { firstNewId, jumpToNew, type ReadingPosition } from './reading-position.ts';

type Props = { thread: Thread; log: RefObject<HTMLDivElement | null>; place: ReadingPosition };

/** @param place where the reader of `log` is */
export function Conversation({ thread, log, place }: Props) {
  const stores = useStores();
  const text = useText();
  useWish('conversation', log, stores.route.value.value.ticketId === thread.ticket.id);
  const fresh = stores.thread.fresh.value;
  const stored = new Map(thread.outgoing.map((reply) => [reply.messageId, reply]));
  const firstNew = thread.messages.find((message) => fresh.has(message.id));

  return (
    <div class="conversation-frame">
      <div
        ref={log}
        id="conversation"
        class="conversation"
        role="log"
        aria-label={text.conversation}
        {...scrollable}
        onScroll={place.onScroll}
      >
        {thread.earlier > 0 && <Earlier count={thread.earlier} hold={place.hold} />}
        {thread.ticket.fetchedAt === null && thread.messages.length === 0 && (
          <NeverFetched accountId={thread.ticket.accountId} />
        )}
        {thread.messages.map((message, index) => (
          <Entry
            key={message.id}
            message={message}
            before={thread.messages[index - 1]}
            isFirstNew={message === firstNew}
            isNew={fresh.has(message.id)}
            ticketId={thread.ticket.id}
            requester={thread.ticket.requesterName}
            receipt={stored.get(message.id)}
          />
        ))}
        {pendingOf(thread).map((reply) => (
          <OutgoingCard key={reply.id} outgoing={reply} />
        ))}
      </div>
      {place.below.value > 0 && (
        <button type="button" class="pill" onClick={place.toEnd}>
          <Icon name="down" />
          {text.newMessages(place.below.value)}
        </button>
      )}
      <NewAbove shown={firstNew !== undefined && place.below.value === 0} log={log.current} />
    </div>
  );
}

/** The replies that do not stand among the messages yet. */
function pendingOf({ messages, outgoing }: Thread): Outgoing[] {
  const known = new Set(messages.map((message) => message.id));
  return outgoing.filter(
    (reply) => reply.state !== 'discarded' && (reply.messageId === null || !known.has(reply.messageId)),
  );
}

function Earlier({ count, hold }: { count: number; hold: () => void }) {
  const { thread } = useStores();
  const text = useText();
  return (
    <div class="earlier">
      <Button
        onPress={() => {
          hold();
          void thread.earlier();
        }}
      >
        {text.showEarlier(count)}
      </Button>
    </div>
  );
}

type EntryProps = {
  message: Message;
  before: Message | undefined;
  isFirstNew: boolean;
  isNew: boolean;
  ticketId: string;
  requester: string | null;
  receipt: Outgoing | undefined;
};

function Entry({ message, before, isFirstNew, ...rest }: EntryProps) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  const day = message.sentAt === null ? null : dates.day(message.sentAt, now.value);
  const dayBefore =
    before === undefined || before.sentAt === null ? null : dates.day(before.sentAt, now.value);
  return (
    <>
      {day !== null && day !== dayBefore && (
        <div class="day" role="presentation">
          <span>{day}</span>
        </div>
      )}
      {isFirstNew && (
        <div class="first-new" id={firstNewId}>
          <span>{text.new}</span>
        </div>
      )}
      <MessageCard message={message} {...rest} />
    </>
  );
}

/** The way back up to what is new, once it has been scrolled out of sight. */
function NewAbove({ shown, log }: { shown: boolean; log: HTMLElement | null }) {
  const text = useText();
  if (!shown || log === null || log.scrollHeight <= log.clientHeight) return null;
  return (
    <button type="button" class="sr-only focus-visible" onClick={jumpToNew}>
      {text.jumpToNew}
    </button>
  );
}

function NeverFetched({ accountId }: { accountId: string }) {
  const stores = useStores();
  const text = useText();
  const reaching = isReached(stores, accountId);
  return (
    <Empty icon="clock" title={text.neverFetched} says={reaching ? text.loading : text.neverFetchedOffline} />
  );
}
