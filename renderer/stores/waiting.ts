// How long HostUp takes to answer, from the program's figures: for the view of waiting times and for one ticket.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { DepartmentWaits, Waiting } from '../../electron/contract/waiting.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

type Named = { readonly slug: string; readonly name: string };

export type WaitingStore = {
  readonly value: ReadonlySignal<Waiting | null>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** the department that the figures are of; null: all of them */
  readonly department: ReadonlySignal<string | null>;
  /** the departments there are figures of */
  readonly departments: ReadonlySignal<readonly Named[]>;
  readonly timeZone: string;
  /** the account that the figures are of; null: all of them */
  readonly account: ReadonlySignal<string | null>;
  choose(department: string | null): void;
  chooseAccount(id: string | null): void;
  /** Asks now and whenever tickets change, until the answered function is called. */
  watch(): () => void;
  /** what is usual in the department of the ticket asked about last */
  readonly usual: ReadonlySignal<{ readonly ticketId: string; readonly waits: DepartmentWaits } | null>;
  askUsual(ticketId: string): Promise<void>;
};

/**
 * @param timeZone the IANA name of where the user is
 * @param accounts their ids
 */
export function createWaiting(
  client: Client,
  changes: Changes,
  timeZone: string,
  accounts: ReadonlySignal<readonly string[]>,
): WaitingStore {
  const wish = signal<string | null>(null);
  const account = computed(() => accounts.value.find((id) => id === wish.value) ?? null);
  const department = signal<string | null>(null);
  const departments = signal<readonly Named[]>([]);
  const usual = signal<{ ticketId: string; waits: DepartmentWaits } | null>(null);
  let wanted: string | null = null;
  const query = createQuery<Waiting>(async () => {
    const chosen = department.peek();
    const of = account.peek();
    const answer = await client.call('stats.waiting', {
      timeZone,
      ...(chosen === null ? {} : { department: chosen }),
      ...(of === null ? {} : { account: of }),
    });
    if (answer.ok && chosen === null) departments.value = answer.value.departments;
    return answer;
  });

  return {
    value: query.value,
    problem: query.problem,
    department,
    account,
    departments,
    timeZone,
    choose(next) {
      department.value = next;
    },
    chooseAccount(id) {
      batch(() => {
        wish.value = id;
        department.value = null;
      });
    },
    watch() {
      const stopHearing = changes.watch(among('tickets', 'session'), () => void query.ask());
      const stopChoosing = effect(() => {
        void department.value;
        void account.value;
        void query.ask();
      });
      return () => {
        stopHearing();
        stopChoosing();
      };
    },
    usual,
    async askUsual(ticketId) {
      wanted = ticketId;
      const answer = await client.call('stats.ticket', { ticketId });
      if (answer.ok && wanted === ticketId) usual.value = { ticketId, waits: answer.value };
    },
  };
}
