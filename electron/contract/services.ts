// Linked services that a new ticket can be about.
import * as v from 'valibot';

/** What the API takes as `context.serviceType`. */
export const linkableTypes = ['domain', 'hosting', 'vps', 'other'] as const;
export const LinkableTypeSchema = v.picklist(linkableTypes);
export type LinkableType = v.InferOutput<typeof LinkableTypeSchema>;

/** A service as tickets kept here have shown it. */
export const SeenServiceSchema = v.object({
  serviceType: LinkableTypeSchema,
  serviceId: v.string(),
  serviceName: v.nullable(v.string()),
  /** how many tickets are about it */
  tickets: v.number(),
});
export type SeenService = v.InferOutput<typeof SeenServiceSchema>;
