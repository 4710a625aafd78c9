// The composers of this page, one per ticket, so that switching tickets never mixes or loses a text.
import type { Thread } from '../../electron/contract/model.ts';
import { type Composer, type ComposerParts, createComposer } from './composer.ts';

export type Composers = {
  of(ticketId: string): Composer;
  hear(thread: Thread, askedAt: number): void;
  /** Saves every unsaved draft now; resolves when the program has answered, true when it holds them all. */
  flush(): Promise<boolean>;
  /** Drops those whose ticket is one of these: their account is gone from here. */
  forget(isGone: (ticketId: string) => boolean): void;
};

export function createComposers(parts: ComposerParts): Composers {
  const composers = new Map<string, Composer>();
  function of(ticketId: string): Composer {
    const known = composers.get(ticketId);
    if (known !== undefined) return known;
    const made = createComposer(ticketId, parts);
    composers.set(ticketId, made);
    return made;
  }
  return {
    of,
    hear: (thread, askedAt) => of(thread.ticket.id).hear(thread, askedAt),
    async flush() {
      const saved = await Promise.all([...composers.values()].map((composer) => composer.flush()));
      return saved.every((isSaved) => isSaved);
    },
    forget(isGone) {
      for (const [ticketId, composer] of composers) {
        if (!isGone(ticketId)) continue;
        composers.delete(ticketId);
        composer.forget();
      }
    },
  };
}
