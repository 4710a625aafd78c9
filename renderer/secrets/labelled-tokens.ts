// Keys and tokens without a known shape, behind a word for one: "API key: …", "Bearer …", "JWT_SECRET=…".
import type { SecretSpan } from './kinds.ts';
import { type Candidate, candidates, isTight, lineBefore, searchLabels } from './labels.ts';
import { grade, isConvincing, isRandom, uuid } from './values.ts';

const label =
  /api[ _-]?(?:key|nyckeln?)|secret|hemlighet(?:en)?|token(?:en|et|s)?|api|bearer|nyckeln?|key|salt|licen[sc]e|licens(?:en)?/gi;
/** "key" alone is a word for many things; with one of these before it, it is a secret's */
const qualifier =
  /(?:api|secret|access|private|privata?|hemliga?|åtkomsts?|auth|encryption|encrypt|krypterings?|licen[sc]e|licens|master|account|konto|app(?:lication)?|consumer|client|service|storage|admin|webhook|shared|symmetric|security|säkerhets?|integration|live|production|prod|hostup|stripe|klarna|fortnox|logged_in|nonce|secure_auth|tsig|rndc|hmac|jwt|session|cipher)[ _-]?(?:s[ _-])?$/i;
/** what makes it a public or harmless one */
const harmless =
  /(?:public|publika?|publishable|host|host-|primary|foreign|cache|meta|registry|index|sort|partition|dkim|dnskey|ssh|site|gpg|pgp|page|next_?page|next|continuation|sync|csrf|xsrf|_csrf|authenticity|form|request|verification|design|idempotency|cursor|translation|unexpected|syntax|invalid|unknown|push|sitekey|word|prompt|completion)[ _-]?$/i;
/** a captcha's key is in every page, its secret is not */
const captcha = /captcha[ _-]?$/i;
/** numbers of orders and the like that addresses call keys */
const identifier = /^(?:wc_order|pk|pi|ch|cus)_/;
const after = /(?:_BASE|_PROD|_TEST|_LIVE|_DEV|[12](?!\w))/y;
const charset = /^[A-Za-z0-9_\-.~+/=:%!@#$^&*]+$/;

export function findLabelledTokens(text: string): SecretSpan[] {
  return searchLabels(text, label, (word, start) => {
    const strict = strictness(text, start, word);
    const end = labelEnd(text, start + word.length);
    if (strict === null || end === null) return null;
    const hit = candidates(text, end).find((candidate) => isToken(candidate, strict));
    return hit === undefined ? null : { kind: 'token', start: hit.value.start, end: hit.value.end };
  });
}

/** licence: the names of licences stand behind the word as well, so that it takes a long random one */
type Strictness = 'explicit' | 'vague' | 'licence';

function strictness(text: string, start: number, word: string): Strictness | null {
  const line = lineBefore(text, start).slice(-30);
  if (harmless.test(line) || (captcha.test(line) && /key|nyckel/i.test(word))) return null;
  const glued = /\p{L}$/u.test(line);
  const camel = /\p{Ll}$/u.test(line) && /^[A-Z]/.test(word);
  if (/^api$/i.test(word)) return glued ? null : 'vague';
  if (/^licen/i.test(word)) return glued ? null : 'licence';
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
  if (!charset.test(text) || identifier.test(text)) return false;
  if (uuid.test(text)) return strict === 'explicit' && joint !== 'to';
  if (strict === 'vague') {
    const hasBothCases = /[A-Z]/.test(text) && /[a-z]/.test(text);
    return (hasBothCases || /^[0-9a-f]{32,64}$/.test(text)) && isRandom(text, 20) && grade(text) === 'strong';
  }
  if (strict === 'licence')
    return isTight(joint) && isRandom(text, 17) && !/\.\d/.test(text) && grade(text) === 'strong';
  // people choose some of them as they choose passwords
  const chosen = isTight(joint) && text.length >= 8 && isConvincing(text) && /[!#$%^&*?+]/.test(text);
  return (chosen || isRandom(text, isTight(joint) ? 8 : 14)) && grade(text) === 'strong';
}
