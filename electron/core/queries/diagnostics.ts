// What a customer may send to support about this program: states, counts and times. No key, no text, no name.
import type { Session } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import type { Ports } from '../ports.ts';
import { countTickets } from './tickets.ts';

/** One fact per line, in English, because its readers are at HostUp. */
export function diagnosticsOf(ports: Ports, session: Session, open: readonly Account[]): string {
  const [, second] = session.accounts;
  const parts = session.accounts.map((state, index) => {
    const account = open.find(({ id }) => id === state.id);
    return {
      ...(second ? { account: `${index + 1} ${state.colour}`, ...stateFacts(state) } : {}),
      ...(account ? accountFacts(account, ports.clock.now()) : {}),
    };
  });
  return [programFacts(ports, session), ...parts].map(written).join('\n');
}

const written = (facts: Facts): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? '-'}`)
    .join('\n');

/** By place and colour: a name says whose it is. */
const stateFacts = ({ state, problem, keyIn, durable }: Session['accounts'][number]): Facts => ({
  'account state': state,
  'account problem': problem?.code ?? null,
  'account key kept in': keyIn,
  'account kept on disk': durable,
});

type Facts = Readonly<Record<string, string | number | boolean | null>>;

function programFacts({ clock, version, platform, fixedPollMs }: Ports, session: Session): Facts {
  return {
    program: `HostUp Support ${version}`,
    platform,
    at: new Date(clock.now()).toISOString(),
    session: session.state,
    'session problem': session.problem?.code ?? null,
    'key kept in': session.keyIn,
    'kept on disk': session.durable,
    'may write': session.canWrite,
    demo: session.demo,
    warnings: session.warnings.map(({ code }) => code).join(' ') || null,
    'fixed interval ms': fixedPollMs,
  };
}

function accountFacts(account: Account, now: number): Facts {
  const { state, problem, checkedAt, nextCheckAt } = account.connection();
  const counts = countTickets(account, now);
  const states = new Map<string, number>();
  for (const row of account.drafts.open()) states.set(row.state, (states.get(row.state) ?? 0) + 1);
  return {
    connection: state,
    'connection problem': problem?.code ?? null,
    'connection status': problem?.status ?? null,
    'request id': problem?.requestId ?? null,
    'last look': time(checkedAt),
    'next look': time(nextCheckAt),
    'list order': account.cache.meta('list-order'),
    'list pages': account.cache.meta('list-pages'),
    'conversations to fetch': account.cache.countStale(),
    'open tickets': counts.open,
    'closed tickets': counts.closed,
    drafts: counts.drafts,
    outbox: [...states].map(([name, count]) => `${name} ${count}`).join(', ') || null,
  };
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
