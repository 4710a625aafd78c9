// Keys and tokens without a known shape, behind a word for one: "API key: …", "Bearer …", "JWT_SECRET=…".
import type { SecretSpan } from './kinds.ts';
import { type Candidate, candidates, isTight, lineBefore, searchLabels } from './labels.ts';
import { grade } from './values.ts';

const label = /api[ _-]?(?:key|nyckeln?)|secret|hemlighet(?:en)?|token(?:en)?|api|bearer|nyckeln?|key|salt/gi;
/** "key" alone is a word for many things; with one of these before it, it is a secret's */
const qualifier =
  /(?:api|secret|access|private|privata?|hemliga?|åtkomsts?|auth|encryption|encrypt|krypterings?|licen[sc]e|licens|master|account|konto|app(?:lication)?|consumer|client|service|storage|admin|webhook|shared|symmetric|security|säkerhets?|integration|live|production|prod|hostup|stripe|klarna|fortnox|logged_in|nonce|secure_auth|tsig|rndc|hmac|jwt|session|cipher)[ _-]?(?:s[ _-])?$/i;
/** what makes it a public or harmless one */
const harmless =
  /(?:public|publika?|publishable|host|host-|primary|foreign|cache|meta|registry|index|sort|partition|dkim|dnskey|ssh|site|gpg|pgp|page|next_?page|next|continuation|sync|csrf|xsrf|_csrf|authenticity|form|request|verification|design|idempotency|cursor|translation|unexpected|syntax|invalid|unknown|push|sitekey|captcha|word|prompt|completion)[ _-]?$/i;
const after = /(?:_BASE|_PROD|_TEST|_LIVE|_DEV|[12](?!\w))/y;
const charset = /^[A-Za-z0-9_\-.~+/=:%!@#$^&*]+$/;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function findLabelledTokens(text: string): SecretSpan[] {
  return searchLabels(text, label, (word, start) => {
    const strict = strictness(text, start, word);
    const end = labelEnd(text, start + word.length);
    if (strict === null || end === null) return null;
    const hit = candidates(text, end).find((candidate) => isToken(candidate, strict));
    return hit === undefined ? null : { kind: 'token', start: hit.value.start, end: hit.value.end };
  });
}

type Strictness = 'explicit' | 'vague';

function strictness(text: string, start: number, word: string): Strictness | null {
  const line = lineBefore(text, start).slice(-30);
  if (harmless.test(line)) return null;
  const glued = /\p{L}$/u.test(line);
  const camel = /\p{Ll}$/u.test(line) && /^[A-Z]/.test(word);
  if (/^api$/i.test(word)) return glued ? null : 'vague';
  const isKey = /^(?:key|nyckeln?|salt)$/i.test(word);
  if (isKey) return qualifier.test(line) ? 'explicit' : glued ? null : 'vague';
  return glued && !camel && !qualifier.test(line) ? null : 'explicit';
}

function labelEnd(text: string, at: number): number | null {
  after.lastIndex = at;
  const end = at + (after.exec(text)?.[0].length ?? 0);
  return /[\p{L}\p{N}_]/u.test(text.charAt(end)) ? null : end;
}

function isToken({ value, joint }: Candidate, strict: Strictness): boolean {
  const { text } = value;
  if (/^\d+$/.test(text)) {
    return joint === 'sign' && strict === 'explicit' && text.length >= 6 && text.length < 13;
  }
  if (!charset.test(text)) return false;
  if (uuid.test(text)) return strict === 'explicit' && isTight(joint);
  if (strict === 'vague') {
    const hasBothCases = /[A-Z]/.test(text) && /[a-z]/.test(text);
    return (hasBothCases || /^[0-9a-f]{32,64}$/.test(text)) && isRandom(text, 20) && grade(text) === 'strong';
  }
  return isRandom(text, isTight(joint) ? 8 : 14) && grade(text) === 'strong';
}

/** Cases and digits change as they do in random text, not as in names and words. */
function isRandom(text: string, shortest: number): boolean {
  if (text.length < shortest || !/\d/.test(text)) return false;
  const plain = text.replace(/[^A-Za-z0-9]/g, '');
  const steps =
    plain.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])|[A-Z]{2}(?=[a-z])/g)?.length ?? 0;
  return steps >= 3 || (steps >= 2 && plain.length < 14) || /[!@#$^&*]/.test(text);
}
