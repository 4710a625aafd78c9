// A user and a password side by side: "root / hunter2", "log in as bob with …", or below each other after a heading.
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';
import { lineBefore } from './labels.ts';
import { grade, hasBrackets, isConvincing, isPlainGuess } from './values.ts';
import { isOrdinaryWord } from './words.ts';

type Pair = {
  readonly user: string;
  readonly value: string;
  readonly line: string;
  readonly above: string;
  readonly joint: string;
  /** nothing of the same sentence follows */
  readonly ends: boolean;
};
type Rule = {
  /** finds the user, or just its end where that is faster, and the value */
  readonly pattern: RegExp;
  readonly accepts: (pair: Pair) => boolean;
};

/** words that say that a login is being told */
const login =
  /(?:log ?in|basic auth|logg(?:a|ar|at|ade) in|logged in|inlogg\w*|log on|credentials?|creds|uppgifter\w*|konto\w{0,3}|account|access|åtkomst|ssh|s?ftps?|rdp|vnc|cpanel|plesk|phpmyadmin|wp-admin|wordpress|webmail|imap|smtp|mysql|mariadb|postgres\w*|databas\w*|database|db|admin|användar\w*|user\w*|panel\w*|root)(?![\p{L}])/iu;
const heading =
  /(?:log ?in|inlogg\w*|credentials?|creds|uppgifter\w*|konto\w{0,3}|account|access|åtkomst|ssh|s?ftps?|wp-admin|wordpress|mysql|databas\w*|database|admin|lösenord\w{0,3}|password)[^\n]{0,30}[:?]?$/iu;
const entering =
  /(?:log ?(?:in|on)|logg(?:a|ar|at|ade) in|logged in|sign(?:ed)? in|inlogg\w*)[^\n]{0,24}(?:as|with|med|som)\s$/i;
/** a user and a password follow at once: "Inloggningsuppgifter: karin, …", "login karin@… …" */
const announces =
  /(?:log ?in|inlogg\p{L}*|credentials?|creds|uppgifter\p{L}*|åtkomst|access|ssh|s?ftps?|rdp|vnc|vpn|cpanel|plesk|phpmyadmin|wp-admin|wordpress|webmail)(?: \p{L}{1,12})?(?::| is| är)?\s{1,3}(?:[\w.@+-]{2,60}, (?:port \d{2,5}, )?){0,2}$/iu;
const host =
  /^[\s>*-]{0,4}(?:(?:[\w-]+\.)+[\w]+(?::\d+)?[\s,]+|[^\s]+\/[\w.-]+\s+|.{0,12}(?:log ?in|inlogg\w*|ssh|rdp|vnc|kvm|console)\W+)?$/i;
const mailbox =
  /\b(?:mailbox\w*|e-?mail|e-post\w*|brevlåd\w*|konto\w{0,3}|account|inlogg\w*|log ?in)\b[^.\n]{0,20}$/i;
const administrator =
  /^(?:root|admin|administrator|administratör|sa|postgres|ftpuser|wpadmin|[\w.+-]+@[\w-]+\.[\w.]+)$/i;
const isMailbox = /^[\w.+-]+@[\w-]+\.[\w.]+$/;
const notUser =
  /^(?:sha\d*|md5|https?|ftp|ssh|sftp|urn|uuid|port|id|line|rad|at|via|kl|tel|fax|ip|ipv[46]|mac|php|apache|nginx|mysql|mariadb|openssh\S*|(?:ubuntu|debian)[\d.-]\S*|mozilla|version|ver|ticket|ärende|faktura|order|docker|node|image|from|to|till|och|and|or|eller|chown|ref|http\S*|\w+\.(?:js|ts|php|py|java|go|rb|css|log|se|com|net))$/i;
/** what may stand before "user/password", which looks like a path otherwise */
const introduces = /(?:[:=>]|\b(?:with|med|as|som|is|are|är|log ?in|inlogg))\s{0,3}$/i;
const command = /\b(?:chown|docker|image|pull|FROM|npm|composer|require|git|at )\b[^\n]{0,30}$/;

const rules: readonly Rule[] = [
  {
    pattern:
      /(?<![\w.@/:=%#&?+${~\\-])([A-Za-z][\w.@+-]{1,60})(?: ?\/ ?| \| |:| : | - | – | -> | → | \+ |; ?)(?!\/)([^\s]{6,64})/g,
    accepts: ({ user, value, line, above, joint }) =>
      (!/->|→|\+/.test(joint) || administrator.test(user)) &&
      (joint !== '/' || administrator.test(user) || introduces.test(line)) &&
      ((administrator.test(user) && isConvincing(value)) || login.test(line) || login.test(above)),
  },
  {
    pattern: /([\w.@+-]) (?:and|och|&|with|med) ([^\s]{6,64})(?!\S| (?:and|och|&) )/g,
    accepts: ({ user, line }) => entering.test(line) || (isMailbox.test(user) && login.test(line)),
  },
  {
    pattern: /([\w+-]@[\w.-]{4,60}?)(?:[ \t,:;|(]{1,3}| with | med )([^\s]{6,64})/g,
    accepts: ({ line, above, value, joint, ends }) =>
      ((login.test(line) || login.test(above)) &&
        (hasSymbol(value) || (joint.includes('(') && isConvincing(value)))) ||
      (/[:;|]/.test(joint) && isConvincing(value)) ||
      announces.test(line) ||
      // in a line that speaks of mailboxes or of nothing else
      ((line.trim() === '' || mailbox.test(line)) && ends && hasUpperCase(value)),
  },
  {
    // "root Tallkotte8", alone or behind a host
    pattern: /(root|administrator|admin)(?: {1,3}|: )([^\s]{6,64})(?=[ \t]{0,4}(?:$|\n))/g,
    accepts: ({ user, line, value }) => administrator.test(user) && host.test(line) && hasUpperCase(value),
  },
  {
    // "user karin with …", "log in as karin and then …"
    pattern:
      /(?:user(?: ?name)?|användar(?:e|en|namn|namnet)|logg(?:a|ar|at|ade) in (?:med|som)|log(?:ged)? in (?:with|as))(?: is| är|:)? ([\w.@+-]{2,60})(?:,? (?:and|och|with|med)(?: then| sedan| sen)?|,) ([^\s]{6,64})/gi,
    accepts: ({ value, ends }) => ends && hasUpperCase(value),
  },
  {
    pattern: /([\w.@+-]), ([^\s]{6,64})(?=[ \t]{0,4}(?:$|\n))/g,
    accepts: ({ line, value }) => announces.test(line) && /\d\d|[!#$%^&*?+]/.test(value),
  },
  {
    pattern: /(?<!\S)(with|med) ([^\s]{6,64})/g,
    accepts: ({ user, line, value }) => entering.test(`${line}${user} `) && hasSymbol(value),
  },
  {
    pattern: /^[ \t>]{0,4}([\w.@+-]{2,60})[ \t]{0,4}\r?\n[ \t>]{0,4}(\S{6,64})(?=[ \t]{0,4}$)/gm,
    accepts: ({ above }) => heading.test(above.trimEnd()),
  },
];

/** "user/pass: admin/…", "u: admin, p: …": what each half is stands before it */
const named = [
  /[/+&|](?<=(?:user(?: ?name)?|usr|login|un|anv\w{0,14}|inlogg\w{0,6}|mail|mejl|post) ?.) ?(?:pass(?:word)?|pwd?|lösen(?:ord)?)(?: is| are| är)?[ :=]{1,3}[\w.@+-]{2,60}(?: ?[/|:,] ?| and | och )([^\s]{4,64})/gi,
  /[:=](?<=(?<!\w)(?:u|un|usr|l|a).) ?[\w.@+-]{2,60}[ ,;\r\n]{1,4}(?:p|pw|l)[:=] ?([^\s]{4,64})/gi,
  // the number and the short password of a program for remote help
  /(?:team ?viewer|anydesk|rustdesk|remote|fjärr\w{2,12})[^\n\d]{0,30}\d{3} ?\d{3} ?\d{3,4}[ ,;/]{1,3}(?:and |och )?(?:pass\w{0,4}|pwd?|code|pin|lösen\w{0,4}|kod)[ :=]{1,3}([\w-]{4,16})(?![\w-])/gi,
  // each half below its name
  /\n[> ]{0,4}(?<=(?:user(?: ?name)?|login|användar(?:e|namn)|inloggning|mail|post)[ \t]{0,4}\r?\n[> ]{0,4}[\w.@+-]{2,60}[ \t]{0,4}\r?\n[> ]{0,4})(?:password|pass|pwd?|lösen(?:ord)?)[ \t]{0,4}\r?\n[> ]{0,4}(\S{4,64})(?=[ \t]{0,4}(?:$|\r?\n))/gi,
];

export function findLoginPairs(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { pattern, accepts } of rules) {
    let looked = 0;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const span = passwordOf(text, found, accepts);
      if (span !== null) spans.push(span);
      // the second of three may be the user: "host / user / password"
      else pattern.lastIndex = found.index + (found[1] ?? '').length;
      looked += 1;
      if (spans.length >= mostPerRule || looked >= mostLabels) break;
    }
  }
  for (const pattern of named) {
    for (const { 0: all, 1: raw = '', index } of text.matchAll(pattern)) {
      const value = raw.replace(trailing, '');
      const start = index + all.length - raw.length;
      if (grade(value) !== 'nothing' && !isOrdinaryWord(value))
        spans.push({ kind: 'password', start, end: start + value.length });
      if (spans.length >= 2 * mostPerRule) break;
    }
  }
  return spans;
}

const longestUser = 60;
const endOfPart = /^[ \t]{0,4}(?:$|[\r\n,.;|])/;
const trailing = /[.,;)\]"'`>]+$/;

function passwordOf(text: string, found: RegExpExecArray, accepts: Rule['accepts']): SecretSpan | null {
  const { 0: all, 1: ending = '', 2: raw = '', index } = found;
  const value = raw.replace(trailing, '');
  if (!isShaped(value)) return null;
  const from = wordStart(text, index);
  const user = text.slice(from, index) + ending;
  if (notUser.test(user) || (from < index && /[^\s(>]/.test(text.charAt(from - 1)))) return null;
  const line = lineBefore(text, from);
  const above = line.trim() === '' ? filledLineBefore(text, index) : '';
  const joint = all.slice(all.indexOf(ending) + ending.length, all.length - raw.length);
  const start = index + all.length - raw.length;
  const ends = value !== raw || endOfPart.test(text.slice(start + raw.length, start + raw.length + 6));
  const pair = { user, value, line, above, joint, ends };
  if (command.test(line) || !accepts(pair) || !isPassword(value)) return null;
  return { kind: 'password', start, end: start + value.length };
}

/** Where the word starts that ends at `at`. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestUser && /[\w.@+-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The line above, or the one above that if it is blank. */
function filledLineBefore(text: string, at: number): string {
  const upper = text.slice(Math.max(0, at - 100), at).trimEnd();
  return upper.slice(upper.lastIndexOf('\n') + 1).slice(-80);
}

const hasUpperCase = (value: string) => /\p{Lu}/u.test(value) && /\p{Ll}.*\d/u.test(value);
const hasSymbol = (value: string) => /[!#$%^&*?+]|@(?!.*\.)/.test(value) && isConvincing(value);

/** Neither code nor path nor port. */
function isShaped(value: string): boolean {
  if (!/[\d!@#$%^&*?+]/.test(value)) return false;
  if (/^[:=$@#<]|["`]|->|\\[nrt]|\$\w+[[.>]/.test(value)) return false;
  return !hasBrackets(value) && !/[:/\\].*[:/\\]|^\d+[.:]/.test(value);
}

/** Chosen by people (a word with digits) or clearly mixed. */
function isPassword(value: string): boolean {
  return grade(value) === 'strong' && (isConvincing(value) || isPlainGuess(value));
}
