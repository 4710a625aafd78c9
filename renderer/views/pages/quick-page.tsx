// The small window: the ticket that needs the user, its last answer, and a reply. Escape closes it, losing nothing.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from '../../../electron/contract/model.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Flash } from '../../ui/flash.tsx';
import { Spinner } from '../../ui/icon.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import { closeWindow, openInMain, stepQuick } from '../commands/windows.ts';
import { ComposerBox } from '../composer/composer-box.tsx';
import { LinkQuestion } from '../message/link-question.tsx';
import { MessageCard } from '../message/message-card.tsx';
import { ConnectionLine } from '../navigation/connection-line.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { Empty } from '../notices/list-state.tsx';
import { OutgoingCard } from '../outgoing/outgoing-card.tsx';
import { usePageLife } from './page-life.ts';
import { QuickHead } from './quick-head.tsx';

export function QuickPage() {
  const stores = useStores();
  const text = useText();
  const { quick, route, thread } = stores;
  const asked = route.value.value.ticketId;
  useEffect(() => {
    if (asked !== null) quick.show(asked);
    void quick.start(asked);
  }, [asked]);
  usePageLife(stores, quick.ticketId.value);
  useQuickKeys();

  const current = thread.value.value;
  const problem = thread.problem.value;
  useEffect(() => {
    if (current !== null) stores.screen.wishFocus('reply');
  }, [current?.ticket.id]);
  return (
    <main class="quick" aria-label={text.quickReply}>
      {current === null && <h1 class="sr-only">{text.quickReply}</h1>}
      {current !== null ? (
        <QuickThread thread={current} key={current.ticket.id} />
      ) : quick.loaded.value && quick.ticketId.value === null ? (
        <Empty icon="check" title={text.nothingNeedsYou} says={text.nothingNeedsYouSays}>
          <Button icon="external" onPress={() => void openInMain(stores, null)}>
            {text.openApp}
          </Button>
        </Empty>
      ) : (
        <div class="quick-wait">{problem === null ? <Spinner /> : <FailureNote failure={problem} />}</div>
      )}
      <footer class="quick-foot">
        <ConnectionLine />
        <IconButton
          icon="close"
          label={text.closeWindow}
          shortcut="Escape"
          onPress={() => void closeWindow(stores)}
        />
      </footer>
      <LinkQuestion />
      <Flash />
    </main>
  );
}

/** The last answer and what was said since, the replies on their way, and the composer. */
function QuickThread({ thread }: { thread: Thread }) {
  const stores = useStores();
  const text = useText();
  const [sent, setSent] = useState(false);
  const log = useRef<HTMLDivElement>(null);
  const lastStaff = thread.messages.findLast((message) => message.sender === 'staff');
  const known = new Set(thread.messages.map((message) => message.id));
  const moving = thread.outgoing.filter(
    (reply) =>
      reply.state !== 'discarded' && (sent || reply.state !== 'sent' || !known.has(reply.messageId ?? '')),
  );
  useLayoutEffect(() => {
    if (moving.length > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [moving.length, moving.at(-1)?.state]);
  return (
    <>
      <QuickHead ticket={thread.ticket} />
      <div
        ref={log}
        class="quick-body"
        id="conversation"
        role="log"
        aria-label={text.conversation}
        {...scrollable}
      >
        {lastStaff === undefined ? (
          <p class="hint">{text.noStaffYet}</p>
        ) : (
          <MessageCard
            message={lastStaff}
            ticketId={thread.ticket.id}
            isNew={stores.thread.fresh.value.has(lastStaff.id)}
            requester={thread.ticket.requesterName}
            receipt={undefined}
            dated
          />
        )}
        {moving.map((reply) => (
          <OutgoingCard key={reply.id} outgoing={reply} />
        ))}
      </div>
      <ComposerBox
        thread={thread}
        composer={stores.composers.of(thread.ticket.id)}
        onSent={() => {
          setSent(true);
          stores.thread.markRead();
        }}
      />
    </>
  );
}

function useQuickKeys(): void {
  const stores = useStores();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        void closeWindow(stores);
      } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        stepQuick(stores, event.key === 'ArrowDown' ? 1 : -1);
      }
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [stores]);
}
