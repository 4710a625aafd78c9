// Which list is shown, kept over a reload of the page: the view or the department, the account, and whether the middle
// shows what is unsent. It lies in the state of the browser's own history, so the address stays as short as it was.
// What is searched for is words of the user, and is not kept.
import { computed, effect } from '@preact/signals';
import { readJson } from '../read-json.ts';
import type { ListView } from './list-filter.ts';
import type { Stores } from './stores.ts';

type Place = {
  readonly view: ListView;
  readonly department: string | null;
  readonly account: string | null;
  readonly middle: 'tickets' | 'unsent';
};

/**
 * Shows the list that was shown before a reload, and keeps up with it from now on.
 * @returns whether there was one
 */
export function keepPlace(
  { tickets, accounts, screen, route }: Pick<Stores, 'tickets' | 'accounts' | 'screen' | 'route'>,
  history: Pick<History, 'state' | 'replaceState'>,
): boolean {
  const before = readPlace(history.state);
  if (before !== null) {
    tickets.show(before.view, before.department);
    accounts.choose(before.account);
    screen.showMiddle(before.middle);
  }
  const place = computed(() => JSON.stringify(shown()));
  // the first list is nobody's choice: kept, it would stand in the way of a better one
  let first = before === null ? place.peek() : null;
  effect(() => {
    // each address has a state of its own
    void route.value.value;
    if (place.value === first) return;
    first = null;
    history.replaceState(place.value, '');
  });
  return before !== null;

  function shown(): Place {
    const { view, department } = tickets.filter.value;
    return { view, department, account: accounts.wished.value, middle: screen.middle.value };
  }
}

const views: Record<ListView, true> = {
  'needs-you': true,
  waiting: true,
  open: true,
  closed: true,
  all: true,
  drafts: true,
  snoozed: true,
  hidden: true,
};

/** Null for anything that is not a place, such as what another version of the page kept. */
function readPlace(kept: unknown): Place | null {
  const state = readJson(kept);
  if (typeof state !== 'object' || state === null) return null;
  const { view, department, account, middle }: Partial<Record<keyof Place, unknown>> = state;
  if (!isView(view) || !isName(department) || !isName(account)) return null;
  if (middle !== 'tickets' && middle !== 'unsent') return null;
  return { view, department, account, middle };
}

const isView = (value: unknown): value is ListView =>
  typeof value === 'string' && Object.hasOwn(views, value);
const isName = (value: unknown): value is string | null => value === null || typeof value === 'string';
