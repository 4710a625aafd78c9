// A button in the search field that lists its operators; choosing one puts it into the search.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { focusOn } from '../../ui/focus.ts';
import { Menu } from '../../ui/menu.tsx';
import { spotOf } from '../../ui/popover.ts';
import { exampleOf, searchOperators, withOperator } from './search-operators.ts';

export function SearchHelp() {
  const { tickets, words, counts } = useStores();
  const text = useText();
  const shown = useSignal(false);
  const place = useRef<HTMLSpanElement>(null);
  const { language } = words.value;
  const toggle = () => {
    shown.value = !shown.value;
  };
  const departments = counts.shown.value?.departments ?? [];
  const items = searchOperators.map((operator) => ({
    label: exampleOf(operator, language, departments),
    detail: text.searchHelpSays[operator.says],
    run: () => {
      tickets.setSearch(withOperator(tickets.search.peek(), operator.typed[language]));
      focusOn('search');
    },
  }));
  return (
    <span ref={place} class="search-help">
      <IconButton
        icon="sliders"
        class="small"
        label={text.searchHelp}
        popup="menu"
        expanded={shown.value}
        onPress={toggle}
      />
      {shown.value && (
        <Menu label={text.searchHelp} items={items} at={spotOf(place.current)} onClose={toggle} />
      )}
    </span>
  );
}
