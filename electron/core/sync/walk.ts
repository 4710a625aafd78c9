// Reads the ticket list page by page and merges it: stops early where the list is known to be in order,
// walks it whole otherwise, and never loops. Writes one transaction per page.
import { type Failure, failure, type Result } from '../../contract/codes.ts';
import type { TicketPage } from '../api/client.ts';
import type { CacheStore, Clock } from '../ports.ts';
import type { Summary } from '../records.ts';
import { mergeSummary, sameSummary } from './merge.ts';

/** Set while there may be news behind those that were merged: until they are found, no page without news ends a walk. */
const unfinished = 'list-unfinished';

/** Tickets of a page; the most that the API gives (page "List support tickets"). */
const pageSize = 100;
const mostPages = 1_000;

type ReadPage = (cursor: string | null, limit: number) => Promise<Result<TicketPage>>;
type Walk = {
  /** tickets whose row changed */
  readonly changed: readonly string[];
  /** pages that were merged */
  readonly pages: number;
  /** what ended it before its end: pages already merged stay merged, and the next walk goes past them */
  readonly failed: Failure | null;
};

/**
 * Merges the list into the cache.
 * @param sweep read every page; otherwise stop behind the first page without news, if the list keeps its order and the
 *   walk before came to its end. A cursor that repeats, `hasMore` without one and a page that brings nothing end it as
 *   `bad_answer` instead of a loop
 */
export async function walkList(
  cache: CacheStore,
  clock: Clock,
  readPage: ReadPage,
  sweep: boolean,
): Promise<Walk> {
  const mayStop = !sweep && cache.meta('list-order') === 'recent' && cache.meta(unfinished) === null;
  const changed: string[] = [];
  const seen = new Set<string>();
  const seenCursors = new Set<string>();
  const order = createOrder();
  let cursor: string | null = null;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const page: Result<TicketPage> = await readPage(cursor, pageSize);
    if (!page.ok) return { changed, pages: pages - 1, failed: page };
    const { tickets, hasMore, nextCursor } = page.value;
    const news = mergePage(cache, tickets, hasMore);
    changed.push(...news);
    const before = seen.size;
    for (const ticket of tickets) seen.add(ticket.id);
    order.see(tickets);
    if (!hasMore) {
      const gone = finish(cache, clock, { seen, pages, inOrder: order.holds() });
      return { changed: [...changed, ...gone], pages, failed: null };
    }
    if (mayStop && order.holds() && tickets.length > 0 && news.length === 0) {
      remember(cache, unfinished, null);
      return { changed, pages, failed: null };
    }
    // pages without a ticket that is new to this walk would go on for ever, whatever their cursors say
    if (seen.size === before || nextCursor === null || seenCursors.has(nextCursor)) break;
    seenCursors.add(nextCursor);
    cursor = nextCursor;
  }
  return { changed, pages: seenCursors.size + 1, failed: failure('bad_answer') };
}

function mergePage(cache: CacheStore, tickets: readonly Summary[], hasMore: boolean): string[] {
  return cache.transaction(() => {
    const news = tickets.filter((summary) => !sameSummary(cache.ticket(summary.id), summary));
    if (news.length > 0 && hasMore) remember(cache, unfinished, 'yes');
    for (const summary of news) cache.putTicket(mergeSummary(cache.ticket(summary.id), summary));
    return news.map((summary) => summary.id);
  });
}

type Seen = { readonly seen: ReadonlySet<string>; readonly pages: number; readonly inOrder: boolean };

/** The whole list was seen: what was not on it is gone. Writes nothing when nothing is new. */
function finish(cache: CacheStore, clock: Clock, { seen, pages, inOrder }: Seen): readonly string[] {
  return cache.transaction(() => {
    remember(cache, 'list-order', inOrder ? 'recent' : 'none');
    remember(cache, 'list-pages', String(pages));
    remember(cache, unfinished, null);
    if (pages > 1 || cache.meta('swept-at') === null) cache.setMeta('swept-at', String(clock.now()));
    const absent = cache.countPresent() === seen.size ? [] : cache.absentFrom([...seen]);
    // One page is one moment. Over several, a ticket that moved meanwhile can be missed, so it must be absent twice.
    const before = new Set<string>(JSON.parse(cache.meta('absent-once') ?? '[]'));
    const gone = pages === 1 ? absent : absent.filter((id) => before.has(id));
    remember(cache, 'absent-once', JSON.stringify(absent.filter((id) => !gone.includes(id))));
    if (gone.length > 0) cache.markGone(gone, clock.now());
    return gone;
  });
}

function remember(cache: CacheStore, key: string, value: string | null): void {
  if (cache.meta(key) !== value) cache.setMeta(key, value);
}

/** Whether everything seen so far came latest activity first. */
function createOrder() {
  let last = Number.POSITIVE_INFINITY;
  let holds = true;
  return {
    see(tickets: readonly Summary[]) {
      for (const ticket of tickets) {
        const at = ticket.lastMessageAt ?? ticket.updatedAt ?? 0;
        if (at > last) holds = false;
        last = at;
      }
    },
    holds: () => holds,
  };
}
