// Passwords that no joint ties to a label: "the password was fine yesterday, I type R0st3ri!9 …", the answer on the line
// below a question, the third cell of a row. The words around say what it is about, the value has to say the rest:
// it must be mixed as only passwords are.
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';
import { lineBefore, misspelt } from './labels.ts';
import { mayBeNext, namesNext, pointsAt, tellsNext } from './sentences.ts';
import { grade, hasBrackets, isPlainGuess, isRandom } from './values.ts';

/** what every value that this file looks for has in it */
const clue = /[\d!#$%^&*?+]/g;
/** the run between blanks around a clue, with what may stand around a password in a sentence or a cell */
const enclosed = /^(["'`“”„«([|*]{0,3})([\p{L}\d!#&*+][^\s"'`“”«»<>/\\|;,]{4,39})([^\s\p{L}\d]{0,4})$/u;
const hasLetter = /[a-z\u00df-\u017f]/;
const longestRun = 48;
const characters = /^[\p{L}\d!#$%^&*?+@_.:~=()[\]{}-]+$/u;
const trailing = /[.:)\]}]+$/;

const aboutPasswords = new RegExp(
  `l[öo]sen(?:ord|fras|et\\b|en\\b|\\b)|pass ?w(?:or)?d|passphrase|passcode|passord|passwort|${misspelt}|\\b(?:pass|pw|pwd)\\b`,
  'i',
);
const aboutLogins =
  /log[ -]?in\b|logins\b|logg(?:a|ar|at|ade) in\b|logged in\b|logging in\b|inlogg|sign(?:ed)? in\b|credentials?\b|\bcreds\b|basic auth|\b(?:ssh|s?ftp|rdp|cpanel|plesk|phpmyadmin|wp-admin|wp-login|webmail|webb?mejl\w*)\b/i;

/** a log tells of logins too, with ids that look like generated passwords */
const refused = /fail|denied|error|invalid|disconnect|session|\bid\b/i;

const before = 120;
const after = 80;
/** so far above a word for a password still tells what a mixed value is */
const farBefore = 300;
/** a line this short says nothing more than the value and a word or two before it */
const shortLine = 48;
const above = 200;

export function findNearbyPasswords(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let looked = 0;
  clue.lastIndex = 0;
  for (let hint = clue.exec(text); hint !== null; hint = clue.exec(text)) {
    const from = runStart(text, hint.index);
    const to = runEnd(text, hint.index);
    clue.lastIndex = to;
    const piece = to - from > longestRun ? '' : text.slice(from, to);
    const parts = hasLetter.test(piece) ? enclosed.exec(piece) : null;
    if (parts === null) continue;
    const [, lead = '', raw = '', close = ''] = parts;
    const value = raw.replace(trailing, '');
    const shape = shapeOf(value, isEnclosed(lead, close));
    if (shape === null) continue;
    const start = from + lead.length;
    const end = start + value.length;
    if (isUnmistakable(value) || isEverybodys(text, value, start) || isTold(text, value, start, shape))
      spans.push({ kind: 'password', start, end });
    looked += 1;
    if (spans.length >= mostPerRule || looked >= mostLabels) break;
  }
  return spans;
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160;

function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestRun && !isBlank(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

/** mixed: like nothing but a password; scrambled: like a generated one or an id; guess: like a user's name as well */
type Shape = 'mixed' | 'scrambled' | 'guess';

function shapeOf(value: string, quoted: boolean): Shape | null {
  if (!characters.test(value) || hasBrackets(value) || /^[\p{L}_.-]*=|=\w*&/u.test(value)) return null;
  const shape = isMixed(value)
    ? 'mixed'
    : isScrambled(value)
      ? 'scrambled'
      : isPlainGuess(value)
        ? 'guess'
        : null;
  if (shape === null || !['strong', 'word'].includes(grade(value))) return null;
  return shape === 'guess' && quoted ? 'scrambled' : shape;
}

/** Cases, digits and signs mixed as in no name, number or product. */
function isMixed(value: string): boolean {
  const bare = value.replace(/[!?.:]+$/, '');
  if (bare.length < 5 || /@.*\./.test(value) || /:.*:/.test(value)) return false;
  const lower = /\p{Ll}/u.test(value);
  const upper = /\p{Lu}/u.test(value);
  const digit = /\d/.test(value);
  if (!lower) return false;
  // a sign between letters that no word has: "Salt&Pepper", "hav!vind2"
  if (/[\p{L}\d][!#$%^&*?+@~([{\])}=][\p{L}\d]/u.test(bare)) return value.length >= 6 && (upper || digit);
  if (digit && /[!#$%^&*]$/.test(value)) return bare.length >= 6;
  if (digit && upper && /[\p{L}\d][_.~-][\p{L}\d]/u.test(bare)) return value.length >= 8;
  return false;
}

/** Letters and digits as a generator makes them; hashes and ids look alike, so it takes a word for a password. */
const isScrambled = (value: string): boolean =>
  value.length <= 20 &&
  /^[A-Za-z\d]+$/.test(value) &&
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  isRandom(value, 7);

/** A sign amid letters of both cases and digits, which is a password whatever is said; "Sheet1!B2" and "Ticket#88" are none. */
const isUnmistakable = (value: string): boolean =>
  value.length >= 9 &&
  /[\p{L}\d][!#$^*?][\p{L}\d]/u.test(value) &&
  /\p{Ll}/u.test(value) &&
  /\p{Lu}/u.test(value) &&
  /\d/.test(value) &&
  !/^[\p{L}\d_-]+(?:#(?:\d+|[A-Za-z]+)|![A-Z]{1,3}\d+)$/u.test(value);

/** The few passwords that so many choose that they are told by themselves; a coupon may read the same. */
const everybodys =
  /^(?:admin|welcome|v[äa]lkommen|qwerty|letmein|changeme|hemlig|hemligt|lösenord|l[o0]senord|p[a@]ssw[o0]rd)\d{1,4}[!?*]?$/i;
const isEverybodys = (text: string, value: string, start: number): boolean => {
  const left = lineBefore(text, start);
  return (
    value.length >= 8 &&
    everybodys.test(value) &&
    !namesNext(left) &&
    !/[kc]od|coupon|kupong|rabatt|kampanj/i.test(left)
  );
};

const isEnclosed = (lead: string, close: string): boolean =>
  /["'`“”„«(]/.test(lead) && /["'`”“»)]/.test(close);

/** Whether the words around the value tell of a password or a login, the more of them the less its shape says. */
function isTold(text: string, value: string, start: number, shape: Shape): boolean {
  const end = start + value.length;
  const ahead = text.slice(Math.max(0, start - before), start);
  const left = ahead.slice(ahead.lastIndexOf('\n') + 1);
  const right = text.slice(end, end + after).split('\n', 1)[0] ?? '';
  if (shape === 'guess') {
    if (tellsNext(left) || (pointsAt(left) && (aboutPasswords.test(right) || aboutLogins.test(right))))
      return true;
    if (aboutPasswords.test(left)) return pointsAt(left) || mayBeNext(left, value);
    return left.trim() === '' && right.trim() === '' && asks.test(linesAbove(text, start).at(-1) ?? '');
  }
  if (tellsNext(left)) return true;
  const around = shape === 'mixed' ? text.slice(Math.max(0, start - farBefore), end + after) : left + right;
  if (aboutPasswords.test(around) || isAboutLogins(left, shape)) return true;
  if (left.length + right.length > shortLine) return false;
  return linesAbove(text, start).some((line) => aboutPasswords.test(line) || isAboutLogins(line, shape));
}

/** The last three lines with something on them above the line of `at`. */
function linesAbove(text: string, at: number): string[] {
  const upper = text.slice(Math.max(0, at - above), at);
  const lines = upper.slice(0, upper.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line.trim() !== '').slice(-3);
}

const isAboutLogins = (words: string, shape: Shape): boolean =>
  aboutLogins.test(words) && (shape === 'mixed' || !refused.test(words));

/** a question, or a word for a password that has a line for itself */
const asks =
  /(?:lösen(?:ord)?(?:et)?|password|passphrase|\bpw)\b[^\n?:]{0,40}[?:]\s*$|^[\s>*-]{0,4}(?:lösen(?:ord)?|password|pass|pwd?)\s*$/i;
