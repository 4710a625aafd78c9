// One customer's machine and her eyes: network, latency, which ticket is in front, what was asked of HostUp and when.
// Used by the suites that live through days.
import type { Announcement } from '../../electron/core/ports.ts';
import { createTold } from './told.ts';
import { type Answer, beginsLook, createWorld, type World, type WorldOptions } from './world.ts';

const hour = 3_600_000;
const offlineAnswer: Answer = { ok: false, reached: 'no', code: 'offline' };

export type Life = ReturnType<typeof createLife>;

type LifeOptions = Omit<WorldOptions, 'answer'> & {
  /** refuses some requests; null: let it through */
  readonly refuse?: () => Answer | null;
  /** before each request; `isLook`: it begins a look */
  readonly onRequest?: (isLook: boolean) => void;
  /** most looks within any hour, beside those that an event asks for */
  readonly mostLooks: number;
};

export function createLife({ random, refuse, mostLooks, onRequest, ...options }: LifeOptions) {
  let online = true;
  let front: string | null = null;
  let requests = 0;
  let underWay = 0;
  let allowed = 0;
  /** true times at which looks began, of the last hour, and all in all */
  let looks: number[] = [];
  let begun = 0;
  let notices: { readonly at: number; readonly notice: Announcement }[] = [];
  const readAt = new Map<string, number>();

  const told = createTold({
    api: () => world.api,
    truth: () => world.truth(),
    cache: () => world.cache(),
    front: () => front,
    readAt: (ticketId) => readAt.get(ticketId) ?? 0,
    complain: (what) => world.complain(what),
  });
  const world: World = createWorld({
    ...options,
    random,
    ports: {
      ...options.ports,
      notifier: {
        ...told.notifier,
        async show(notice) {
          notices = [...notices.slice(-20), { at: world.truth(), notice }];
          return told.notifier.show(notice);
        },
      },
    },
    async answer(request, honest) {
      requests += 1;
      underWay += 1;
      onRequest?.(beginsLook(request));
      if (beginsLook(request)) noteLook();
      const refused = online ? (refuse?.() ?? null) : offlineAnswer;
      const half = Math.floor(random() * 150);
      await pause(half);
      const answer = refused ?? (await honest());
      const ticketId = /\/tickets\/(tkt_[^/?]+)$/.exec(request.path)?.[1];
      if (!refused && ticketId && request.method === 'GET') readAt.set(ticketId, world.truth());
      await pause(half);
      underWay -= 1;
      return answer;
    },
  });

  const pause = (ms: number) => new Promise<void>((go) => void world.clock.after(ms, go));

  function noteLook(): void {
    const now = world.truth();
    begun += 1;
    looks = [...looks.filter((at) => at > now - hour), now];
    if (looks.length > mostLooks + allowed) world.complain(`${looks.length} looks within an hour`);
  }

  return {
    world,
    told,
    requests: () => requests,
    looks: () => begun,
    looksSince: (time: number) => looks.filter((at) => at >= time).length,
    noticesSince: (time: number) => notices.filter(({ at }) => at >= time).length,
    /** a request has no answer yet */
    isBusy: () => underWay > 0,
    front: () => front,
    setOnline(value: boolean): void {
      online = value;
    },
    /** an event that asks for a look of its own */
    allowLook(): void {
      allowed += 1;
      world.clock.after(hour, () => {
        allowed -= 1;
      });
    },
    /** Time passes; what was decided meanwhile is judged by what was in front then. */
    async live(ms: number): Promise<void> {
      await world.clock.advance(ms);
      told.judge();
    },
    /** The customer looks at a ticket, or at something else. */
    async lookAt(ticketId: string | null): Promise<void> {
      told.judge();
      if (front === null) this.allowLook();
      front = ticketId;
      await world.call('window.looking', { ticketId, focused: ticketId !== null });
    },
    async restart(away: () => Promise<void>): Promise<void> {
      told.judge();
      await world.stop();
      front = null;
      await away();
      this.allowLook();
      await world.start();
    },
  };
}
