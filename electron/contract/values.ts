// Small values that the schemas of several files share.
import * as v from 'valibot';

/** Of HostUp's making or of ours; opaque. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** The page's IANA zone; unknown: invalid_request. */
export const timeZone = v.pipe(v.string(), v.maxLength(64));

/** Latest activity, longest waiting, newest, most urgent, highest number first. Pinned tickets are on top in each. */
export const sorts = ['activity', 'turn', 'created', 'priority', 'number'] as const;
export const SortSchema = v.picklist(sorts);
export type Sort = v.InferOutput<typeof SortSchema>;
