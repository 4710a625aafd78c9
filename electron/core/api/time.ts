// Times as the API writes them. Strict on purpose: Date.parse reads "foo 5" as a date and bare times as local ones.

const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** Epoch ms of an ISO 8601 time or of the older call's `2026-04-27 11:45:00`; without a zone it is UTC. Else null. */
export function parseTime(text: string): number | null {
  const parts = isoTime.exec(text.trim());
  if (!parts) return null;
  const [, day, clock = '00:00', zone = 'Z'] = parts;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return finite(Date.parse(`${day}T${clock}${offset}`));
}

/** Epoch ms of an HTTP date (RFC 9110 §5.6.7, the one form that may be sent). Else null. */
export const parseHttpDate = (text: string): number | null =>
  httpDate.test(text.trim()) ? finite(Date.parse(text.trim())) : null;

const finite = (time: number): number | null => (Number.isFinite(time) ? time : null);
