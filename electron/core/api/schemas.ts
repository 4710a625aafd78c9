// The answers of v2 as this program reads them: unknown fields are dropped, unknown enum values become 'unknown',
// a missing optional is its default, times become epoch ms, and any other shape is refused whole.
import * as v from 'valibot';
import { priorities, statuses } from '../../contract/model.ts';
import { isOwnPath } from './paths.ts';
import { plainRecord } from './plain.ts';
import { parseTime } from './time.ts';

// Ids cross to the page with a prefix, where the contract allows 200 characters.
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(180));
const text = v.nullish(v.string(), null);
const time = v.pipe(
  text,
  v.transform((value) => (value === null ? null : parseTime(value))),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const list = <T>(item: v.GenericSchema<unknown, T>) => v.nullish(v.array(item), []);

/** A string of a closed set; a value that the pages do not name is 'unknown'. */
const oneOf = <T extends string>(known: readonly T[]) =>
  v.pipe(
    v.string(),
    v.transform((value): T | 'unknown' => known.find((name) => name === value) ?? 'unknown'),
  );
const status = oneOf(statuses);
const priority = oneOf(priorities);
const sender = oneOf(['customer', 'staff', 'automation']);

const ServiceSchema = v.object({
  serviceType: v.string(),
  serviceId: text,
  serviceName: text,
  details: v.nullish(v.pipe(v.record(v.string(), v.unknown()), v.transform(plainRecord)), null),
});

const AttachmentSchema = v.object({
  id,
  filename: text,
  extension: text,
  mimeType: text,
  downloadUrl: v.pipe(v.string(), v.check(isOwnPath)),
});

const common = {
  id,
  number: v.pipe(v.string(), v.minLength(1), v.maxLength(180)),
  subject: text,
  departmentName: text,
  createdAt: time,
  updatedAt: time,
  lastMessageAt: time,
  ccEmails: list(v.string()),
  requesterName: text,
  linkedServices: list(ServiceSchema),
};

/** Page "List support tickets": what identifies and sorts a ticket is required. */
const SummarySchema = v.object({
  ...common,
  status,
  priority,
  departmentSlug: v.string(),
  messageCount: count,
});
export type ApiSummary = v.InferOutput<typeof SummarySchema>;

/** Page "Reply to support ticket", and `messages[]` of a ticket in full. */
export const MessageSchema = v.object({
  id,
  ticketId: id,
  sentAt: time,
  body: text,
  sender,
  senderName: text,
  encrypted: v.boolean(),
  attachments: list(AttachmentSchema),
});
export type ApiMessage = v.InferOutput<typeof MessageSchema>;

/** Page "Create support ticket": a ticket in full names no field as required; without id and number it is none. */
export const TicketSchema = v.object({
  ...common,
  status: v.optional(status, 'unknown'),
  priority: v.optional(priority, 'unknown'),
  departmentSlug: v.optional(v.string(), ''),
  messageCount: v.optional(count),
  body: text,
  attachments: list(AttachmentSchema),
  messages: list(MessageSchema),
});
export type ApiTicket = v.InferOutput<typeof TicketSchema>;

// All three fields of a page are optional, so any object would pass for an account without tickets: an error sent with
// status 200, another program's answer. A page says something of a page, or nothing at all.
const isPage = (object: object): boolean =>
  Object.keys(object).length === 0 || ['data', 'hasMore', 'nextCursor'].some((name) => name in object);

/** One page of the list. `hasMore` without `nextCursor` is left for the caller to judge. */
export const PageSchema = v.pipe(
  v.looseObject({
    data: v.optional(v.array(SummarySchema)),
    hasMore: v.nullish(v.boolean()),
    nextCursor: v.nullish(v.string()),
  }),
  v.check((page) => isPage(page)),
  v.transform(({ data, hasMore, nextCursor }) => ({
    tickets: data ?? [],
    hasMore: hasMore ?? Boolean(nextCursor),
    nextCursor: nextCursor || null,
  })),
);

export const DepartmentsSchema = v.pipe(
  v.object({
    departments: v.array(
      v.object({ slug: v.pipe(v.string(), v.minLength(1)), displayName: text, description: text }),
    ),
  }),
  v.transform(({ departments }) =>
    departments.map(({ slug, displayName, description }) => ({
      slug,
      name: displayName || slug,
      description,
    })),
  ),
);
