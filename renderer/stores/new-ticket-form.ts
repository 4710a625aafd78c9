// What the form of a new ticket holds, and the way to the call and back. Pure.
import * as v from 'valibot';
import type { Input, Output } from '../../electron/contract/calls.ts';
import { PrioritySchema } from '../../electron/contract/model.ts';
import { linkableTypes } from '../../electron/contract/services.ts';
import { splitAddresses, writeCc } from './cc-addresses.ts';

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

/** Nothing was filled in or chosen, but for the account. */
export const isEmpty = (form: NewTicketForm): boolean =>
  (Object.keys(emptyForm) as FieldName[]).every(
    (name) => name === 'account' || form[name] === emptyForm[name],
  );

export function toInput(form: NewTicketForm, id: string, account: string): Input<'ticket.create'> {
  return {
    id,
    account,
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
  cc: writeCc({ settled: ticket.ccEmails, typing: '' }),
  serviceType: ticket.service?.serviceType ?? '',
  serviceId: ticket.service?.serviceId ?? '',
});
