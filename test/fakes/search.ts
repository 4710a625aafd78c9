// What the store is asked when somebody types this, where nothing is marked.
import type { ListQuery } from '../../electron/core/ports.ts';
import { parseQuery } from '../../electron/core/search/parse-query.ts';
import { type Known, toListQuery } from '../../electron/core/search/to-list-query.ts';

const none: ReadonlySet<string> = new Set();
export const nothingKnown: Known = {
  departments: [],
  marked: { pinned: none, muted: none, hidden: none, snoozed: none, draft: none },
};

export function typed(text: string): Partial<ListQuery> {
  const parsed = parseQuery(text);
  return parsed ? toListQuery(parsed, nothingKnown) : {};
}
