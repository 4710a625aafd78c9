// What the palette has found, in groups. The pointer marks and chooses; the keyboard stays in the field.

import { useText } from '../../ui/context.ts';
import { indexAt } from '../../ui/options.ts';
import type { Group, Item } from './palette-groups.ts';
import { PaletteOption } from './palette-option.tsx';

type Props = {
  /** begins the id of each option, before its place */
  base: string;
  groups: readonly Group[];
  /** those of all groups, in order */
  items: readonly Item[];
  active: Item | undefined;
  pending: boolean;
  onMark: (item: Item) => void;
  onChoose: (item: Item | undefined) => void;
};

export function PaletteList({ base, groups, items, active, pending, onMark, onChoose }: Props) {
  const text = useText();
  const itemAt = (target: EventTarget | null) => items[indexAt(target) ?? -1];
  return (
    <div
      id={`${base}-list`}
      class="palette-list"
      role="listbox"
      aria-label={text.palette}
      aria-busy={pending}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={(event) => {
        const item = itemAt(event.target);
        if (item !== undefined) onMark(item);
      }}
      onMouseUp={(event) => event.button === 0 && onChoose(itemAt(event.target))}
    >
      {groups.map((group) => (
        <div role="presentation" key={group.title}>
          <div class="palette-group" aria-hidden="true">
            {group.title}
          </div>
          {group.items.map((item) => (
            <PaletteOption
              key={item.id}
              id={`${base}-${items.indexOf(item)}`}
              item={item}
              index={items.indexOf(item)}
              total={items.length}
              active={item === active}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
