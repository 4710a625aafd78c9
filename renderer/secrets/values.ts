// Reads the value after a label, and says how much it looks like a secret. Knows no label.
import { isPlaceholder } from './placeholders.ts';
import { isReference } from './references.ts';

export type Value = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
};

/** nothing: no secret; word: letters only; number: digits only; strong: mixed, as passwords and keys are */
export type Grade = 'nothing' | 'word' | 'number' | 'strong';

const longest = 200;
const opening = /(?:\*\*|__|[*_](?=\S))?(?:\\?(["'`“”„«‘(]|&quot;))?/y;
const closing: Readonly<Record<string, RegExp>> = {
  '"': /\\?"/,
  "'": /\\?'/,
  '`': /`/,
  '“': /[”“"]/,
  '”': /”/,
  '„': /[“”"]/,
  '«': /»/,
  '‘': /[’']/,
  '(': /\)(?!\w)/,
  '&quot;': /&quot;/,
};
const unquoted = /[^\s]{1,200}/y;
/** markup that a pasted value runs into */
const cut = /<\/?[a-z][^<>]{0,20}>|&(?:nbsp|quot|lt);|\\[nr]|["'`”»]?(?:,["']|[}\]],?$)/i;
const tail = /(?:[.,;:)\]}>"'`”’»*]|__|\*\*)+$/;

/** The value that starts at `at`; null if there is none. */
export function readValue(text: string, at: number): Value | null {
  opening.lastIndex = at;
  const [lead = '', quote] = opening.exec(text) ?? [];
  const start = at + lead.length;
  const close = quote === undefined ? undefined : closing[quote];
  if (close !== undefined) {
    const line = text.slice(start, start + longest).split('\n', 1)[0] ?? '';
    const inside = line.search(close);
    if (quote === '(' && line.slice(0, inside).includes('(')) return null;
    if (inside > 0 && !/^\s/.test(line))
      return { text: line.slice(0, inside), start, end: start + inside, quoted: true };
  }
  unquoted.lastIndex = start;
  const run = unquoted.exec(text)?.[0] ?? '';
  const stop = run.search(cut);
  const value = (stop > 0 ? run.slice(0, stop) : run).replace(tail, '');
  return value === '' ? null : { text: value, start, end: start + value.length, quoted: false };
}

const digits = /^\d+$/;
const letters = /^(?:[\p{L}\p{M}'./_:=,&-]|[^\p{ASCII}])+$/u;
const symbol = /[!@#$%^&*+?~€£§|\\]/;

export function grade(value: string): Grade {
  const text = value.trim().replace(/^["'`]+|["'`]+$/g, '');
  if (text.length < 4 || isPlaceholder(text)) return 'nothing';
  if (digits.test(text)) return 'number';
  if (isReference(text)) return 'nothing';
  const bare = text.replace(/[!?.,;:]+$/, '');
  if (letters.test(bare)) return gradeLetters(bare);
  return /\s/.test(text) ? 'word' : 'strong';
}

/** Letters with hyphens are words, unless the cases are mixed as nobody writes a word. */
function gradeLetters(text: string): Grade {
  if (/[_:=]/.test(text)) return 'nothing';
  if (text.length >= 8 && /\p{Ll}&\p{Lu}/u.test(text)) return 'strong';
  const steps = text.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
  const isIdentifier = /pass|pwd|key|token|secret|user/i.test(text);
  return steps >= 2 && text.length >= 8 && !isIdentifier ? 'strong' : 'word';
}

/** Strong enough to be taken for a password even without a joint between label and value. */
export function isConvincing(value: string): boolean {
  if (grade(value) !== 'strong' || value.length < 6 || value.length > 64) return false;
  const bare = value.replace(/[!?.,;:]+$/, '');
  const hasDigit = /\d/.test(value);
  const hasCases = /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value);
  const hasSymbol = symbol.test(bare);
  if (/[/=]/.test(bare)) return hasDigit && hasCases && symbol.test(value) && !pathOrAssignment.test(bare);
  return hasDigit && hasCases ? true : hasSymbol && (hasDigit || hasCases);
}

const pathOrAssignment = /^[\p{L}_.-]*[/=]|[/=].*[/=]/u;
const brackets = /^[A-Za-z_$][\w.$]{2,}[([]|\(\S*\)|\[\S*\]|\{\S*\}|[()[\]{}]$/;

/** Calls, indices and blocks of code have brackets in pairs, passwords rarely do. */
export const hasBrackets = (value: string): boolean =>
  /[()[\]{}]/.test(value) && (brackets.test(value) || !isConvincing(value));

/** A word with digits after it or for some of its letters, as people choose passwords: "sommar24", "ch0c0late". */
export const isPlainGuess = (value: string): boolean =>
  /^\p{L}{4,}\d{1,4}[!?*]?$|^\p{L}{3,}(?:[_.-]\p{L}{2,}){1,3}[_.-]?\d{1,4}[!?*]?$|^(?=\p{L}{1,12}\d{1,2}\p{L})[\p{L}\d]{8,20}$/u.test(
    value,
  );

/** Cases and digits change as they do in random text, not as in names and words. */
export function isRandom(text: string, shortest: number): boolean {
  if (text.length < shortest || !/\d/.test(text)) return false;
  const plain = text.replace(/[^A-Za-z0-9]/g, '');
  const steps =
    plain.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])|[A-Z]{2}(?=[a-z])/g)?.length ?? 0;
  return steps >= 3 || (steps >= 2 && plain.length < 14) || /[!@#$^&*]/.test(text);
}

export const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
