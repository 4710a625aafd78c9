// The opaque `nextCursor`: where the last page ended, and for which filter. Clients must not look inside.
import { Buffer } from 'node:buffer';
import type { Filter, Place } from './listing.ts';

/** Good for this filter alone. */
export function encodeCursor(place: Place, filter: Filter): string {
  const content = [place.key, place.id, filter.status, filter.departmentSlug];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** The place a cursor names, or null for a cursor that was not given out for this filter. */
export function decodeCursor(cursor: string, filter: Filter): Place | null {
  const content = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(content) || content.length !== 4) return null;
  const [key, id, status, departmentSlug] = content as unknown[];
  if (typeof key !== 'number' || typeof id !== 'string') return null;
  if (status !== filter.status || departmentSlug !== filter.departmentSlug) return null;
  return { key, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
