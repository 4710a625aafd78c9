// Keys and tokens that no joint ties to a label ("the licence for Elementor, which you wanted: …"), and those that begin
// as services begin theirs: a short prefix, then random text.
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';
import { isPlaceholder } from './placeholders.ts';
import { prefixedTokenEnd } from './token-prefixes.ts';
import { isRandom, uuid } from './values.ts';

const run = /(?<![\w-])[A-Za-z0-9][\w-]{18,299}/g;
/** what makes the run a part of an address, a path or an assignment */
const continued = /^(?:[\w+/=:@%]|\.\w)/;
const continues = /[.:/=+%@&?#]/;
const about =
  /\b(?:api|secret|token(?:s|en|et)?|bearer|access|licen[sc]e|licens\w{0,8}|hemlig\w{0,6}|\w{0,20}nyckeln?|(?:private|master|restricted|service|account|admin|personal)[ -]key|credentials?)\b/i;
/** what else looks random: what is public, checked, counted or logged */
const harmless =
  /\b(?:public|publik\w{0,3}|publishable|site[ -]?key|sitekey|dkim|spf|txt|dns\w{0,4}|verif\w{0,12}|challenge|fingerprint|commit|git|hash\w{0,4}|sha\d*|md5|checksum|integrity|csrf|nonce|session|request|trace|unique_id|correlation|build|invalid|expired|unknown|malformed|id|ref\w{0,7}|order\w{0,3}|transaction|serial|tracking|message-id)\b/i;
/** prefixes of ids, which give nothing away */
const identifier =
  /^(?:nonce|cache|v\d|pk|pi|pm|ch|cs|cus|sub|in|il|evt|req|txn|seti|acct|price|prod|msg|file|img|wc|usr|user|org|run|job|asst|thread|chatcmpl|resp|ticket|tkt|tmsg|tatt|order|inv|key|id|gs|sha\d*|md5)[_-]/i;
const prefixed = /^[A-Za-z]{2,8}[_-](?:[A-Za-z0-9]{2,8}[_-]){0,2}(?=[A-Za-z0-9]{24})/;
/** product keys as they are printed: five groups of five */
const printed = /^(?:[A-Z0-9]{4,6}-){3,7}[A-Z0-9]{4,6}$/;
const licence = /licen[sc]|product key|produktnyckel|serienyckel|activation|aktivering/i;
const hexadecimal = /^(?=.*\d)(?:[a-f0-9]{32}|[a-f0-9]{40}|[a-f0-9]{64})$/;
/** the seed of a second factor as it is shown for typing: base32 in groups of four, behind a word for it */
const seed =
  /(?:setup|manual|authenticator|seed|secret|key|otp|[2m]fa|two-factor|hemlighet|nyckel|tvåfaktor)[^\n]{0,24}?[\s:=]((?:[A-Z2-7]{4} ){3,15}[A-Z2-7]{4})(?![\w'])/gi;
/** what each seed has in it, and few texts */
const groups = /(?: [A-Z2-7]{4}){3}|(?: [a-z2-7]{4}){3}/;
const lookBack = 80;

export function findNearbyTokens(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let looked = 0;
  for (const { 0: value, index } of text.matchAll(run)) {
    const end = prefixedTokenEnd(text, index) ?? (looked < mostLabels ? toldEnd(text, value, index) : null);
    if (end !== null && !isPlaceholder(text.slice(index, end)))
      spans.push({ kind: 'token', start: index, end });
    looked += 1;
    if (spans.length >= mostPerRule) break;
  }
  if (!groups.test(text)) return spans;
  for (const { 0: all, 1: value = '', index } of text.matchAll(seed)) {
    const end = index + all.length;
    if (/[2-7]/.test(value)) spans.push({ kind: 'token', start: end - value.length, end });
    if (spans.length >= 2 * mostPerRule) break;
  }
  return spans;
}

function toldEnd(text: string, value: string, start: number): number | null {
  const end = start + value.length;
  if (continues.test(text.charAt(start - 1)) || continued.test(text.slice(end, end + 2))) return null;
  return isToken(value, text.slice(Math.max(0, start - lookBack), start)) ? end : null;
}

function isToken(value: string, before: string): boolean {
  if (/^[\dA-F-]+$/.test(value) || identifier.test(value)) return false;
  // a label stands on the value's line or, alone, on the one above
  const line = before.trimEnd().slice(before.trimEnd().lastIndexOf('\n') + 1);
  if (harmless.test(line)) return false;
  if (printed.test(value)) return /\d/.test(value) && licence.test(line);
  const rest = value.replace(prefixed, '');
  return (
    about.test(line) &&
    (isVeryRandom(value) ||
      (rest !== value && isVeryRandom(rest)) ||
      hexadecimal.test(value) ||
      uuid.test(value))
  );
}

/** Random enough to be no name, at a length that nobody types. */
function isVeryRandom(text: string): boolean {
  if (!isRandom(text, 20)) return false;
  const steps = text.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
  // one case alone is found in names of files and hosts as well, so it has to change more often
  return steps >= text.length / (/[a-z]/.test(text) && /[A-Z]/.test(text) ? 6 : 4);
}
