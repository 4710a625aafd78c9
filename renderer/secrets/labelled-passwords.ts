// Passwords behind a word for one, in Swedish and English: "lösenordet är …", "DB_PASSWORD=…", "… is my password".
import { kindOfAssignment } from './connections.ts';
import type { SecretSpan } from './kinds.ts';
import {
  type Candidate,
  candidates,
  follows,
  isTight,
  lineBefore,
  misspelt,
  searchLabels,
} from './labels.ts';
import { grade, isConvincing, isPlainGuess } from './values.ts';
import { isOrdinaryWord, mayBecomeOrdinary } from './words.ts';

const label = new RegExp(
  `l[öo]s{1,2}en(?: ?ord(?:en|et)?|(?:ords)?fras(?:en)?)|pass[ _-]?(?:words?|wd|phrase|code|ord(?:et)?)|${misspelt}|l[öo]senkod(?:en)?|l[öo]sen(?:et)?|pass|p/w|psw|psk|pwd|pw|kode?ord(?:et)?|code[ -]?word|community[ -]string|kennwort|adgangskoden?|(?:security|secret|memorable|safe)[ -]word|(?:pre-?)?shared[ -](?:key|secret)|delad hemlighet|(?:wpa[23]?|wi-?fi|wlan|nätverks?|network)[ -]?(?:key|nyckeln?)|lösn?`,
  'gi',
);
/** what may be glued to a label without changing it: numbers, environments, Swedish compounds */
const suffix =
  /(?:[12](?![\w.])|_(?:PROD|DEV|TEST|STAGE|STAGING|LIVE|LOCAL|MASTER|SLAVE|[A-Z]{2,10})(?=[ ="':]))/y;
const short = /^(?:pass|pwd|p\/?w|psw|psk|l[öo]sen(?:et)?|lösn?)$/i;
/** also a word for something else, so only a mixed value counts behind it */
const ambiguous = /^lösn?$/i;
/** what programs glue before a short label: "dbpass", "smtp_pw" */
const prefix =
  /(?:^|[^\p{L}])(?:db|s?ftp|smtp|imap|sql|mysql|pg|root|user|admin|wp|e?mail|ssh|my|auth|http|proxy|redis|ldap|app|login|bind|key|store)$/iu;
/** before the label in a command's option: "--admin_password …" */
const option = /(?:^|\s)--?[a-z_-]{0,20}$/;
/** labels of values with several words */
const phrase = /fras|phrase|co?de[ -]?(?:word|ord)|kodord/i;
/** characters of a password; what is longer is something else */
const longest = 100;
const letter = /[\p{L}\p{N}]/u;
/** labels that a line makes harmless: log lines of failed logins, results of mail checks, talk of rules */
const harmlessBefore =
  /(?:(?:failed|accepted|using|invalid|incorrect|no such|spf|dkim|dmarc|arc|auth|wrong) ?=?|\w:|type ?= ?["']?|for=["']|\$|->|%)$/i;
const codeLine =
  /[{}$]|=>|\b(?:const|let|var|def|return|function|public|private|protected|String|string|int|if|import|assert)\b|\)\s*;/;
/** "user bob, password …": with a user before it, a word alone is a password too */
const hasUser =
  /(?:[\w.+-]{1,40}@[\w.-]{4,60}|\b(?:user(?: ?name)?|anv\.?|användare|användarnamn|login|inlogg|konto|account)\b[: =]{1,3}(?!(?:and|och)\b)[\w.@+-]{2,60})[, ]{1,3}(?:(?:and|och|with|med|the) ){0,2}$/i;
/** texts of a program's interface, which are full of words for passwords */
const dictionary = /\b(?:labels?|messages?|texts?|lang|i18n|translations?|placeholder|title|msgid|msgstr)\b/i;
const sets =
  /\b(?:set|change[ds]?|reset|update[ds]?|sätt[ae]?r?|satte|satt|byt[ae]?r?|bytte|bytt|ändra\w{0,3})\b[^.\n]{0,40}$/i;
const resets =
  /\b(?:reset|change|forgot|byt[ae]?|ändra|återställ\w*|glömt|nollställ\w*|hash\w*)\b[^.]{0,30}$/i;

export function findLabelledPasswords(text: string): SecretSpan[] {
  return searchLabels(text, label, (word, start) => {
    const end = labelEnd(text, start, word);
    return end === null ? null : (after(text, start, end, word) ?? before(text, start));
  });
}

/** Where the label ends with what is glued to it; null if this is a part of another word. */
function labelEnd(text: string, start: number, word: string): number | null {
  const previous = text.charAt(start - 1);
  const camel = /\p{Ll}/u.test(previous) && /^[A-Z]/.test(word);
  if (
    short.test(word) &&
    letter.test(previous) &&
    !camel &&
    !prefix.test(text.slice(start < 8 ? 0 : start - 8, start))
  )
    return null;
  let end = start + word.length;
  suffix.lastIndex = end;
  const glued = suffix.exec(text);
  if (glued !== null) end += glued[0].length;
  const next = text.charAt(end);
  return letter.test(next) || (next === '_' && text.charAt(end + 1) !== '_') ? null : end;
}

function after(text: string, start: number, end: number, word: string): SecretSpan | null {
  const line = lineBefore(text, start);
  if (harmlessBefore.test(line)) return null;
  // "user bob" may stand on the line above
  const above = line.trim() === '' ? lineBefore(text, start - line.length - 1) : '';
  const userLine = hasUser.test(`${above.trimEnd()} `) ? `${above.trimEnd()} ` : line;
  for (const candidate of candidates(text, end)) {
    const { value } = candidate;
    if (!isPassword(text, candidate, userLine, word)) continue;
    return { kind: kindOfAssignment(text, start, value.end), start: value.start, end: value.end };
  }
  return null;
}

function isPassword(text: string, candidate: Candidate, line: string, word: string): boolean {
  const { value, joint, below } = candidate;
  if (value.text.length > longest) return false;
  if (isGroups(text, value.start)) return isTight(joint);
  if (/\bapp[ -]?$/i.test(line) && joinedGroups.test(value.text)) return true;
  if (phrase.test(word) && isTight(joint) && isPhrase(text, value)) return true;
  const looks = grade(value.text);
  const then = value.quoted ? 'end' : follows(text, value);
  if (looks === 'nothing' || (below && then !== 'end')) return false;
  const isSet = joint === 'to' && sets.test(line);
  if (ambiguous.test(word) && looks !== 'strong') return false;
  if (looks === 'strong') return isTight(joint) || isSet || isBarePassword(value.text, line, word);
  if (looks === 'number') return isNumericPassword(candidate, then, isSet, line);
  if (joint === 'none' && !(isSpoken(text, value, word) || hasUser.test(line) || option.test(line)))
    return false;
  return (joint !== 'to' || (isSet && value.quoted)) && isWordPassword(text, candidate, then, line);
}

function isNumericPassword({ value, joint }: Candidate, then: string, isSet: boolean, line: string): boolean {
  const { length } = value.text;
  if (joint === 'none' && hasUser.test(line)) return length >= 4 && then !== 'words';
  // "lösen 1234" with nothing else on its line
  const isYear = /^(?:19|20)\d\d$/.test(value.text);
  if (joint === 'none' && line.trim() === '' && then === 'end') return length >= 4 && !isYear;
  if (joint === 'none') return !value.quoted && length >= 6 && then === 'end' && !resets.test(line);
  return (isTight(joint) || isSet) && (then === 'end' || (then === 'part' && length > 4));
}

/** password "banana": quotes straight after a whole word for a password, not brackets, and no verb "pass" */
const isSpoken = (text: string, value: Candidate['value'], word: string): boolean =>
  value.quoted && text.charAt(value.start - 1) !== '(' && !short.test(word);

/** A word alone is a password only where nothing else can be meant. */
function isWordPassword(text: string, candidate: Candidate, then: string, line: string): boolean {
  const { value, joint, below } = candidate;
  if (value.text.length > 40 || value.text.length < (joint === 'verb' ? 5 : 4)) return false;
  const parts = value.text.split(/[\s./_!?,:;-]+/).filter((part) => part !== '');
  if (value.end === text.length && !value.quoted && mayBecomeOrdinary(parts.at(-1) ?? '')) return false;
  if (parts.some(isOrdinaryWord) || dictionary.test(line)) return false;
  if (value.quoted) return parts.length !== 2 && !(codeLine.test(line) && parts.length > 1);
  if (parts.length > 1 && parts.length < 3) return false;
  if (codeLine.test(line) || below) return false;
  // the variable of a command: "PGPASSWORD=tallkotte psql …"
  if (option.test(line) || /[?&]$/.test(line) || /[A-Z]=$/.test(text.slice(value.start - 2, value.start)))
    return true;
  return then === 'end' || (then === 'part' && (joint === 'sign' || hasUser.test(line)));
}

/** "password hunter2", "lösen sommar24": no joint, so the value has to be one that people choose. */
function isBarePassword(value: string, line: string, word: string): boolean {
  if (
    /^pass$/i.test(word) &&
    !/\b(?:user|login|root|admin|ssh|s?ftp|namn|användar\w*)\b/i.test(line) &&
    !option.test(line)
  )
    return false;
  if (resets.test(line) && !/[!@#$%^&*+?]/.test(value)) return false;
  return isConvincing(value) || isPlainGuess(value);
}

/** Several words in a row, as passphrases are made; a sentence about one has ordinary words in it. */
const wordsInRow = /(?:[\p{L}\d]{2,20}[ -]){2,7}[\p{L}\d]{1,20}(?=[ \t.]{0,3}(?:$|\n))/uy;
function isPhrase(text: string, value: Candidate['value']): boolean {
  if (value.quoted) return /\S \S/.test(value.text) && !value.text.split(' ').every(isOrdinaryWord);
  wordsInRow.lastIndex = value.start;
  const parts = wordsInRow.exec(text)?.[0].split(/[ -]/) ?? [];
  const ordinary = parts.filter(isOrdinaryWord).length;
  // four words or more that say nothing about a phrase, save for one that may be a part of it: "correct horse …"
  return parts.length > 0 && ordinary <= (parts.length >= 4 ? 1 : 0);
}

/** Application passwords as WordPress and Google print them: four to six groups of four. */
const groups = /["'`]?((?:[A-Za-z0-9]{4} ){3,5}[A-Za-z0-9]{4})(?![\w'])/y;
/** the same when people leave the blanks out */
const joinedGroups = /^(?:[a-z]{4}-?){3}[a-z]{4}$/;
function isGroups(text: string, at: number): boolean {
  groups.lastIndex = at;
  const found = groups.exec(text)?.[1];
  return found !== undefined && !found.split(' ').some(isOrdinaryWord);
}

const verbs = /^(?:is|was|that's|thats|är|var|as|som|blir|=|→)$/i;
const determiners =
  /^(?:the|my|our|this|your|mitt|mina|vårt|det|ditt|nya|new|old|gamla|root|admin|temporary|tillfälliga|ftp|ssh|ett|a|for|till|rätta?)$/i;

/** "Tr0ub4dor&3 is my password": the value stands before the label. */
function before(text: string, start: number): SecretSpan | null {
  const line = lineBefore(text, start);
  const words = line.trimEnd().split(' ');
  let at = words.length - 1;
  while (at > 0 && words.length - at <= 4 && determiners.test(words[at] ?? '')) at -= 1;
  if (!verbs.test(words[at] ?? '')) return null;
  const value = (words[at - 1] ?? '').replace(/^["'`“”]+|["'`“”,]+$/g, '');
  if (!isConvincing(value) && !isPlainGuess(value)) return null;
  if (grade(value) !== 'strong') return null;
  const from = start - line.length + line.lastIndexOf(value);
  return { kind: 'password', start: from, end: from + value.length };
}
