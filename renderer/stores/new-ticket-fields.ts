// The fields of a new ticket as they are filled in, the ticket that they are to be, and what is wrong with them.
// Knows neither the draft nor the accounts.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import { checkForm, checkTyped, type Problems, readFields } from './form-problems.ts';
import { emptyForm, type FieldName, isEmpty, type NewTicketForm } from './new-ticket-form.ts';

export type NewTicketFields = {
  readonly form: ReadonlySignal<NewTicketForm>;
  readonly touched: ReadonlySignal<boolean>;
  /** what the outbox calls this ticket, from the first letter on; null while the form is empty */
  readonly id: ReadonlySignal<string | null>;
  readonly fieldProblems: ReadonlySignal<Problems>;
  /** what HostUp said of things that the form does not have */
  readonly otherProblems: ReadonlySignal<readonly string[]>;
  readonly problem: ReadonlySignal<Failure | null>;
  set<N extends FieldName>(name: N, value: NewTicketForm[N]): void;
  /** All at once; what was said of them stays. @param id null: nobody has written anything */
  put(form: NewTicketForm, id: string | null): void;
  /** Another ticket, of which nothing has been said. */
  fill(form: NewTicketForm, id: string | null): void;
  /** Is another ticket from now on, with the same fields. Answers its id. */
  becomeAnother(): string;
  /** True: nothing keeps it from being sent. @param several there are several accounts */
  check(several: boolean): boolean;
  /** HostUp refused it. */
  refuse(reason: Failure): void;
  /** It is tried again: what was said of the last try is over. */
  forgetRefusal(): void;
};

export function createNewTicketFields(newId: () => string): NewTicketFields {
  const form = signal(emptyForm);
  const id = signal<string | null>(null);
  /** since the last attempt to send */
  const found = signal<Problems>(new Map());
  const otherProblems = signal<readonly string[]>([]);
  const problem = signal<Failure | null>(null);

  function put(next: NewTicketForm, nextId: string | null): void {
    batch(() => {
      id.value = nextId;
      form.value = next;
    });
  }

  return {
    form,
    touched: computed(() => !isEmpty(form.value)),
    id,
    fieldProblems: computed<Problems>(() => new Map([...found.value, ...checkTyped(form.value)])),
    otherProblems,
    problem,
    set(name, value) {
      const others = new Map(found.peek());
      others.delete(name);
      batch(() => {
        id.value ??= newId();
        form.value = { ...form.peek(), [name]: value };
        found.value = others;
      });
    },
    put,
    fill(next, nextId) {
      batch(() => {
        put(next, nextId);
        found.value = new Map();
        otherProblems.value = [];
        problem.value = null;
      });
    },
    becomeAnother() {
      const next = newId();
      id.value = next;
      return next;
    },
    check(several) {
      found.value = checkForm(form.peek(), several);
      return found.peek().size === 0;
    },
    refuse(reason) {
      batch(() => {
        const { fields, others } = readFields(reason, form.peek());
        found.value = fields;
        otherProblems.value = others;
        problem.value = reason;
      });
    },
    forgetRefusal() {
      batch(() => {
        problem.value = null;
        otherProblems.value = [];
      });
    },
  };
}
