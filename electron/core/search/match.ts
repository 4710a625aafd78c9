// Why a ticket was found: the field of it that holds most of what was searched for. Encrypted messages are never read.
import type { Match, Sender } from '../../contract/model.ts';
import type { CacheStore } from '../ports.ts';
import type { StoredTicket } from '../records.ts';
import { toPlain } from '../text/plain.ts';
import { composed } from './fold.ts';
import { createMarker, type Marker } from './highlight.ts';
import type { ParsedQuery } from './parse-query.ts';

const pieceLength = 160;
const mostMessages = 50;
/** Longer texts are looked through up to here, and a window of the list reads this much in all: UTF-16 units. */
const longestText = 20_000;
const readInAll = 1_000_000;

type FindMatch = (ticket: StoredTicket) => Match | null;

/** One per answer: what it may read is counted. */
export function createFindMatch(cache: Pick<CacheStore, 'messages'>, query: ParsedQuery): FindMatch {
  const words = createMarker(query.terms);
  const inServices = createMarker([...query.terms, ...query.services]);
  const only = query.senders.length > 0 && query.terms.length > 0;
  let left = readInAll;

  function fields(ticket: StoredTicket): Found[] {
    const services = ticket.services.flatMap(({ serviceName, details }) => [
      ...(serviceName ? [serviceName] : []),
      ...Object.values(details ?? {}).flatMap((value) => (typeof value === 'string' ? [value] : [])),
    ]);
    // words asked for in messages of somebody are in no other field
    const others: Found[] = only
      ? []
      : [
          { field: 'number', text: ticket.number, marker: words },
          { field: 'subject', text: ticket.subject ?? '', marker: words },
        ];
    return [
      ...others,
      ...services.map(
        (text): Found => ({
          field: 'service',
          text,
          marker: only ? createMarker(query.services) : inServices,
        }),
      ),
    ];
  }

  function* texts(ticketId: string): Generator<Found> {
    for (const message of cache.messages(ticketId, mostMessages).reverse()) {
      if (message.encrypted || message.body === null || !isAsked(query.senders, message.sender)) continue;
      if (left <= 0) return;
      const body = composed(toPlain(message.body.slice(0, longestText)));
      left -= body.length;
      const name = composed(message.senderName ?? '');
      const text = words.count(name) > 0 ? `${name}: ${body}` : body;
      yield { field: 'message', text, marker: words };
    }
  }

  return (ticket) => {
    const wanted = query.terms.length + query.services.length;
    if (wanted === 0) return null;
    let best: Found | null = null;
    let most = 0;
    const consider = (found: Found): boolean => {
      const count = found.marker.count(composed(found.text));
      if (count > most) [best, most] = [found, count];
      return most >= wanted;
    };
    if (!fields(ticket).some(consider) && query.terms.length > 0) {
      for (const found of texts(ticket.id)) if (consider(found)) break;
    }
    return best === null ? null : matchOf(best);
  };
}

type Found = { readonly field: Match['field']; readonly text: string; readonly marker: Marker };

function matchOf({ field, text, marker }: Found): Match | null {
  const marked = marker.mark(text, pieceLength);
  return marked && { field, ...marked };
}

const isAsked = (senders: readonly Sender[], sender: Sender): boolean =>
  senders.length === 0 ||
  senders.includes(sender) ||
  (sender === 'unknown' && senders.includes('automation'));
