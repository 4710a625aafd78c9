// The filters to choose from, over the list; each choice counts at once.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Output } from '../../../electron/contract/calls.ts';
import { priorities, statuses } from '../../../electron/contract/model.ts';
import { type Group, nothingNarrowed, toggled } from '../../stores/list-filter.ts';
import { createQuery } from '../../stores/query.ts';
import type { Spot } from '../../stores/screen.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { usePopover } from '../../ui/popover.ts';
import { wordOf } from './filter-chips.ts';

/** From here on a group has a field to find a value by. */
const many = 8;

export function FilterPanel({ at, onClose }: { at: Spot; onClose: () => void }) {
  const { tickets, counts } = useStores();
  const text = useText();
  const panel = useRef<HTMLDivElement>(null);
  const services = useServices();
  const { narrowing, department } = tickets.filter.value;
  const departments = counts.value.value?.departments.map(({ slug }) => slug) ?? [];
  const box = usePopover({ at, onClose });
  useLayoutEffect(() => panel.current?.querySelector('input')?.focus(), []);
  return (
    <div {...box} role="dialog" class="popover filter-panel" aria-label={text.filters}>
      <div ref={panel} class="filter-groups">
        <Box
          label={text.filterUnread}
          on={narrowing.unread}
          onChange={() => tickets.narrow({ ...narrowing, unread: !narrowing.unread })}
        />
        <Choices group="statuses" values={statuses} />
        <Choices group="priorities" values={priorities} />
        {department === null && departments.length > 0 && (
          <Choices group="departments" values={departments} />
        )}
        {services.length > 0 && <Choices group="services" values={services} />}
      </div>
      <div class="filter-foot">
        <Button kind="quiet" onPress={() => tickets.narrow(nothingNarrowed)}>
          {text.clearFilters}
        </Button>
        <Button onPress={onClose}>{text.done}</Button>
      </div>
    </div>
  );
}

function Choices({ group, values }: { group: Group; values: readonly string[] }) {
  const { tickets, counts } = useStores();
  const text = useText();
  const [wanted, setWanted] = useState('');
  const { narrowing } = tickets.filter.value;
  const chosen: readonly string[] = narrowing[group];
  const departments = counts.value.value?.departments ?? [];
  const rare = (value: string) => value === 'unknown' && !chosen.includes(value);
  const words = values
    .filter((value) => !rare(value))
    .map((value) => ({ value, word: wordOf(group, value, departments, text) }));
  const found = words.filter(({ word }) =>
    word.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const find = group === 'departments' ? text.findDepartment : text.findService;
  return (
    <fieldset class="filter-group">
      <legend>{text.filterGroups[group]}</legend>
      {words.length > many && (
        <input
          type="search"
          class="input"
          aria-label={find}
          placeholder={find}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <div class="filter-values">
        {found.map(({ value, word }) => (
          <Box
            key={value}
            label={word}
            on={chosen.includes(value)}
            onChange={() => tickets.narrow(toggled(narrowing, group, value))}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p class="hint" role="status">
          {text.noneCalledThat}
        </p>
      )}
    </fieldset>
  );
}

function Box({ label, on, onChange }: { label: string; on: boolean; onChange: () => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
}

/** Names of the services that tickets are linked to; asked for when the panel opens. */
function useServices(): readonly string[] {
  const { client, tickets } = useStores();
  const chosen = tickets.filter.value.narrowing.services;
  const [query] = useState(() =>
    createQuery<Output<'services.seen'>>(() => client.call('services.seen', {})),
  );
  useEffect(() => void query.ask(), [query]);
  const seen = query.value.value?.flatMap(({ serviceName }) => serviceName ?? []) ?? [];
  return [...new Set([...chosen, ...seen])].sort((a, b) => a.localeCompare(b));
}
