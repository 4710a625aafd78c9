// The form of a new ticket: what was typed stays here until HostUp has the ticket, also when the view is left.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Input, Output } from '../../electron/contract/calls.ts';
import { type Failure, failure } from '../../electron/contract/codes.ts';
import type { Priority } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

export type NewTicketForm = {
  readonly departmentSlug: string;
  readonly subject: string;
  readonly message: string;
  readonly priority: Priority;
  readonly criticalReason: string;
  readonly cc: string;
  readonly serviceType: string;
  readonly serviceId: string;
};
export type FieldName = keyof NewTicketForm;
/** What is wrong with a field: found here, or said by HostUp in its own words. */
export type FieldProblem = 'required' | 'too-long' | 'address' | { readonly detail: string };

export type NewTicketStore = {
  readonly form: ReadonlySignal<NewTicketForm>;
  readonly touched: ReadonlySignal<boolean>;
  readonly departments: Query<Output<'tickets.departments'>>;
  readonly fieldProblems: ReadonlySignal<ReadonlyMap<FieldName, FieldProblem>>;
  readonly problem: ReadonlySignal<Failure | null>;
  readonly sending: ReadonlySignal<boolean>;
  set<N extends FieldName>(name: N, value: NewTicketForm[N]): void;
  /** Hands the form over; emptied once it is durable. A refusal keeps everything and says why. */
  send(): Promise<Handover>;
  clear(): void;
};

/** 'waiting': durable in the outbox, but HostUp has not confirmed it yet. */
export type Handover =
  | { readonly done: 'created'; readonly ticketId: string }
  | { readonly done: 'waiting' | 'no' };

const empty: NewTicketForm = {
  departmentSlug: '',
  subject: '',
  message: '',
  priority: 'medium',
  criticalReason: '',
  cc: '',
  serviceType: '',
  serviceId: '',
};

/** Which field a JSON pointer of the API or of ours speaks of. */
const fieldOfPointer: Record<string, FieldName> = {
  '/departmentSlug': 'departmentSlug',
  '/subject': 'subject',
  '/message': 'message',
  '/priority': 'priority',
  '/criticalReason': 'criticalReason',
  '/ccEmails': 'cc',
  '/context': 'serviceId',
  '/context/serviceType': 'serviceType',
  '/context/serviceId': 'serviceId',
  '/service': 'serviceId',
};

export const splitAddresses = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** What can be told before asking HostUp. */
export function checkForm(form: NewTicketForm): Map<FieldName, FieldProblem> {
  const found = new Map<FieldName, FieldProblem>();
  for (const name of ['departmentSlug', 'subject', 'message'] as const) {
    if (form[name].trim() === '') found.set(name, 'required');
  }
  if (form.subject.length > 250) found.set('subject', 'too-long');
  if (form.message.length > 100_000) found.set('message', 'too-long');
  if (form.priority === 'critical' && form.criticalReason.trim() === '')
    found.set('criticalReason', 'required');
  if (splitAddresses(form.cc).some((address) => !/^[^@\s]+@[^@\s]+$/.test(address)))
    found.set('cc', 'address');
  if (form.serviceType !== '' && form.serviceId.trim() === '') found.set('serviceId', 'required');
  return found;
}

function toInput(form: NewTicketForm, id: string): Input<'ticket.create'> {
  return {
    id,
    departmentSlug: form.departmentSlug,
    subject: form.subject.trim(),
    message: form.message,
    priority: form.priority,
    ccEmails: splitAddresses(form.cc),
    criticalReason: form.priority === 'critical' ? form.criticalReason.trim() : null,
    service:
      form.serviceType === '' ? null : { serviceType: form.serviceType, serviceId: form.serviceId.trim() },
  };
}

function readFields(failure: Failure): Map<FieldName, FieldProblem> {
  const found = new Map<FieldName, FieldProblem>();
  for (const { pointer, detail } of failure.fields ?? []) {
    const name = fieldOfPointer[pointer] ?? fieldOfPointer[pointer.replace(/\/\d+$/, '')];
    if (name !== undefined) found.set(name, { detail });
  }
  return found;
}

export function createNewTicket(client: Client, changes: Changes, newId: () => string): NewTicketStore {
  const form = signal(empty);
  const fieldProblems = signal<ReadonlyMap<FieldName, FieldProblem>>(new Map());
  const problem = signal<Failure | null>(null);
  const sending = signal(false);
  const departments = createQuery(() => client.call('tickets.departments', {}));
  let id: string | null = null;
  changes.watch(among('session'), () => void departments.ask());

  function clear(): void {
    id = null;
    batch(() => {
      form.value = empty;
      fieldProblems.value = new Map();
      problem.value = null;
    });
  }

  return {
    form,
    touched: computed(() => form.value.subject !== '' || form.value.message !== ''),
    departments,
    fieldProblems,
    problem,
    sending,
    clear,
    set(name, value) {
      const next = new Map(fieldProblems.peek());
      next.delete(name);
      batch(() => {
        form.value = { ...form.peek(), [name]: value };
        fieldProblems.value = next;
      });
    },
    async send() {
      const found = checkForm(form.peek());
      fieldProblems.value = found;
      if (found.size > 0 || sending.peek()) return { done: 'no' };
      id ??= newId();
      sending.value = true;
      problem.value = null;
      const answer = await client.call('ticket.create', toInput(form.peek(), id));
      sending.value = false;
      const outgoing = answer.ok ? answer.value.outgoing : null;
      if (outgoing !== null && outgoing.state !== 'rejected') {
        clear();
        return outgoing.state === 'sent'
          ? { done: 'created', ticketId: outgoing.ticketId }
          : { done: 'waiting' };
      }
      const refusal = answer.ok ? outgoing?.reason : answer;
      batch(() => {
        fieldProblems.value = readFields(refusal ?? failure('refused'));
        problem.value = refusal ?? failure('refused');
      });
      return { done: 'no' };
    },
  };
}
