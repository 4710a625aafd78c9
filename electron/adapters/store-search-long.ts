// Long conversations in the search index. One more message must not have all that was said before written again, so a
// conversation of many messages has a document per stretch of them. The row of a ticket's only document is the ticket's
// own key; the rows of stretches lie above all keys, a range for each ticket.

/** Messages of a stretch; a conversation with fewer has one document. */
const messagesOfStretch = 100;
const above = 2 ** 52;
const bits = 16;
const range = 2 ** bits;

/** The stretch of the message at this place of its conversation. */
export const stretchOf = (position: number): number =>
  Math.min(range - 1, Math.max(0, Math.floor(position / messagesOfStretch)));

/** The places of its messages: `from` is among them, `to` is not. */
export const placesOf = (stretch: number): { readonly from: number; readonly to: number } => ({
  from: stretch === 0 ? Number.MIN_SAFE_INTEGER : stretch * messagesOfStretch,
  to: stretch === range - 1 ? Number.MAX_SAFE_INTEGER : (stretch + 1) * messagesOfStretch,
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
