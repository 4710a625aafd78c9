// What the palette offers beside tickets: the whole registry as far as it is allowed now, and what has no key of its own.
import type { Stores } from '../../stores/stores.ts';
import { type ActionName, keyOf, shortcuts } from '../../ui/keys.ts';
import { showView } from '../commands/go.ts';
import { meantTickets, ticketsOfPalette } from '../commands/meant-tickets.ts';
import { pageCommands } from '../commands/page-commands.ts';
import { ticketCommands } from '../commands/ticket-commands.ts';
import { copyDiagnostics, testNotification } from '../settings/settings-actions.ts';
import { subjectOf, whatOf } from '../ticket/what-of.ts';
import { accountEntries } from './palette-accounts.ts';
import { choiceEntries } from './palette-choices.ts';
import type { Entry } from './palette-entry.ts';

/** As things stand now: those for the tickets that are meant come first. */
export const paletteEntries = (stores: Stores): Entry[] => [
  ...forTickets(stores),
  ...forPage(stores),
  ...withoutKeys(stores),
];

function forTickets(stores: Stores): Entry[] {
  const { text } = stores.words.peek();
  const rows = ticketsOfPalette(stores);
  const about = { place: whatOf(rows, text), subject: subjectOf(rows, text) };
  // a key that would do it to another ticket is not the key of this entry
  const [first] = rows;
  const hasKeys = rows.length > 1 || meantTickets(stores)[0]?.id === first?.id;
  return ticketCommands
    .filter((command) => rows.length > 0 && command.allowed(stores, rows))
    .flatMap((command) => {
      const label = command.label(text, rows);
      const common = { ...about, icon: command.icon };
      const whole = { ...common, id: command.name, label, key: hasKeys ? keyOf(command.name) : undefined };
      const choices = command.choices?.(stores, rows) ?? [];
      return [
        { ...whole, run: () => command.run(stores, rows) },
        ...choices.map((choice) => ({
          ...common,
          id: `${command.name}/${choice.label}`,
          label: text.paletteChoice(label.replace(/…$/, ''), choice.label),
          detailed: true,
          run: () => choice.run?.(),
        })),
      ];
    });
}

function forPage(stores: Stores): Entry[] {
  const { text } = stores.words.peek();
  return pageCommands
    .filter(({ name, allowed }) => name !== 'palette' && allowed(stores))
    .map(({ name, run }) => ({
      id: name,
      label: text.keyNames[name],
      place: placeOf(stores, name),
      also: name === 'sort' || name === 'filter' ? text.paletteAlso[name] : undefined,
      key: keyOf(name),
      run: () => run(stores),
    }));
}

function placeOf(stores: Stores, name: ActionName): string {
  const group = shortcuts.find(({ action }) => action === name)?.group;
  return group === undefined ? '' : stores.words.peek().text.keyGroups[group];
}

function withoutKeys(stores: Stores): Entry[] {
  const { text } = stores.words.peek();
  const { settings } = text;
  const departments = stores.counts.value.peek()?.departments ?? [];
  return [
    ...departments.map(({ slug, name }) => ({
      id: `department/${slug}`,
      label: name,
      place: text.departments,
      run: () => showView(stores, 'open', slug),
    })),
    { id: 'test', label: text.testNotification, place: settings, run: () => void testNotification(stores) },
    { id: 'diagnostics', label: text.diagnostics, place: settings, run: () => void copyDiagnostics(stores) },
    ...choiceEntries(stores),
    ...accountEntries(stores),
  ];
}
