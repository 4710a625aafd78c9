// What the form of a new ticket holds: its fields, what can be told of them before asking HostUp, and the way to the
// call and back. Pure.
import * as v from 'valibot';
import { type Input, limits, type Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import { PrioritySchema } from '../../electron/contract/model.ts';
import { linkableTypes } from '../../electron/contract/services.ts';

export const FormSchema = v.object({
  /** '': none chosen, or there is only one */
  account: v.optional(v.string(), ''),
  departmentSlug: v.string(),
  subject: v.string(),
  message: v.string(),
  priority: PrioritySchema,
  criticalReason: v.string(),
  cc: v.string(),
  serviceType: v.fallback(v.picklist(['', ...linkableTypes]), ''),
  serviceId: v.string(),
});
export type NewTicketForm = Readonly<v.InferOutput<typeof FormSchema>>;
export type FieldName = keyof NewTicketForm;
/** What is wrong with a field: found here, or said by HostUp in its own words. */
export type FieldProblem = 'required' | 'too-long' | 'address' | { readonly detail: string };

export const emptyForm: NewTicketForm = {
  account: '',
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
  '/account': 'account',
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

/**
 * What can be told before asking HostUp.
 * @param several there are several accounts, and the ticket must say which
 */
export function checkForm(form: NewTicketForm, several = false): Map<FieldName, FieldProblem> {
  const found = new Map<FieldName, FieldProblem>();
  if (several && form.account === '') found.set('account', 'required');
  for (const name of ['departmentSlug', 'subject', 'message'] as const) {
    if (form[name].trim() === '') found.set(name, 'required');
  }
  if (form.subject.length > limits.subject) found.set('subject', 'too-long');
  if (form.message.length > limits.text) found.set('message', 'too-long');
  if (form.priority === 'critical' && form.criticalReason.trim() === '')
    found.set('criticalReason', 'required');
  if (splitAddresses(form.cc).some((address) => !/^[^@\s]+@[^@\s]+$/.test(address)))
    found.set('cc', 'address');
  if (form.serviceType !== '' && form.serviceId.trim() === '') found.set('serviceId', 'required');
  return found;
}

export function toInput(form: NewTicketForm, id: string): Input<'ticket.create'> {
  return {
    id,
    ...(form.account === '' ? {} : { account: form.account }),
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

/** The other way round, for a ticket that comes back. */
export const toForm = (ticket: Output<'outbox.editTicket'>): NewTicketForm => ({
  account: ticket.account,
  departmentSlug: ticket.departmentSlug,
  subject: ticket.subject,
  message: ticket.message,
  priority: ticket.priority,
  criticalReason: ticket.criticalReason ?? '',
  cc: ticket.ccEmails.join(', '),
  serviceType: ticket.service?.serviceType ?? '',
  serviceId: ticket.service?.serviceId ?? '',
});

/** What HostUp said of single fields. */
export function readFields(failure: Failure): Map<FieldName, FieldProblem> {
  const found = new Map<FieldName, FieldProblem>();
  for (const { pointer, detail } of failure.fields ?? []) {
    const name = fieldOfPointer[pointer] ?? fieldOfPointer[pointer.replace(/\/\d+$/, '')];
    if (name !== undefined) found.set(name, { detail });
  }
  return found;
}
