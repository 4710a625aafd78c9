// What must hold on a full disk, at once and after there is room again. Each check answers null or one line.
import type { Thread } from '../../electron/contract/model.ts';
import type { Scene } from './full-disk-scene.ts';

const appliedOf = ({ world }: Scene, text: string): number =>
  world.api.applied().filter(({ message }) => message === text).length;
const ticketsOf = ({ world }: Scene, subject: string): number =>
  world.api.tickets().filter((ticket) => ticket.subject === subject).length;

/** Threads as the page sees them; null where the account is not open. */
async function threadsOf(scene: Scene): Promise<Map<string, Thread> | null> {
  const threads = new Map<string, Thread>();
  for (const ticketId of scene.tickets) {
    const answer = await scene.call('thread.get', { ticketId, limit: 200 });
    if (!answer.ok) return null;
    threads.set(ticketId, answer.value);
  }
  return threads;
}

/** Whenever the program answers at all: what it said is done is done, what it refused is not half done. */
export async function judgeNow(scene: Scene): Promise<string | null> {
  const session = await scene.call('session.get', {});
  if (!session.ok) return `session.get answered ${session.code}`;
  if (session.value.state !== 'signed-in') {
    const code = session.value.problem?.code;
    return code === 'store_full' ? null : `${session.value.state} because of ${code}`;
  }
  const threads = await threadsOf(scene);
  if (!threads) return 'the thread cannot be shown';
  for (const { input, promised, discarded } of scene.replies) {
    const applied = appliedOf(scene, input.text);
    const kept = threads.get(input.ticketId)?.outgoing.some(({ id }) => id === input.id);
    if (applied > 1) return `"${input.text}" applied ${applied} times`;
    if (promised && !discarded && !kept) return `"${input.text}" vanished`;
    if (!promised && (kept || applied > 0)) return `"${input.text}" was refused and goes out`;
  }
  for (const [ticketId, draft] of scene.drafts) {
    const found = threads.get(ticketId)?.draft ?? null;
    if (found?.text !== draft?.text || found?.encrypted !== draft?.encrypted)
      return `draft "${found?.text}" instead of "${draft?.text}"`;
  }
  for (const { input } of scene.newTickets)
    if (ticketsOf(scene, input.subject) > 1) return `ticket "${input.subject}" twice`;
  return null;
}

/** While the disk is full: a reply that waits says why, itself or for the whole program. */
export async function judgeWords(scene: Scene): Promise<string | null> {
  const [unsent, connection] = [await scene.call('outbox.list', {}), await scene.call('connection.get', {})];
  if (!unsent.ok || !connection.ok || connection.value.problem) return null;
  const silent = unsent.value.find(
    ({ state, reason }) => (state === 'queued' || state === 'sending') && reason === null,
  );
  return silent ? `"${silent.text}" is ${silent.state}, and nobody says why` : null;
}

/**
 * There was room for long enough: everything promised has arrived once, and the cache is what HostUp has.
 * @param mayAsk a restart lost what could not be written: a reply that did not arrive may wait for the person
 */
export async function judgeEnd(scene: Scene, mayAsk: boolean): Promise<string | null> {
  const broken = await judgeNow(scene);
  if (broken) return broken;
  const threads = await threadsOf(scene);
  if (!threads) return 'the thread cannot be shown';
  for (const { input, promised, discarded } of scene.replies) {
    const [applied, wanted] = [appliedOf(scene, input.text), discarded ? 0 : 1];
    if (!promised) return `"${input.text}" still refused`;
    const row = threads.get(input.ticketId)?.outgoing.find(({ id }) => id === input.id);
    if (mayAsk && applied === 0 && row?.state === 'needs-user') continue;
    if (applied !== wanted) return `"${input.text}" applied ${applied} times`;
    if (!discarded && row?.state !== 'sent') return `"${input.text}" is ${row?.state}`;
  }
  for (const { input, promised } of scene.newTickets) {
    if (!promised) return `ticket "${input.subject}" still refused`;
    if (ticketsOf(scene, input.subject) !== 1) return `ticket "${input.subject}" did not arrive`;
  }
  const unsent = await scene.call('outbox.list', {});
  if (!unsent.ok || unsent.value.some(({ state }) => !mayAsk || state !== 'needs-user'))
    return 'something is still unsent';
  return (await judgeCache(scene, threads)) ?? judgeNotices(scene);
}

async function judgeCache(scene: Scene, threads: ReadonlyMap<string, Thread>): Promise<string | null> {
  const listed = await scene.call('tickets.list', { view: 'all', offset: 0, limit: 200 });
  const atHostUp = scene.world.api.tickets();
  if (!listed.ok || listed.value.total !== atHostUp.length) return 'the list is not what HostUp has';
  for (const { id, messages } of atHostUp) {
    const thread = threads.get(id);
    const shown = thread?.messages.filter(({ opening }) => !opening).map((message) => message.id);
    if (shown && shown.join() !== messages.map((message) => message.id).join())
      return `a conversation of ${shown.length} messages, HostUp has ${messages.length}`;
  }
  return null;
}

/** A crash between showing and writing it down may tell twice; a full disk must not tell at every look. */
function judgeNotices({ world }: Scene): string | null {
  const times = new Map<string, number>();
  for (const { title, text } of world.shown) times.set(title + text, (times.get(title + text) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return most > 2 ? `one announcement shown ${most} times` : null;
}
