// What is typed into the palette, and the tickets that it finds: the recent ones while nothing is typed.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Later } from './later.ts';
import { numberOf } from './ticket-number.ts';

const mostFound = 20;
const mostRecent = 8;
/** from the last letter to the question, milliseconds */
const searchDelay = 120;

export type Found = {
  readonly typed: string;
  readonly rows: readonly TicketRow[];
  /** how many words are too many, and not looked for */
  readonly leftOut: number;
};

export type PaletteStore = {
  readonly typed: ReadonlySignal<string>;
  /** the newest answer, and what it answers; null: none yet */
  readonly found: ReadonlySignal<Found | null>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** Begins anew. */
  start(): void;
  type(text: string): void;
};

export function createPalette(client: Client, later: Later): PaletteStore {
  const typed = signal('');
  const found = signal<Found | null>(null);
  const problem = signal<Failure | null>(null);
  let callOff = () => {};
  let asked = 0;

  async function ask(text: string): Promise<void> {
    asked += 1;
    const mine = asked;
    const answer = await client.call('tickets.list', {
      view: 'all',
      ...(text === ''
        ? { sort: 'activity' as const }
        : { query: numberOf(text) ?? text.slice(0, limits.query) }),
      offset: 0,
      limit: text === '' ? mostRecent : mostFound,
    });
    if (mine !== asked) return;
    batch(() => {
      problem.value = answer.ok ? null : answer;
      found.value = answer.ok
        ? { typed: text, rows: answer.value.rows, leftOut: answer.value.leftOut ?? 0 }
        : null;
    });
  }

  function type(text: string): void {
    typed.value = text;
    callOff();
    asked += 1;
    const wanted = text.trim();
    if (found.peek()?.typed === wanted) return;
    if (wanted === '') void ask(wanted);
    else callOff = later(() => void ask(wanted), searchDelay);
  }

  return {
    typed,
    found,
    problem,
    start() {
      found.value = null;
      type('');
    },
    type,
  };
}
