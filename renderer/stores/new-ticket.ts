// The new ticket being written: kept as a draft while it is typed, in the form until the program holds it, and back in
// the form when HostUp refused it. Knows no view.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import { type Failure, failure } from '../../electron/contract/codes.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import { createDepartments, type Departments } from './departments.ts';
import { createFormDraft } from './form-draft.ts';
import type { Later } from './later.ts';
import { createNewTicketFields, type NewTicketFields } from './new-ticket-fields.ts';
import { emptyForm, type NewTicketForm, toForm, toInput } from './new-ticket-form.ts';
import type { SaveState } from './reply-draft.ts';
import { createSecretWatch } from './secret-watch.ts';
import type { Suspicion } from './suspicion.ts';

type ShownFields = Pick<
  NewTicketFields,
  'form' | 'touched' | 'id' | 'fieldProblems' | 'otherProblems' | 'problem' | 'set'
>;

export type NewTicketStore = ShownFields & {
  readonly saveState: ReadonlySignal<SaveState>;
  /** the account that it is for; null: not chosen among several, or none is known */
  readonly account: ReadonlySignal<string | null>;
  /** of that account; null: not known */
  readonly departments: ReadonlySignal<Departments | null>;
  readonly sending: ReadonlySignal<boolean>;
  /** what in the texts looks like a secret */
  readonly suspicion: ReadonlySignal<Suspicion | null>;
  /** The form is in front. @param account to begin with, if nothing has been typed */
  start(account: string | null): void;
  /** What was typed stays; a department that the account does not have, and a service of another, are chosen again. */
  chooseAccount(id: string): Promise<void>;
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

/** @param accounts their ids, in the user's order */
export function createNewTicket(
  client: Client,
  changes: Changes,
  newId: () => string,
  later: Later,
  accounts: ReadonlySignal<readonly string[]>,
): NewTicketStore {
  const fields = createNewTicketFields(newId);
  const { form, touched, id } = fields;
  const sending = signal(false);
  const secrets = createSecretWatch(() => {
    const { subject, message, criticalReason } = form.value;
    return [subject, message, criticalReason].join('\n\n');
  });
  const several = computed(() => accounts.value.length > 1);
  const account = computed(() => {
    if (!several.value) return accounts.value[0] ?? null;
    return accounts.value.find((id) => id === form.value.account) ?? null;
  });
  const departments = createDepartments(client, changes, account, several);
  const draft = createFormDraft(client, later, accounts);

  /** What an earlier page or run has kept, unless somebody is writing here. */
  async function restore(): Promise<void> {
    if (id.peek() !== null) return;
    const kept = await draft.load();
    if (kept !== null && id.peek() === null) fields.put(kept.form, kept.id);
  }

  function keep(): void {
    const known = id.peek();
    draft.keep(known === null ? null : { id: known, form: form.peek() });
  }

  function fill(next: NewTicketForm, nextId: string | null): void {
    batch(() => {
      fields.fill(next, nextId);
      secrets.forget();
    });
  }

  const set: NewTicketStore['set'] = (name, value) => {
    fields.set(name, value);
    keep();
  };

  async function chooseAccount(chosen: string): Promise<void> {
    const before = form.peek().account;
    set('account', chosen);
    // a service is one account's alone
    if (before !== '' && before !== chosen) {
      set('serviceType', '');
      set('serviceId', '');
    }
    await departments.ask();
    const { departmentSlug } = form.peek();
    const known = account.peek() === chosen ? departments.value.peek() : null;
    if (known === null || departmentSlug === '') return;
    if (!known.departments.some(({ slug }) => slug === departmentSlug)) set('departmentSlug', '');
  }

  async function send(): Promise<Handover> {
    if (!fields.check(several.peek()) || sending.peek()) return { done: 'no' };
    batch(() => {
      sending.value = true;
      fields.forgetRefusal();
    });
    await draft.flush();
    const answer = await create(client, fields, account.peek(), draft.held());
    sending.value = false;
    if ('ok' in answer || answer.state === 'rejected') {
      fields.refuse('ok' in answer ? answer : (answer.reason ?? failure('refused')));
      keep();
      return { done: 'no' };
    }
    if (answer.text !== form.peek().message || answer.subject !== form.peek().subject.trim()) {
      fields.becomeAnother();
      keep();
      return { done: 'older' };
    }
    draft.stop(answer.accountId);
    fill(emptyForm, null);
    return answer.state === 'sent'
      ? { done: 'created', ticketId: answer.ticketId }
      : { done: 'waiting', outgoing: answer };
  }

  effect(() => {
    if (accounts.value.length > 0) void restore();
  });

  return {
    form,
    touched,
    id,
    fieldProblems: fields.fieldProblems,
    otherProblems: fields.otherProblems,
    problem: fields.problem,
    saveState: draft.state,
    account,
    departments: departments.value,
    sending,
    suspicion: secrets.suspicion,
    callNotSecret: secrets.callNotSecret,
    set,
    send,
    chooseAccount,
    start(wanted) {
      void departments.ask();
      if (id.peek() === null) fields.put({ ...emptyForm, account: wanted ?? '' }, null);
      void restore();
    },
    bringBack(outgoingId, ticket, reason) {
      if (id.peek() === outgoingId) return true;
      if (touched.peek()) return false;
      fill(toForm(ticket), outgoingId);
      if (reason !== null) fields.refuse(reason);
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

/**
 * The program answers for an id only once, so what was thrown away there needs another.
 * @param held the draft that this is made from
 */
async function create(
  client: Client,
  { form, id, becomeAnother }: NewTicketFields,
  account: string | null,
  held: string | null,
): Promise<Outgoing | Failure> {
  if (account === null) return failure('no_key');
  const ask = (as: string) =>
    client.call('ticket.create', { ...toInput(form.peek(), as, account), replaces: held ?? '' });
  const answer = await ask(id.peek() ?? becomeAnother());
  const isDiscarded = answer.ok && answer.value.outgoing.state === 'discarded';
  const last = isDiscarded ? await ask(becomeAnother()) : answer;
  return last.ok ? last.value.outgoing : last;
}
