// An unexpected error as facts for the log: name, code and where it happened.
// Messages of parsers and of Node itself quote their input, which may be a customer's text, so they stay out.

/** Messages of these speak of the program and not of its data, unless Node gave them a code (then they quote). */
const speaksOfCode = new Set(['TypeError', 'ReferenceError', 'RangeError']);
const depthOfCauses = 3;

/** One line per error of the chain of causes, then its frames. Not redacted yet. */
export function describeError(cause: unknown, depth = 1): string {
  if (!(cause instanceof Error)) return `thrown: ${typeof cause}`;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  const message = speaksOfCode.has(cause.name) && code === null ? `: ${cause.message.slice(0, 300)}` : '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = [`${cause.name}${code === null ? '' : ` (${code})`}${message}`, ...frames.slice(0, 12)];
  if (cause.cause === undefined || depth >= depthOfCauses) return own.join('\n');
  return `${own.join('\n')}\ncaused by ${describeError(cause.cause, depth + 1)}`;
}
