// POST /api/v2/support/tickets (page "Create support ticket"): checks every field, answers the ticket in full.
import { type Call, json } from '../call.ts';
import { account } from '../data/account.ts';
import { departmentName } from '../data/departments.ts';
import { serviceById } from '../data/services.ts';
import { type Fields, isObject, missing, optional, readFields, requiredText, wrong } from '../fields.ts';
import { guessLanguage } from '../language.ts';
import { newRecord } from '../plant.ts';
import { type FieldError, problem } from '../problem.ts';
import type { DemoLinkedService, DemoPriority, DemoResponse } from '../types.ts';
import { toTicket } from '../wire.ts';

const priorities: readonly unknown[] = ['low', 'medium', 'high', 'urgent', 'critical'];

/** 201 with the ticket in full, or 400 with every field that is wrong. */
export function createTicket(call: Call): DemoResponse {
  const { world, staff, mask } = call.service;
  const read = readFields(call);
  if (!read.ok) return read.response;
  const { fields } = read;
  const errors: FieldError[] = [];
  const departmentSlug = readDepartment(fields, errors);
  const subject = requiredText(fields, 'subject', errors);
  const body = requiredText(fields, 'message', errors);
  const priority = readPriority(fields, errors);
  const ccEmails = readEmails(fields, errors);
  const linkedServices = readContext(fields, world.now(), errors);
  refuseForeignFields(fields, errors);
  if (errors.length > 0) return problem(call, 'invalid_request', { errors });

  const at = world.now();
  const language = guessLanguage(`${subject} ${body}`, 'en');
  const record = newRecord(world, {
    at,
    number: world.nextNumber(),
    fields: {
      subject,
      body,
      status: 'open',
      priority,
      departmentSlug,
      ccEmails,
      requesterName: account.name,
      linkedServices,
      language,
    },
  });
  world.add(record);
  staff.answerLater(record.id, at);
  return json(201, toTicket(record, mask()));
}

function readDepartment(fields: Fields, errors: FieldError[]): string {
  const slug = requiredText(fields, 'departmentSlug', errors);
  if (slug !== '' && departmentName(slug) === null) {
    errors.push(wrong('/departmentSlug', '`departmentSlug` is not a known department.'));
  }
  return slug;
}

// The page names no priority for a request without one.
function readPriority(fields: Fields, errors: FieldError[]): DemoPriority {
  const { priority = 'medium' } = fields;
  if (!priorities.includes(priority)) errors.push(wrong('/priority', '`priority` is not a known priority.'));
  optional<string>(fields, 'aiSummary', 'string', errors);
  optional<boolean>(fields, 'aiHelpful', 'boolean', errors);
  const reason = optional<string>(fields, 'criticalReason', 'string', errors);
  if (priority === 'critical' && (reason === null || reason.trim() === '')) {
    errors.push(missing('/criticalReason', 'criticalReason'));
  }
  return priority as DemoPriority;
}

function readEmails(fields: Fields, errors: FieldError[]): string[] {
  const { ccEmails = [] } = fields;
  if (!Array.isArray(ccEmails)) {
    errors.push(wrong('/ccEmails', '`ccEmails` must be a list.'));
    return [];
  }
  ccEmails.forEach((email: unknown, index) => {
    const isEmail = typeof email === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
    if (!isEmail) errors.push(wrong(`/ccEmails/${index}`, 'This is not an email address.'));
  });
  return ccEmails as string[];
}

// "The server validates that the linked service belongs to the caller": with which status, the page does not say.
function readContext(fields: Fields, now: number, errors: FieldError[]): DemoLinkedService[] {
  const { context } = fields;
  if (context === undefined) return [];
  if (!isObject(context)) {
    errors.push(wrong('/context', '`context` must be an object.'));
    return [];
  }
  const { serviceType, serviceId } = context;
  if (typeof serviceType !== 'string' || !['domain', 'hosting', 'vps', 'other'].includes(serviceType)) {
    errors.push(wrong('/context/serviceType', '`serviceType` must be domain, hosting, vps or other.'));
    return [];
  }
  // "Other" may name something that is no service with an id.
  if (serviceType === 'other' && (serviceId === undefined || serviceId === null)) return [];
  const service = typeof serviceId === 'string' ? serviceById(serviceId, now) : undefined;
  if (service?.serviceType === serviceType) return [service];
  errors.push(wrong('/context/serviceId', '`serviceId` is not a service of this account.'));
  return [];
}

function refuseForeignFields(fields: Fields, errors: FieldError[]): void {
  for (const name of ['accountId', 'attachments']) {
    if (name in fields) errors.push(wrong(`/${name}`, `\`${name}\` is not accepted here.`));
  }
}
