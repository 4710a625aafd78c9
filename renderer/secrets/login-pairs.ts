// A user and a password side by side: "root / hunter2", "log in as bob with …", or below each other after a heading.
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';
import { lineBefore } from './labels.ts';
import { grade, hasBrackets, isConvincing, isPlainGuess } from './values.ts';

type Pair = {
  readonly user: string;
  readonly value: string;
  readonly line: string;
  readonly above: string;
  readonly joint: string;
};
type Rule = { readonly pattern: RegExp; readonly accepts: (pair: Pair) => boolean };

/** words that say that a login is being told */
const login =
  /(?:log ?in|basic auth|logg(?:a|ar|at|ade) in|logged in|inlogg\w*|log on|credentials?|creds|uppgifter\w*|konto\w{0,3}|account|access|åtkomst|ssh|s?ftps?|rdp|vnc|cpanel|plesk|phpmyadmin|wp-admin|wordpress|webmail|imap|smtp|mysql|mariadb|postgres\w*|databas\w*|database|db|admin|användar\w*|user\w*|panel\w*|root)(?![\p{L}])/iu;
const heading =
  /(?:log ?in|inlogg\w*|credentials?|creds|uppgifter\w*|konto\w{0,3}|account|access|åtkomst|ssh|s?ftps?|wp-admin|wordpress|mysql|databas\w*|database|admin)[^\n]{0,30}:?$/iu;
const entering =
  /(?:log ?(?:in|on)|logg(?:a|ar|at|ade) in|logged in|sign(?:ed)? in|inlogg\w*)[^\n]{0,24}(?:as|with|med|som)\s$/i;
const administrator =
  /^(?:root|admin|administrator|administratör|sa|postgres|ftpuser|wpadmin|[\w.+-]+@[\w-]+\.[\w.]+)$/i;
const notUser =
  /^(?:sha\d*|md5|https?|ftp|ssh|sftp|urn|uuid|port|id|line|rad|at|via|kl|tel|fax|ip|ipv[46]|mac|php|apache|nginx|mysql|mariadb|openssh\S*|(?:ubuntu|debian)[\d.-]\S*|mozilla|version|ver|ticket|ärende|faktura|order|docker|node|image|from|to|till|och|and|or|eller|chown|ref|http\S*|\w+\.(?:js|ts|php|py|java|go|rb|css|log|se|com|net))$/i;
/** what may stand before "user/password", which looks like a path otherwise */
const introduces = /(?:[:=>]|\b(?:with|med|as|som|is|are|är|log ?in|inlogg))\s{0,3}$/i;
const command = /\b(?:chown|docker|image|pull|FROM|npm|composer|require|git|at )\b[^\n]{0,30}$/;

const rules: readonly Rule[] = [
  {
    pattern:
      /(?<![\w.@/:=%#&?+${~\\-])([A-Za-z][\w.@+-]{1,60})(?: ?\/ ?| \| |:| : | - | – |; ?)(?!\/)([^\s]{6,64})/g,
    accepts: ({ user, value, line, above, joint }) =>
      (joint !== '/' || administrator.test(user) || introduces.test(line)) &&
      ((administrator.test(user) && isConvincing(value)) || login.test(line) || login.test(above)),
  },
  {
    pattern: /(?<!\S)([\w.@+-]{2,60}) (?:and|och|&|with|med) ([^\s]{6,64})/g,
    accepts: ({ line }) => entering.test(line),
  },
  {
    pattern: /(?<!\S)([\w.+-]{2,40}@[\w.-]{4,60}?)[ \t,:;|]{1,3}([^\s]{6,64})/g,
    accepts: ({ line, above, value, joint }) =>
      ((login.test(line) || login.test(above)) && hasSymbol(value)) ||
      (/[:;|]/.test(joint) && isConvincing(value)),
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

export function findLoginPairs(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { pattern, accepts } of rules) {
    let looked = 0;
    for (const { 0: all, 1: user = '', 2: raw = '', index } of text.matchAll(pattern)) {
      const value = raw.replace(/[.,;)\]"'`>]+$/, '');
      if (notUser.test(user) || !isShaped(value)) continue;
      const line = lineBefore(text, index);
      const above = line.trim() === '' ? filledLineBefore(text, index) : '';
      const joint = all.slice(all.indexOf(user) + user.length, all.length - raw.length);
      const start = index + all.length - raw.length;
      if (!command.test(line) && accepts({ user, value, line, above, joint }) && isPassword(value)) {
        spans.push({ kind: 'password', start, end: start + value.length });
      }
      looked += 1;
      if (spans.length >= mostPerRule || looked >= mostLabels) break;
    }
  }
  return spans;
}

/** The line above, or the one above that if it is blank. */
function filledLineBefore(text: string, at: number): string {
  const upper = text.slice(Math.max(0, at - 100), at).trimEnd();
  return upper.slice(upper.lastIndexOf('\n') + 1).slice(-80);
}

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
