// What an error says of itself by its `code`, which Node and SQLite give it. Messages are never read.

/** The `code` of an error, '' if it has none. */
export function codeOf(cause: unknown): string {
  const code = cause instanceof Error ? (cause as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** The error's own code, or that of the nearest cause that has one; '' where there is none. */
export function nearestCodeOf(error: unknown): string {
  for (
    let at: unknown = error, depth = 0;
    at instanceof Error && depth < deepest;
    at = at.cause, depth += 1
  ) {
    const code = codeOf(at);
    if (code !== '') return code;
  }
  return '';
}

/** Causes can form a ring. */
const deepest = 8;

/** Codes of a file system that has no room: the disk's, the user's, or the file's own limit. */
export const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
