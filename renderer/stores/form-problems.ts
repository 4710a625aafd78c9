// What is wrong with the form of a new ticket: what can be told while it is typed, what can be told before HostUp is
// asked, and what HostUp said of single fields. Pure.
import { limits } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import { isAddress, mostAddresses, splitAddresses } from './cc-addresses.ts';
import type { FieldName, NewTicketForm } from './new-ticket-form.ts';

/** Found here, or said by HostUp in its own words. */
export type FieldProblem = 'required' | 'too-long' | 'too-many' | 'address' | { readonly detail: string };
export type Problems = ReadonlyMap<FieldName, FieldProblem>;

/** how many characters a field takes */
export const longest = {
  subject: limits.subject,
  message: limits.text,
  criticalReason: limits.text,
  serviceId: limits.word,
} as const;

/** What is too much already; more cannot be said while somebody is still typing. */
export function checkTyped(form: NewTicketForm): Map<FieldName, FieldProblem> {
  const found = new Map<FieldName, FieldProblem>();
  for (const [name, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (form[name].length > most) found.set(name, 'too-long');
  }
  if (splitAddresses(form.cc).length > mostAddresses) found.set('cc', 'too-many');
  return found;
}

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
  if (form.priority === 'critical' && form.criticalReason.trim() === '')
    found.set('criticalReason', 'required');
  if (!splitAddresses(form.cc).every(isAddress)) found.set('cc', 'address');
  if (form.serviceType !== '' && form.serviceId.trim() === '') found.set('serviceId', 'required');
  return new Map([...found, ...checkTyped(form)]);
}

/** Which field a JSON pointer of the API or of ours speaks of. */
const fieldOfPointer = new Map<string, FieldName>([
  ['/account', 'account'],
  ['/departmentSlug', 'departmentSlug'],
  ['/subject', 'subject'],
  ['/message', 'message'],
  ['/priority', 'priority'],
  ['/criticalReason', 'criticalReason'],
  ['/ccEmails', 'cc'],
  ['/context', 'serviceId'],
  ['/context/serviceType', 'serviceType'],
  ['/context/serviceId', 'serviceId'],
  ['/service', 'serviceId'],
]);

/** What HostUp said of single fields, and what it said of anything that the form does not have. */
export function readFields(failure: Failure, form: NewTicketForm): { fields: Problems; others: string[] } {
  const fields = new Map<FieldName, FieldProblem>();
  const others: string[] = [];
  const addresses = splitAddresses(form.cc);
  for (const { pointer, detail } of failure.fields ?? []) {
    const path = pointer.replace(/^#?\/?/, '/');
    const name = fieldOfPointer.get(path) ?? fieldOfPointer.get(path.replace(/\/[^/]*$/, ''));
    const address = /^\/ccEmails\/(\d+)$/.exec(path)?.[1];
    const of = address === undefined ? undefined : addresses[Number(address)];
    const said = of === undefined ? detail : `${of}: ${detail}`;
    if (name === undefined) others.push(detail);
    else
      fields.set(name, { detail: [words(fields.get(name)), said].filter((part) => part !== '').join(' ') });
  }
  return { fields, others };
}

const words = (problem: FieldProblem | undefined): string =>
  typeof problem === 'object' ? problem.detail : '';
