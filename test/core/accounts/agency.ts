// An agency: several customers of HostUp, each with a key and tickets of its own behind one address. What each key was
// used for is written down.
import { httpOver } from '../../../electron/adapters/http-over.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import type { Session } from '../../../electron/contract/model.ts';
import type { Http, HttpFailure, HttpRequest, Ports } from '../../../electron/core/ports.ts';
import { createDemoApi, type DemoApi } from '../../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';

export type Asked = { readonly key: string; readonly method: string; readonly path: string };
type Trouble = HttpFailure | { readonly status: number; readonly headers?: Record<string, string> };

export const offline: HttpFailure = { ok: false, reached: 'no', code: 'offline' };
const scopes = ['read:support', 'write:support', 'read:account'] as const;

/**
 * Their tickets are the same to the last id, so that nothing but the account tells them apart, but for one, which each
 * opened at another moment.
 * @param api of all, or of each by its key
 */
export function createAgency(
  keys: readonly string[],
  api: Partial<DemoApiOptions> | ((key: string) => Partial<DemoApiOptions>) = {},
  ports: Partial<Ports> = {},
) {
  const clock = createFakeClock();
  const customers = new Map<string, DemoApi>(
    keys.map((key, index) => {
      const customer = createDemoApi({
        now: clock.now,
        random: () => 0.5,
        staffReplyAfterMs: null,
        automation: 'never',
        tickets: 3,
        ...(typeof api === 'function' ? api(key) : api),
        keys: { [key]: scopes },
      });
      tellApart(customer, index);
      return [key, customer];
    }),
  );
  const asked: Asked[] = [];
  const trouble = new Map<string, Trouble>();
  const troubleAt = new Map<RegExp, Trouble>();
  const stuck = new Set<string>();

  /** The key of a request, which is written down. */
  function heard(request: HttpRequest): string {
    const { authorization = '', 'x-api-key': older = '' } = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const key = authorization.replace(/^Bearer /, '') || older;
    asked.push({ key, method: request.method, path: request.path });
    return key;
  }

  const wrap = (inner: Http): Http => ({
    ...inner,
    async download(request, piece) {
      const key = heard(request);
      if (stuck.has(key)) return new Promise((end) => request.onStart?.(() => end(offline)));
      const wrong = trouble.get(key);
      if (wrong && 'ok' in wrong) return wrong;
      const customer = customers.get(key);
      return (customer ? httpOver(customer.handle) : inner).download(request, piece);
    },
    async request(request) {
      const key = heard(request);
      if (stuck.has(key)) return new Promise<never>(() => {});
      const wrong = trouble.get(key) ?? [...troubleAt].find(([path]) => path.test(request.path))?.[1];
      if (wrong && 'ok' in wrong) return wrong;
      if (wrong) return { ok: true, status: wrong.status, headers: wrong.headers ?? {}, text: '' };
      const customer = customers.get(key);
      return customer ? httpOver(customer.handle).request(request) : inner.request(request);
    },
  });
  const world = createWorldUnderTest({
    clock,
    wrap,
    ports: { fixedPollMs: 60_000, ...ports },
    ids: 'scoped',
  });

  return {
    ...world,
    asked,
    /** what is answered to a key instead of what it asks for */
    trouble,
    /** what is answered at a path, whoever asks */
    troubleAt,
    /** one more key of that customer */
    alias: (key: string, of: string) => void customers.set(key, customers.get(of) as DemoApi),
    /** keys whose requests are never answered */
    stuck,
    customer(key: string): DemoApi {
      const found = customers.get(key);
      if (!found) throw new Error(`no customer ${key}`);
      return found;
    },
    /** signs all of them in, the first one as everybody does, and lets the first looks finish */
    async opened(): Promise<Program> {
      const program = await world.start();
      for (const [index, key] of keys.entries()) {
        const answer =
          index === 0
            ? await program.page.call('session.connect', { apiKey: key })
            : await program.page.call('account.add', { apiKey: key, name: `Kund ${index + 1}` });
        if (!answer.ok) throw new Error(`could not add ${key}: ${answer.code}`);
      }
      await clock.advance(3_000);
      asked.length = 0;
      return program;
    },
  };
}

export type Agency = ReturnType<typeof createAgency>;

export async function ask<N extends Parameters<Program['page']['call']>[0]>(
  { page }: Program,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = await page.call(name, input);
  if (!answer.ok) throw new Error(`${name} answered ${answer.code}`);
  return answer.value;
}

/** The replies that HostUp has of a customer. */
export const applied = (agency: Pick<Agency, 'customer'>, key: string): string[] =>
  agency
    .customer(key)
    .applied()
    .map(({ message }) => message);

export const sessionOf = (program: Program): Promise<Session> => ask(program, 'session.get', {});
/** in the user's order */
export const idsOf = async (program: Program): Promise<string[]> =>
  (await sessionOf(program)).accounts.map(({ id }) => id);
export const rowsOf = async (program: Program, more: Partial<Input<'tickets.list'>> = {}) =>
  (await ask(program, 'tickets.list', { view: 'all', offset: 0, limit: 100, ...more })).rows;

/** No two customers have all the same tickets: the newest but one was opened a moment earlier. */
function tellApart(customer: DemoApi, milliseconds: number): void {
  const told = customer.tickets().at(-2);
  if (!told?.createdAt) return;
  customer.removeTicket(told.id);
  customer.addTicket({ ...told, createdAt: Date.parse(told.createdAt) - milliseconds });
}

/** Two of them, signed in, with one open ticket that has the same id in both. @param ends hears how to end it all */
export async function twoAlike(ends: (() => unknown)[], ports: Partial<Ports> = {}) {
  const agency = createAgency(['key-a', 'key-b'], {}, ports);
  ends.push(agency.remove);
  const program = await agency.opened();
  ends.push(() => program.app.stop());
  const [a = '', b = ''] = await idsOf(program);
  const ticketId = agency.customer('key-a').tickets()[0]?.id ?? '';
  for (const key of ['key-a', 'key-b']) agency.customer(key).setStatus(ticketId, 'open');
  return { agency, program, a, b, ticketId, inA: `${a}/${ticketId}`, inB: `${b}/${ticketId}` };
}

/** @param ends hears how to end it all */
export function anAgency(
  ends: (() => unknown)[],
  keys = ['key-a', 'key-b', 'key-c'],
  ports: Partial<Ports> = {},
  api: Parameters<typeof createAgency>[1] = {},
) {
  const agency = createAgency(keys, api, ports);
  ends.push(agency.remove);
  const start = async (other: Partial<Ports> = {}) => {
    const program = await agency.start(other);
    ends.push(() => program.app.stop());
    await agency.clock.advance(3_000);
    return program;
  };
  return { ...agency, start };
}

/** Two accounts, the second one with a name. */
export async function twoNamed(ends: (() => unknown)[]) {
  const agency = anAgency(ends);
  const program = await agency.start();
  await ask(program, 'session.connect', { apiKey: 'key-a' });
  await ask(program, 'account.add', { apiKey: ' key-b\n', name: ' Bageriet ' });
  await agency.clock.advance(3_000);
  const [a = '', b = ''] = await idsOf(program);
  return { agency, program, a, b };
}
