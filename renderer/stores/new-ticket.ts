// The new ticket being written: kept as a draft while it is typed, in the form until the program holds it, and back in
// the form when HostUp refused it. Knows no view.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import { type Failure, failure, success } from '../../electron/contract/codes.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createFormDraft } from './form-draft.ts';
import { checkForm, checkTyped, type Problems, readFields } from './form-problems.ts';
import {
  emptyForm,
  type FieldName,
  isEmpty,
  type NewTicketForm,
  toForm,
  toInput,
} from './new-ticket-form.ts';
import { createQuery } from './query.ts';
import type { SaveState } from './reply-draft.ts';
import { type Suspicion, suspect } from './suspicion.ts';

export type NewTicketStore = {
  readonly form: ReadonlySignal<NewTicketForm>;
  readonly touched: ReadonlySignal<boolean>;
  /** what the outbox calls this ticket, from the first letter on; null while the form is empty */
  readonly id: ReadonlySignal<string | null>;
  readonly saveState: ReadonlySignal<SaveState>;
  /** the account that it is for; null: not chosen among several, or none is known */
  readonly account: ReadonlySignal<string | null>;
  /** of that account; null: not known */
  readonly departments: ReadonlySignal<Departments | null>;
  readonly fieldProblems: ReadonlySignal<Problems>;
  /** what HostUp said of things that the form does not have */
  readonly otherProblems: ReadonlySignal<readonly string[]>;
  readonly problem: ReadonlySignal<Failure | null>;
  readonly sending: ReadonlySignal<boolean>;
  /** what in the texts looks like a secret */
  readonly suspicion: ReadonlySignal<Suspicion | null>;
  /** The form is in front. @param account to begin with, if nothing has been typed */
  start(account: string | null): void;
  /** What was typed stays; a department that the account does not have, and a service of another, are chosen again. */
  chooseAccount(id: string): Promise<void>;
  set<N extends FieldName>(name: N, value: NewTicketForm[N]): void;
  /** What looks like a secret now is none. */
  callNotSecret(): void;
  /** Hands the form over; emptied once it is durable. A refusal keeps everything and says why. */
  send(): Promise<Handover>;
  /** Brings a refused ticket back into the form. False: the form holds another one. */
  bringBack(id: string, ticket: Output<'outbox.editTicket'>, reason: Failure | null): boolean;
  clear(): void;
  /** Empties the form of this page alone: its account is gone. @param account only if it is for this one */
  forget(account?: string): void;
  flush(): Promise<void>;
};

/**
 * 'waiting': durable in the outbox, but HostUp has not confirmed it yet. 'older': what is on its way is an earlier
 * version, whose answer was lost; the form keeps what was changed since.
 */
export type Handover =
  | { readonly done: 'created'; readonly ticketId: string }
  | { readonly done: 'waiting'; readonly outgoing: Outgoing }
  | { readonly done: 'older' | 'no' };

type Departments = Output<'tickets.departments'>;
type Later = (run: () => void, milliseconds: number) => () => void;

/** @param accounts their ids, in the user's order */
export function createNewTicket(
  client: Client,
  changes: Changes,
  newId: () => string,
  later: Later,
  accounts: ReadonlySignal<readonly string[]>,
): NewTicketStore {
  const form = signal(emptyForm);
  const id = signal<string | null>(null);
  /** since the last attempt to send */
  const found = signal<Problems>(new Map());
  const otherProblems = signal<readonly string[]>([]);
  const problem = signal<Failure | null>(null);
  const sending = signal(false);
  const harmless = signal<ReadonlySet<string>>(new Set());
  const fieldProblems = computed<Problems>(() => new Map([...found.value, ...checkTyped(form.value)]));
  const touched = computed(() => !isEmpty(form.value));
  const suspicion = computed(() => {
    const { subject, message, criticalReason } = form.value;
    return suspect([subject, message, criticalReason].join('\n\n'), harmless.value);
  });
  const several = computed(() => accounts.value.length > 1);
  const account = computed(() => {
    if (!several.value) return accounts.value[0] ?? null;
    return accounts.value.find((id) => id === form.value.account) ?? null;
  });
  const departments = createQuery<{ of: string; value: Departments }>(() =>
    account.peek() === null ? null : askDepartments(account.peek() ?? ''),
  );
  const draft = createFormDraft(client, later, accounts);

  async function askDepartments(of: string) {
    const answer = await client.call('tickets.departments', several.peek() ? { account: of } : {});
    return answer.ok ? success({ of, value: answer.value }) : answer;
  }

  /** What an earlier page or run has kept, unless somebody is writing here. */
  async function restore(): Promise<void> {
    if (id.peek() !== null) return;
    const kept = await draft.load();
    if (kept === null || id.peek() !== null) return;
    batch(() => {
      id.value = kept.id;
      form.value = kept.form;
    });
  }

  function keep(): void {
    const known = id.peek();
    draft.keep(known === null ? null : { id: known, form: form.peek() });
  }

  function fill(next: NewTicketForm, nextId: string | null): void {
    batch(() => {
      id.value = nextId;
      form.value = next;
      found.value = new Map();
      otherProblems.value = [];
      problem.value = null;
      harmless.value = new Set();
    });
  }

  function refuse(reason: Failure): void {
    batch(() => {
      const { fields, others } = readFields(reason, form.peek());
      found.value = fields;
      otherProblems.value = others;
      problem.value = reason;
    });
  }

  /** The program answers for an id only once, so what was thrown away there needs another. */
  async function create(again: boolean): Promise<Outgoing | Failure> {
    const of = account.peek();
    if (of === null) return failure('no_key');
    const mine = id.peek() ?? newId();
    id.value = mine;
    const answer = await client.call('ticket.create', toInput(form.peek(), mine, of));
    if (!answer.ok) return answer;
    const { outgoing } = answer.value;
    if (outgoing.state !== 'discarded' || !again) return outgoing;
    id.value = null;
    return create(false);
  }

  async function send(): Promise<Handover> {
    found.value = checkForm(form.peek(), several.peek());
    if (found.peek().size > 0 || sending.peek()) return { done: 'no' };
    batch(() => {
      sending.value = true;
      problem.value = null;
      otherProblems.value = [];
    });
    await draft.flush();
    const answer = await create(true);
    sending.value = false;
    if ('ok' in answer || answer.state === 'rejected') {
      refuse('ok' in answer ? answer : (answer.reason ?? failure('refused')));
      keep();
      return { done: 'no' };
    }
    if (answer.text !== form.peek().message || answer.subject !== form.peek().subject.trim()) {
      id.value = newId();
      keep();
      return { done: 'older' };
    }
    draft.stop(answer.accountId);
    fill(emptyForm, null);
    return answer.state === 'sent'
      ? { done: 'created', ticketId: answer.ticketId }
      : { done: 'waiting', outgoing: answer };
  }

  function set<N extends FieldName>(name: N, value: NewTicketForm[N]): void {
    const next = new Map(found.peek());
    next.delete(name);
    batch(() => {
      id.value ??= newId();
      form.value = { ...form.peek(), [name]: value };
      found.value = next;
    });
    keep();
  }

  effect(() => {
    void account.value;
    void departments.ask();
  });
  effect(() => {
    if (accounts.value.length > 0) void restore();
  });
  changes.watch(among('session'), departments.ask);

  return {
    form,
    touched,
    id,
    saveState: draft.state,
    account,
    departments: computed(() => {
      const known = departments.value.value;
      return known !== null && known.of === account.value ? known.value : null;
    }),
    fieldProblems,
    otherProblems,
    problem,
    sending,
    suspicion,
    send,
    set,
    start(wanted) {
      void departments.ask();
      if (id.peek() === null) form.value = { ...emptyForm, account: wanted ?? '' };
      void restore();
    },
    async chooseAccount(chosen) {
      const before = form.peek().account;
      set('account', chosen);
      // a service is one account's alone
      if (before !== '' && before !== chosen) {
        set('serviceType', '');
        set('serviceId', '');
      }
      await departments.ask();
      const known = departments.value.peek();
      const { departmentSlug } = form.peek();
      if (known?.of !== chosen || departmentSlug === '') return;
      if (!known.value.departments.some(({ slug }) => slug === departmentSlug)) set('departmentSlug', '');
    },
    callNotSecret() {
      harmless.value = new Set([...harmless.peek(), ...(suspicion.peek()?.pieces ?? [])]);
    },
    bringBack(outgoingId, ticket, reason) {
      if (id.peek() === outgoingId) return true;
      if (touched.peek()) return false;
      fill(toForm(ticket), outgoingId);
      if (reason !== null) refuse(reason);
      keep();
      return true;
    },
    clear() {
      fill(emptyForm, null);
      keep();
    },
    forget(gone) {
      if (gone !== undefined && form.peek().account !== gone) return;
      draft.stop();
      fill(emptyForm, null);
    },
    flush: draft.flush,
  };
}
