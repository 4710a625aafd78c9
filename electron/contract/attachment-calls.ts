// The calls about files: saving attachments, looking at pictures, and taking a ticket out as a document.
import * as v from 'valibot';
import { CodeSchema } from './codes.ts';
import { DownloadSchema, mostPieces, PictureSchema } from './download.ts';
import { MessageSchema, TicketIdSchema, TicketSchema } from './model.ts';
import { id, timeZone } from './values.ts';

const attachment = v.strictObject({ ticketId: TicketIdSchema, messageId: id, attachmentId: id });
const piece = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostPieces - 1));
const download = v.strictObject({ id });
/** the download that it became; null: the user said no when asked where */
const started = v.object({ id: v.nullable(id) });

const PrintPartSchema = v.object({
  /** whose ticket it is; null where there is one account alone */
  account: v.nullable(v.string()),
  ticket: TicketSchema,
  /** false: something was said that has not been fetched yet */
  whole: v.boolean(),
  /** messages of the whole ticket that are here */
  total: v.number(),
  /** fifty at most, oldest first; none: nothing was said before */
  messages: v.array(MessageSchema),
});
export type PrintPart = v.InferOutput<typeof PrintPartSchema>;

export const attachmentCalls = {
  /** Asks the user where, unless the shell cannot, and starts. The page names no path. */
  'attachment.save': { input: attachment, output: started },
  /**
   * A picture, piece by piece, counted from 0. What the file is, its own first bytes say. No picture that can be shown:
   * refused; too large for it: too_large.
   */
  'attachment.preview': { input: v.strictObject({ ...attachment.entries, piece }), output: PictureSchema },
  /** Latest first. */
  'downloads.list': { input: v.strictObject({}), output: v.array(DownloadSchema) },
  /** Ends it and removes what came. */
  'downloads.cancel': { input: download, output: v.null() },
  /** Goes on where it broke off. */
  'downloads.resume': { input: download, output: v.null() },
  /** Shows the finished file in its folder; it is never opened. 'refused': this shell cannot. */
  'downloads.show': { input: download, output: v.null() },
  /** Takes a finished one off the list; the file stays. */
  'downloads.dismiss': { input: download, output: v.null() },
  /** Saved as an attachment is. PDF is 'refused' where the page itself must print. */
  'ticket.export': {
    input: v.strictObject({ ticketId: TicketIdSchema, format: v.picklist(['markdown', 'pdf']), timeZone }),
    output: started,
  },
  /** A message, or the whole ticket for `messageId` null. Encrypted texts are left out, and it says so. */
  'ticket.markdown': {
    input: v.strictObject({ ticketId: TicketIdSchema, messageId: v.nullable(id), timeZone }),
    output: v.object({ text: v.string() }),
  },
  /** What was said before that message; null: the newest. */
  'print.part': {
    input: v.strictObject({ ticketId: TicketIdSchema, before: v.nullable(id) }),
    output: PrintPartSchema,
  },
  /** The page of a ticket to be printed has everything on it, or says why it never will. */
  'print.ready': { input: v.strictObject({ problem: v.nullable(CodeSchema) }), output: v.null() },
} as const;
