// Long conversations in the search index. One more message must not have all that was said before written again, so a
// conversation of many messages or of long ones has a document per stretch of them. The row of a ticket's only document
// is the ticket's own key; the rows of stretches lie above all keys, a range for each ticket.

/** Messages of a stretch. */
const messagesOfStretch = 10;
/** A conversation that has come to this place has stretches: not many have, because a search puts them last. */
const firstLongPlace = 100;
/** One document is written in one go, and this much text takes several milliseconds. */
const mostOctets = 40_000;
const above = 2 ** 52;
const bits = 16;
const range = 2 ** bits;

/** In the place of a stretch: the whole conversation in one document. */
export const whole = -1;

/** Whether a conversation whose last message is at this place, and of this much text, is too long for one document. */
export const needsParts = (position: number, octets: () => number): boolean =>
  position >= firstLongPlace || octets() > mostOctets;

/** The stretch of the message at this place of its conversation. */
export const stretchOf = (position: number): number =>
  Math.min(range - 1, Math.max(0, Math.floor(position / messagesOfStretch)));

type Places = { readonly from: number; readonly to: number };

/** The places of the messages of a whole conversation. */
export const allPlaces: Places = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };

/** The places of its messages: `from` is among them, `to` is not. */
export const placesOf = (stretch: number): Places => ({
  from: stretch === 0 ? allPlaces.from : stretch * messagesOfStretch,
  to: stretch === range - 1 ? allPlaces.to : (stretch + 1) * messagesOfStretch,
});

/** The row of a stretch. Those of one ticket lie between its first and the next ticket's first. */
export const rowOf = (ticket: number, stretch: number): number => above + ticket * range + stretch;

const ticketOfStretch = `(search.rowid - ${above}) >> ${bits}`;

/** The ticket that a row of the index tells of. */
export const ticketOf = `CASE WHEN search.rowid < ${above} THEN search.rowid ELSE ${ticketOfStretch} END`;

export const anyLong = `SELECT 1 AS yes FROM search WHERE rowid >= ${above} LIMIT 1`;

/**
 * FROM of tickets with one document that matches `:match`, and of those in whose stretches there is each of `:each`, a
 * JSON list of expressions: its words may be far apart. Those come last by rank: bm25 puts long texts there anyway, and
 * would look through the whole index once more for every expression.
 */
export const foundInAll = (rank: string): string => `(
  SELECT search.rowid AS pk, ${rank} AS rank FROM search WHERE search MATCH :match AND search.rowid < ${above}
  UNION ALL
  SELECT ticket, 0 FROM (
    SELECT DISTINCT part.key, ${ticketOfStretch} AS ticket
    FROM json_each(:each) part CROSS JOIN search WHERE search MATCH part.value AND search.rowid >= ${above})
  GROUP BY ticket HAVING count(*) = json_array_length(:each)
) found JOIN tickets t ON t.pk = found.pk`;
