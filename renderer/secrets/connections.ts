// Addresses and connection strings that carry a password: scheme://user:password@host, JDBC, key=value lists.
import { mostPerRule, type SecretKind, type SecretSpan } from './kinds.ts';
import { isPlaceholder } from './placeholders.ts';

/** scheme://user:password@host; the user may be missing (redis://:password@host). The scheme is read backwards, since "://" is rare. */
const address =
  /:\/\/(?<=(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{1,30}):\/\/)([^\s:/@?#'"<>`]{0,80}):([^\s/@'"<>`]{1,200})@(?=[\w[{$])/g;
const oracle = /(jdbc):oracle:[a-z]{2,5}:([\w.]{1,40})\/([^\s/@]{3,80})@/gi;

export function findConnections(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const pattern of [address, oracle]) {
    let looked = 0;
    for (const { 0: all, 1: scheme = '', 2: user = '', 3: password = '', index } of text.matchAll(pattern)) {
      if (carriesPassword(user, password)) {
        const start = all.startsWith(':') ? index - scheme.length : index;
        spans.push({ kind: 'connection-string', start, end: index + all.length - 1 });
      }
      looked += 1;
      if (looked >= mostPerRule) break;
    }
  }
  return spans;
}

function carriesPassword(user: string, password: string): boolean {
  // https://example.com:8080?mail=me@… has a port there, not a password
  if (/^\d{1,5}(?:$|[?#])/.test(password) && (/\.|^localhost$/.test(user) || user === '')) return false;
  return !isPlaceholder(password);
}

const neighbour =
  /(?:^|[\s;?&"'])(?:jdbc:[a-z]|(?:server|data ?source|host(?:name)?|addr|address|endpoint|initial catalog|database|dbname|db|uid|user ?id|driver|dsn)[ \t]{0,2}=)/i;
const reach = 200;

/**
 * What a labelled `password=…` is a part of: a connection string if the same line has `Server=`, `host=` and the
 * like, and both are parts of one list (separated by `;`, `&` or blanks).
 */
export function kindOfAssignment(text: string, label: number, valueEnd: number): SecretKind {
  const before = text.slice(Math.max(0, label - reach), label);
  const after = text.slice(valueEnd, valueEnd + reach);
  const line = `${before.slice(before.lastIndexOf('\n') + 1)}\u0000${after.split('\n', 1)[0] ?? ''}`;
  return neighbour.test(line) && !/--/.test(line) ? 'connection-string' : 'password';
}
