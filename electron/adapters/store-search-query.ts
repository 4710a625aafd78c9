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
  const words = terms.map(quoted).join(' AND ');
  const within = columnsOf(senders);
  const parts = [
    ...(terms.length > 0 ? [within === '' ? words : `${within}(${words})`] : []),
    ...others({ people, services }),
  ];
  return {
    match: parts.join(' AND ') || null,
    without: without.map(quoted).join(' OR ') || null,
  };
}

/** What `match` asks for, one by one: the same where all of them match, if not in one document. */
export function partsOf({ terms, senders, people, services }: TextSearch): string[] {
  const within = columnsOf(senders);
  const words = terms.map((term) => `${within}${quoted(term)}`);
  return [...new Set([...words, ...others({ people, services })])];
}

const others = ({ people, services }: Pick<TextSearch, 'people' | 'services'>): string[] => [
  ...people.map((term) => `requester : ${quoted(term)}`),
  ...services.map((term) => `service : ${quoted(term)}`),
];

function columnsOf(senders: readonly Sender[]): string {
  const places = [...new Set(senders.map((sender) => columns[sender]))];
  return places.length > 0 ? `{${places.join(' ')}} : ` : '';
}

const quoted = ({ text, prefix }: Term): string =>
  `"${text.replaceAll('"', ' ').replaceAll('\0', ' ')}"${prefix ? ' *' : ''}`;
