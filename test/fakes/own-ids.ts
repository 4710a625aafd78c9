// For tests of one account: a page that names tickets as HostUp does. The account is put before their ids on the way in
// and taken off on the way out; ids that name an account already stay as they are, and so do all where there are several.
import { type Client, client, type Transport } from '../../electron/contract/transport.ts';

/** As HostUp has it, for what comes to a test past the page: notifications. */
export const ownId = (ticketId: string | null): string | null =>
  ticketId?.slice(ticketId.indexOf('/') + 1) ?? null;

/** The only account there is, where a call must name one. */
export const theOnly = 'the-only';

export function ownIds(transport: Transport): Client {
  const page = client(transport);
  let only: string | null = null;
  const inward = (id: unknown) =>
    typeof id === 'string' && !id.includes('/') && only !== null ? `${only}/${id}` : id;
  const outward = (id: unknown) =>
    typeof id === 'string' && id.startsWith(`${only}/`) ? id.slice(`${only}/`.length) : id;

  async function look(): Promise<void> {
    const answer = await page.call('session.get', {});
    const [first, second] = answer.ok ? answer.value.accounts : [];
    only = first && !second ? first.id : null;
  }

  return client({
    async call(name, input) {
      await look();
      const answer = await transport.call(name, naming(translate(input, inward), only));
      return translate(answer, outward);
    },
    on: (event, listener) => transport.on(event, (data) => listener(translate(data, outward))),
  });
}

const naming = (input: unknown, only: string | null): unknown =>
  typeof input === 'object' && input !== null && 'account' in input && input.account === theOnly
    ? { ...input, account: only ?? theOnly }
    : input;

/** Ids of tickets lie under `ticketId` and `ticketIds`, in topics, and under `id` in what has a number and a turn. */
function translate(value: unknown, change: (id: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => translate(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const isTicket = 'number' in value && 'turn' in value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'ticketId' || (name === 'id' && isTicket)) return [name, change(one)];
      if (name === 'ticketIds' && Array.isArray(one)) return [name, one.map(change)];
      if (name === 'topics' && Array.isArray(one)) return [name, one.map((topic) => topicOf(topic, change))];
      return [name, translate(one, change)];
    }),
  );
}

const topicOf = (topic: unknown, change: (id: unknown) => unknown): unknown =>
  typeof topic === 'string' && topic.startsWith('ticket:')
    ? `ticket:${change(topic.slice('ticket:'.length))}`
    : topic;
