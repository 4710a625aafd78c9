// Which list is shown, kept over a reload of the page: the view or the department, the account, the filters, and whether
// the middle shows what is unsent. It lies in the state of the browser's own history, so the address stays as short as
// it was. What is searched for is words of the user, and is not kept.
import { batch, computed, effect } from '@preact/signals';
import * as v from 'valibot';
import { PrioritySchema, StatusSchema } from '../../electron/contract/model.ts';
import { readJson } from '../read-json.ts';
import type { Narrowing } from './list-filter.ts';
import type { Stores } from './stores.ts';

const name = v.nullable(v.string());
const PlaceSchema = v.object({
  view: v.picklist(['needs-you', 'waiting', 'open', 'closed', 'all', 'drafts', 'snoozed', 'hidden']),
  department: name,
  account: name,
  narrowing: v.object({
    unread: v.boolean(),
    statuses: v.array(StatusSchema),
    priorities: v.array(PrioritySchema),
    departments: v.array(v.string()),
    services: v.array(v.string()),
  }),
  middle: v.picklist(['tickets', 'unsent']),
});
type Place = Readonly<Omit<v.InferOutput<typeof PlaceSchema>, 'narrowing'>> & {
  readonly narrowing: Narrowing;
};

export type KeptPlace = {
  /** there was a list before a reload, and it is shown again */
  readonly found: boolean;
  /** Shows another first list, which is nobody's choice either: kept, it would stand in the way of a better one. */
  begin(show: () => void): void;
};

/** Shows the list that was shown before a reload, and keeps up with it from now on. */
export function keepPlace(
  { tickets, accounts, screen, route }: Pick<Stores, 'tickets' | 'accounts' | 'screen' | 'route'>,
  history: Pick<History, 'state' | 'replaceState'>,
): KeptPlace {
  const before = readPlace(history.state);
  if (before !== null) {
    tickets.show(before.view, before.department);
    accounts.choose(before.account);
    tickets.narrow(before.narrowing);
    screen.showMiddle(before.middle);
  }
  const place = computed(() => JSON.stringify(shown()));
  let first = before === null ? place.peek() : null;
  effect(() => {
    // each address has a state of its own
    void route.value.value;
    if (place.value === first) return;
    first = null;
    history.replaceState(place.value, '');
  });
  return {
    found: before !== null,
    begin: (show) =>
      batch(() => {
        show();
        first = place.peek();
      }),
  };

  function shown(): Place {
    const { view, department, narrowing } = tickets.filter.value;
    return { view, department, account: accounts.wished.value, narrowing, middle: screen.middle.value };
  }
}

/** Null for anything that is not a place, such as what another version of the page kept. */
function readPlace(kept: unknown): Place | null {
  const place = v.safeParse(PlaceSchema, readJson(kept));
  return place.success ? place.output : null;
}
