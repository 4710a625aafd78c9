// The reply being written to one ticket, kept by the program as a draft, a moment after each keystroke. Knows nothing
// of sending.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { SaveState } from './draft-saving.ts';
import { type Content, nothing } from './reply-content.ts';
import { createReplySaves, type ReplySaves, type SaveParts, stateOf } from './reply-saves.ts';

export type ReplyDraft = Omit<ReplySaves, 'hear'> & {
  readonly content: ReadonlySignal<Content>;
  readonly state: ReadonlySignal<SaveState>;
  /** more than a draft holds: it is here only, and gone with this page */
  readonly tooLong: ReadonlySignal<boolean>;
  change(next: Content): void;
  /** Takes the program's draft over, asked for at that order, unless something newer is here. True: it did. */
  adopt(theirs: Content, askedAt: number): boolean;
  /** Nothing is written, and the program holds nothing. */
  clear(): void;
};

/** @param seenUpTo the newest message that the writer had seen, kept with the draft */
export function createReplyDraft(
  ticketId: string,
  parts: SaveParts,
  seenUpTo: () => string | null,
): ReplyDraft {
  const content = signal<Content>(nothing);
  const state = signal<SaveState>('none');
  const tooLong = computed(() => content.value.text.length > limits.draft);
  const { hear, ...saves } = createReplySaves(ticketId, parts, seenUpTo, { content, tooLong, state });

  function show(next: Content, nextState: SaveState): void {
    batch(() => {
      content.value = next;
      state.value = nextState;
    });
  }

  return {
    ...saves,
    content,
    state,
    tooLong,
    change(next) {
      if (state.peek() === 'failed') saves.holdBack();
      show(next, 'saving');
      saves.saveSoon();
    },
    adopt(theirs, askedAt) {
      if (!hear(theirs, askedAt)) return false;
      show(theirs, stateOf(theirs));
      return true;
    },
    clear() {
      saves.clear();
      show(nothing, 'none');
    },
  };
}
