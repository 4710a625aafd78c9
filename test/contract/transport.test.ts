// What `serve` makes of input that no schema is asked about: things that look like objects and are none.
import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '../../electron/contract/calls.ts';
import { failure, success } from '../../electron/contract/codes.ts';
import { type Handlers, serve } from '../../electron/contract/transport.ts';

const from = { id: 'page' };

function served() {
  const ran: unknown[] = [];
  const bugs: string[] = [];
  const handler = (input: unknown) => {
    ran.push(input);
    return success(null);
  };
  const handlers = Object.fromEntries(Object.keys(calls).map((name) => [name, handler]));
  const answer = serve(
    handlers as unknown as Handlers,
    () => true,
    (name) => bugs.push(name),
  );
  return { ran, bugs, ask: (name: CallName, input: unknown) => answer(from, name, input) };
}

class Instance {
  readonly ticketId = 'tkt_1';
}
const inherited: unknown = Object.create({ ticketId: 'tkt_1' });
const computed = {
  get ticketId(): string {
    return 'tkt_1';
  },
};
const ring: Record<string, unknown> = { ticketId: 'tkt_1' };
ring.more = ring;
const throwing = new Proxy(
  {},
  {
    getPrototypeOf: () => {
      throw new Error('no');
    },
  },
);

describe('input that is no plain object', () => {
  const empty: readonly unknown[] = [[], new Date(0), new Map(), new Uint8Array(3), /x/, new Error('x')];

  it.each(empty.map((input) => [Object.prototype.toString.call(input), input]))(
    'is refused where nothing is asked for: %s',
    async (_what, input) => {
      const { ask, ran } = served();
      expect(await ask('session.signOut', input)).toEqual(failure('bad_call'));
      expect(await ask('settings.set', input)).toEqual(failure('bad_call'));
      expect(ran).toEqual([]);
    },
  );

  it.each([
    ['an instance of a class', new Instance()],
    ['inherited fields', inherited],
    ['computed fields', computed],
    ['a ring', ring],
    ['a list with fields', Object.assign([], { ticketId: 'tkt_1' })],
    ['a thing that throws when it is looked at', throwing],
    ['text in a box', Object('tkt_1')],
  ])('is refused where fields are asked for: %s', async (_what, input) => {
    const { ask, ran, bugs } = served();
    expect(await ask('thread.open', input)).toEqual(failure('bad_call'));
    // junk from outside is no bug of ours, and must not fill the log
    expect([ran, bugs]).toEqual([[], []]);
  });

  it('is refused deeper down, too', async () => {
    const { ask, ran } = served();
    const ticket = {
      id: 'a',
      account: 'acc',
      departmentSlug: 'general',
      subject: 'x',
      message: 'x',
      priority: 'low',
      ccEmails: [],
      criticalReason: null,
    };
    const service = { serviceType: 'vps', serviceId: 'vps_1' };
    expect(await ask('ticket.create', { ...ticket, service })).toEqual(success(null));
    for (const wrong of [Object.assign([], service), Object.create(service)]) {
      expect(await ask('ticket.create', { ...ticket, service: wrong })).toEqual(failure('bad_call'));
    }
    const ccEmails = Object.assign(['a@example.com'], { more: 1 });
    expect(await ask('ticket.create', { ...ticket, service, ccEmails })).toEqual(failure('bad_call'));
    expect(await ask('ticket.create', { ...ticket, service, ccEmails: Array(1e6) })).toEqual(
      failure('bad_call'),
    );
    expect(ran).toHaveLength(1);
  });
});

it('takes plain objects, also without a prototype', async () => {
  const { ask, ran } = served();
  expect(await ask('thread.open', { ticketId: 'tkt_1' })).toEqual(success(null));
  const bare: unknown = Object.assign(Object.create(null), { ticketId: 'tkt_2' });
  expect(await ask('thread.open', bare)).toEqual(success(null));
  expect(ran).toEqual([{ ticketId: 'tkt_1' }, { ticketId: 'tkt_2' }]);
});
