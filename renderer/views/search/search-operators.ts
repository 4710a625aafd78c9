// The operators that the help of the search lists, as they are typed in each language. What they mean is the
// program's (core/search); a test holds these against it.
import type { Text } from '../../text/en.ts';

export type SearchOperator = {
  readonly says: keyof Text['searchHelpSays'];
  /** what is put into the search; one that ends with a colon or holds `…` waits for its value */
  readonly typed: { readonly en: string; readonly sv: string };
  /** an example of a value; a department's only where none is known here */
  readonly example?: { readonly en: string; readonly sv: string };
};

export const searchOperators: readonly SearchOperator[] = [
  { says: 'staff', typed: { en: 'from:staff', sv: 'från:personal' } },
  { says: 'me', typed: { en: 'from:me', sv: 'från:mig' } },
  { says: 'somebody', typed: { en: 'from:', sv: 'från:' }, example: { en: 'kim', sv: 'kim' } },
  { says: 'open', typed: { en: 'is:open', sv: 'är:öppen' } },
  { says: 'unread', typed: { en: 'is:unread', sv: 'är:oläst' } },
  { says: 'encrypted', typed: { en: 'is:encrypted', sv: 'är:krypterad' } },
  { says: 'department', typed: { en: 'dept:', sv: 'avd:' }, example: { en: 'billing', sv: 'billing' } },
  { says: 'status', typed: { en: 'status:', sv: 'status:' }, example: { en: 'answered', sv: 'besvarat' } },
  { says: 'priority', typed: { en: 'priority:', sv: 'prio:' }, example: { en: 'urgent', sv: 'brådskande' } },
  { says: 'service', typed: { en: 'service:', sv: 'tjänst:' }, example: { en: 'app-01', sv: 'app-01' } },
  { says: 'before', typed: { en: 'before:', sv: 'före:' }, example: { en: '2026-01-01', sv: '2026-01-01' } },
  { says: 'after', typed: { en: 'after:', sv: 'efter:' }, example: { en: '2026-01', sv: '2026-01' } },
  { says: 'exact', typed: { en: '"', sv: '"' }, example: { en: 'the exact words"', sv: 'exakt så här"' } },
  { says: 'without', typed: { en: '-', sv: '-' }, example: { en: 'word', sv: 'ord' } },
];

/** The operator with a value that finds something: departments are called as HostUp calls them, in any language. */
export function exampleOf(
  { says, typed, example }: SearchOperator,
  language: 'en' | 'sv',
  departments: readonly { readonly name: string }[],
): string {
  const [word] = says === 'department' ? departments.flatMap(({ name }) => firstWord.exec(name) ?? []) : [];
  return `${typed[language]}${word?.toLowerCase() ?? example?.[language] ?? ''}`;
}

const firstWord = /^[\p{L}\p{N}]+/u;

/** The search with the operator put behind what was typed already. */
export function withOperator(search: string, typed: string): string {
  const before = search.trimEnd();
  return `${before}${before === '' ? '' : ' '}${typed}${/[:"-]$/.test(typed) ? '' : ' '}`;
}
