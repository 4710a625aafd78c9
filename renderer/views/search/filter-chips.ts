// The filters in force, in words, each with what the narrowing is without it.
import type { Counts } from '../../../electron/contract/model.ts';
import { type Group, groups, type Narrowing, toggled } from '../../stores/list-filter.ts';
import type { Text } from '../../text/en.ts';

export type Chip = {
  readonly key: string;
  /** what it is: "Answered" */
  readonly label: string;
  /** with what it is about: "Status: Answered" */
  readonly name: string;
  readonly without: Narrowing;
};

/** The word of a value, for chips and for the boxes that choose it. */
export function wordOf(group: Group, value: string, departments: Counts['departments'], text: Text): string {
  if (group === 'services') return value;
  if (group === 'departments') return departments.find(({ slug }) => slug === value)?.name ?? value;
  const words: Readonly<Record<string, string>> = group === 'statuses' ? text.status : text.priority;
  return words[value] ?? value;
}

export function chipsOf(narrowing: Narrowing, departments: Counts['departments'], text: Text): Chip[] {
  const unread: Chip = {
    key: 'unread',
    label: text.filterUnread,
    name: text.filterUnread,
    without: { ...narrowing, unread: false },
  };
  const others = groups.flatMap((group) =>
    narrowing[group].map((value): Chip => {
      const label = wordOf(group, value, departments, text);
      return {
        key: `${group}/${value}`,
        label,
        name: `${text.filterGroups[group]}: ${label}`,
        without: toggled(narrowing, group, value),
      };
    }),
  );
  return narrowing.unread ? [unread, ...others] : others;
}
