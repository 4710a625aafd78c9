// Files on their way from HostUp to where the user wants them, and what a picture is shown from.
import * as v from 'valibot';
import { FailureSchema } from './codes.ts';
import { TicketIdSchema } from './model.ts';
import { id } from './values.ts';

const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));

export const DownloadSchema = v.object({
  id,
  ticketId: TicketIdSchema,
  /** null: an export of the whole ticket, made here */
  messageId: v.nullable(id),
  attachmentId: v.nullable(id),
  /** the name it is saved under */
  filename: v.string(),
  /** broken: what came lies beside the target, and the rest can be fetched */
  state: v.picklist(['running', 'broken', 'done']),
  received: bytes,
  total: v.nullable(bytes),
  /** the path, to be read by the user */
  place: v.string(),
  /** why broken; null: the program was ended meanwhile */
  reason: v.nullable(FailureSchema),
});
export type Download = v.InferOutput<typeof DownloadSchema>;

const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];
/** Largest picture that is shown inside the page, bytes. */
export const largestPicture = 8 * 1024 * 1024;
/** Characters of a picture that are handed over at once: a few milliseconds' work. */
export const pictureAtOnce = 1024 * 1024;
export const mostPieces = Math.ceil((Math.ceil(largestPicture / 3) * 4) / pictureAtOnce);
export const PictureSchema = v.object({
  mimeType: v.picklist(pictureTypes),
  /** one piece of it; put together they are the whole */
  base64: v.pipe(v.string(), v.maxLength(pictureAtOnce)),
  pieces: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPieces)),
});
export type Picture = v.InferOutput<typeof PictureSchema>;
