// What was said when: in order, in pieces that fit together, without conversations that were never read.
import { describe, expect, it } from 'vitest';
import type { CacheStore } from '../../electron/core/ports.ts';
import type { SpokenRow } from '../../electron/core/records.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';

export function spokenContract(open: () => CacheStore): void {
  function fill(): CacheStore {
    const cache = open();
    for (const id of ['a', 'b', 'c']) {
      cache.putTicket(aTicket({ id, departmentSlug: `of-${id}`, fetchedAt: id === 'b' ? null : morning }));
      cache.putMessages([
        aMessage({ id: `${id}2`, ticketId: id, position: 2, sender: 'staff', sentAt: null }),
        aMessage({ id: `${id}0`, ticketId: id, position: 0, opening: true, body: 'x'.repeat(9_000) }),
        aMessage({ id: `${id}1`, ticketId: id, position: 1, sender: 'automation', sentAt: morning + 1 }),
      ]);
    }
    return cache;
  }

  describe('what was said', () => {
    it('comes ticket by ticket in order, only of conversations that were read', () => {
      const rows = fill().spoken(null, 100);
      expect(
        rows.map(({ departmentSlug, position, sender, sentAt, createdAt }) => ({
          departmentSlug,
          position,
          sender,
          sentAt,
          createdAt,
        })),
      ).toEqual(
        ['of-a', 'of-c'].flatMap((departmentSlug) => [
          { departmentSlug, position: 0, sender: 'customer', sentAt: morning, createdAt: morning },
          { departmentSlug, position: 1, sender: 'automation', sentAt: morning + 1, createdAt: morning },
          { departmentSlug, position: 2, sender: 'staff', sentAt: null, createdAt: morning },
        ]),
      );
    });

    it.each([1, 2, 3, 4, 5])('comes in pieces of %i without loss or repetition', (limit) => {
      const cache = fill();
      const all: SpokenRow[] = [];
      for (
        let rows = cache.spoken(null, limit);
        rows.length > 0;
        rows = cache.spoken(all.at(-1) ?? null, limit)
      )
        all.push(...rows);
      expect(all).toEqual(cache.spoken(null, 100));
    });
  });
}
