// Waiting times of very long histories: worked out in pieces that leave room for everything else.
import { expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/clock.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { type Share, waitingOf } from '../../../electron/core/stats/waiting.ts';
import type { AnsweredWait } from '../../../electron/core/stats/waits.ts';

const minute = 60_000;

/** As many waits of 1, 2, 3 … minutes, an hour apart, in turn in each department. */
function share(departments: readonly string[], count: number): Share {
  const waits = Array.from(
    { length: count },
    (_, n): AnsweredWait => ({
      departmentSlug: departments[n % departments.length] ?? '',
      kind: n % 2 === 0 ? 'first' : 'next',
      askedAt: Date.UTC(2025, 0, 1) + n * 60 * minute,
      took: (n + 1) * minute,
    }),
  );
  return { waits, names: new Map(departments.map((slug) => [slug, slug.toUpperCase()])) };
}

/** The system's clock, which counts how often others got a turn. */
function counting(): { clock: Clock; pauses: () => number } {
  const clock = systemClock();
  let pauses = 0;
  return {
    clock: {
      ...clock,
      after(ms, task) {
        pauses += 1;
        return clock.after(ms, task);
      },
    },
    pauses: () => pauses,
  };
}

it('pools the accounts, and names what it pools', async () => {
  const answer = await waitingOf([share(['a'], 4), share(['b', 'a'], 2)], { timeZone: 'UTC' }, systemClock());
  const one = (n: number, median: number) => expect.objectContaining({ n, median: median * minute });
  expect(answer).toMatchObject({
    value: {
      departments: [
        { slug: 'a', name: 'A', first: one(2, 2), next: one(3, 2) },
        { slug: 'b', name: 'B', first: one(1, 1), next: null },
      ],
    },
  });
  if (!answer.ok) throw new Error(answer.code);
  expect(answer.value.byHour.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, n) => n));
  expect(answer.value.byHour[0]).toMatchObject({ first: one(2, 1), next: null });
});

it('lets everything else have its turn after every ten thousand waits', async () => {
  const { clock, pauses } = counting();
  const shares = Array.from({ length: 3 }, () => share(['a', 'b', 'c'], 20_000));
  const answer = await waitingOf(shares, { timeZone: 'Europe/Stockholm' }, clock);
  const total = 60_000;
  if (!answer.ok) throw new Error(answer.code);
  const counted = answer.value.departments.reduce(
    (sum, { first, next }) => sum + (first?.n ?? 0) + (next?.n ?? 0),
    0,
  );
  expect(counted).toBe(total);
  // grouped once, and sorted by department and by the hour
  expect(pauses()).toBeGreaterThanOrEqual((total / 10_000) * 2);
});
