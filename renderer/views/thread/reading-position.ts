// Keeps the reader's place in a conversation: starts at the first new message, stays at the end for who reads the
// end, and never moves the text under anybody's eyes.
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Thread } from '../../../electron/contract/model.ts';

/** so near, in pixels, somebody reads the end */
const nearEnd = 48;
/** of the first new message when a conversation opens, pixels */
const roomAbove = 16;
export const firstNewId = 'first-new';

export type ReadingPosition = {
  /** messages that came while the reader was further up */
  readonly below: Signal<number>;
  onScroll(): void;
  toEnd(): void;
  /** Call before older messages are put above. */
  hold(): void;
};

/** @param seen told each time the end of the conversation is in front of somebody's eyes */
export function useReadingPosition(
  log: RefObject<HTMLElement | null>,
  thread: Thread,
  seen: () => void,
): ReadingPosition {
  const below = useSignal(0);
  const atEnd = useRef(true);
  const known = useRef<ReadonlySet<string> | null>(null);
  const held = useRef<number | null>(null);

  const lookedAt = () => {
    if (atEnd.current && document.hasFocus()) seen();
  };
  const toEnd = () => {
    const element = log.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    below.value = 0;
    lookedAt();
  };
  const onScroll = () => {
    const element = log.current;
    if (element === null) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= nearEnd;
    if (atEnd.current) below.value = 0;
    lookedAt();
  };

  useLayoutEffect(() => {
    const element = log.current;
    if (element === null) return;
    const ids = [...thread.messages, ...thread.outgoing].map((message) => message.id);
    const before = known.current;
    known.current = new Set(ids);
    if (before === null || before.size === 0) return startAt(element, toEnd, onScroll);
    if (held.current !== null) {
      element.scrollTop = element.scrollHeight - held.current;
      held.current = null;
      return;
    }
    const arrived = thread.messages.filter(
      (message) => !before.has(message.id) && message.sender !== 'customer',
    );
    if (atEnd.current) toEnd();
    else if (arrived.length > 0) below.value += arrived.length;
  }, [thread]);

  useStaysAtEnd(log, atEnd, lookedAt);

  return {
    below,
    onScroll,
    toEnd,
    hold() {
      if (log.current !== null) held.current = log.current.scrollHeight - log.current.scrollTop;
    },
  };
}

/** Whoever reads the end still does when the window changes, and has seen it on coming back. */
function useStaysAtEnd(
  log: RefObject<HTMLElement | null>,
  atEnd: RefObject<boolean>,
  lookedAt: () => void,
): void {
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current && log.current !== null) log.current.scrollTop = log.current.scrollHeight;
    });
    if (log.current !== null) observer.observe(log.current);
    addEventListener('focus', lookedAt);
    return () => {
      observer.disconnect();
      removeEventListener('focus', lookedAt);
    };
  }, []);
}

/** Shows the first new message near the top, or the end if nothing is new; a reply that needs the user goes before. */
function startAt(log: HTMLElement, toEnd: () => void, onScroll: () => void): void {
  const firstNew = log.querySelector<HTMLElement>(`#${firstNewId}`);
  if (firstNew === null) {
    toEnd();
    return;
  }
  log.scrollTop = firstNew.offsetTop - log.offsetTop - roomAbove;
  log.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  onScroll();
}

/** Brings the first new message of the open conversation to the top and gives it the keyboard. */
export function jumpToNew(): void {
  const mark = document.getElementById(firstNewId);
  mark?.scrollIntoView({ block: 'start' });
  const article = mark?.nextElementSibling;
  if (article instanceof HTMLElement) article.focus({ preventScroll: true });
}
