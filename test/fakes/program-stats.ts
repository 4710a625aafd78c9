// Waiting times as the fake program tells them: a customer with some years of history, asleep at night.
import { failure, success } from '../../electron/contract/codes.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import type { DepartmentWaits, HourWaits } from '../../electron/contract/waiting.ts';
import { hour, minute } from './program-fixtures.ts';
import type { Program } from './program-world.ts';

const departments: readonly DepartmentWaits[] = [
  {
    slug: 'billing',
    name: 'Fakturering',
    first: { n: 11, median: 3.2 * hour, low: 41 * minute, high: 22 * hour },
    next: { n: 9, median: 4.5 * hour, low: 50 * minute, high: 26 * hour },
  },
  {
    slug: 'vps',
    name: 'VPS',
    first: { n: 48, median: 27 * minute, low: 6 * minute, high: 3.1 * hour },
    next: { n: 87, median: 19 * minute, low: 4 * minute, high: 2.4 * hour },
  },
  {
    slug: 'hosting',
    name: 'Webbhotell',
    first: { n: 1, median: 52 * minute, low: 52 * minute, high: 52 * minute },
    next: null,
  },
];

/** Of night hours nothing is known, of the edges of the day little. */
const byHour: readonly HourWaits[] = Array.from({ length: 24 }, (_, at) => {
  const n = at < 6 ? 0 : at < 8 || at > 20 ? 2 : 5 + ((at * 7) % 9);
  const median = (at > 16 ? 80 : 15 + ((at * 5) % 20)) * minute;
  const wait = (factor: number) =>
    n === 0 ? null : { n, median: median * factor, low: median * factor * 0.4, high: median * factor * 5 };
  return { hour: at, first: wait(1.4), next: wait(1) };
});

export function createStatsHandlers({ world }: Program): Pick<Handlers, 'stats.waiting' | 'stats.ticket'> {
  return {
    'stats.waiting': ({ department }) =>
      world.noHistory
        ? success({
            departments: [],
            byHour: byHour.map(({ hour }) => ({ hour, first: null, next: null })),
            missing: [],
          })
        : success({
            departments: departments.filter(({ slug }) => department === undefined || slug === department),
            byHour: [...byHour],
            missing: world.unreadable,
          }),
    'stats.ticket': ({ ticketId }) => {
      const row = world.tickets.find(({ row }) => row.id === ticketId)?.row;
      if (!row) return failure('not_found');
      const { departmentSlug: slug, departmentName } = row;
      const known = world.noHistory ? undefined : departments.find((department) => department.slug === slug);
      return success(known ?? { slug, name: departmentName ?? slug, first: null, next: null });
    },
  };
}
