// Takes secrets out of text before it is written anywhere. Knows shapes, never the secrets themselves.

const gone = '[redacted]';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Each pattern with what is left of it; order matters, the named ones come before the bare ones. */
const patterns: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/-----BEGIN [^-]*-----[\s\S]*?(?:-----END [^-]*-----|$)/g, gone],
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${gone}`],
  [
    /\b((?:x-)?api[-_ ]?key|authorization|password|passwd|pwd|lösenord|token|secret|set-cookie|cookie)(["']?\s*[:=]\s*["']?)(?!Bearer |Basic )[^\s"',;]+/gi,
    `$1$2${gone}`,
  ],
  [/\/\/[^\s/@]+@/g, `//${gone}@`],
  [/\b(?:sk|pk|hu|hup|hostup|key|gh[pousr]|xox[abp]|satt)[-_][A-Za-z0-9_-]{8,}/gi, gone],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]'],
  [/\b[0-9a-f]{24,}\b/gi, gone],
  [/[A-Za-z0-9_-]{32,}={0,2}/g, (found) => (uuid.test(found) || !isMixed(found) ? found : gone)],
  [/[A-Za-z0-9+/]{40,}={0,2}/g, (found) => (isMixed(found) && !isPath(found) ? gone : found)],
];

/** Random text mixes digits, capitals and small letters; long words joined by hyphens do not. */
const isMixed = (text: string) => [/\d/, /[A-Z]/, /[a-z]/].filter((kind) => kind.test(text)).length > 1;
/** File paths of a stack trace have a slash every few letters, base64 one in 64. */
const isPath = (text: string) => (text.match(/\//g)?.length ?? 0) * 16 > text.length;

/** The same text with keys, passwords, tokens, mail addresses and anything that looks random blanked out. */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, rest] of patterns) {
    clean = typeof rest === 'string' ? clean.replace(pattern, rest) : clean.replace(pattern, rest);
  }
  return clean;
}
