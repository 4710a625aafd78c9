// From what is searched for to FTS5 expressions. Every text is quoted, so nothing in it is syntax.
import type { Sender } from '../contract/model.ts';
import type { Term, TextSearch } from '../core/records.ts';

const columns: Readonly<Record<Sender, string>> = {
  customer: 'own',
  staff: 'staff',
  automation: 'automatic',
  unknown: 'automatic',
};

type SearchQuery = {
  /** must match; null: no words are asked for */
  readonly match: string | null;
  /** must not match */
  readonly without: string | null;
};

/** Each text must hold a letter or a digit; one without matches nothing. */
export function searchQueryOf({ terms, senders, people, services, without }: TextSearch): SearchQuery {
  const places = [...new Set(senders.map((sender) => columns[sender]))];
  const words = terms.map(quoted).join(' AND ');
  const parts = [
    ...(terms.length > 0 ? [places.length > 0 ? `{${places.join(' ')}} : (${words})` : words] : []),
    ...people.map((term) => `requester : ${quoted(term)}`),
    ...services.map((term) => `service : ${quoted(term)}`),
  ];
  return {
    match: parts.join(' AND ') || null,
    without: without.map(quoted).join(' OR ') || null,
  };
}

const quoted = ({ text, prefix }: Term): string =>
  `"${text.replaceAll('"', ' ').replaceAll('\0', ' ')}"${prefix ? ' *' : ''}`;
