// The words and signs that join a label to its value, in Swedish and English, as sticky patterns. Every repetition
// has an upper limit, so a pattern takes the same time at each place, whatever the text.

const any = (...parts: readonly string[]): string => `(?:${parts.join('|')})`;

const blank = '[ \\t\\u00a0\\u200b]';
const tags = '(?:<\\/?[a-z][a-z0-9]{0,9}>){0,3}';
/** quotes and marks that close around a label: **Password:** "password": <b>Lösenord</b> */
const closing = `\\\\?(?:["'\`”’*_)\\]]|&quot;){0,3}${tags}`;

const sign = any(':=', '={1,2}>?', '->', '→', '➜', '⇒', '[:：]', '\\t');
const dash = '(?<=[ \\t])[-–—](?=[ \\t])';
const adverb = any(
  'now|still|currently|just|today|for now|then|also',
  'nu|fortfarande|just nu|idag|sedan|också|alltså',
);
const verb = any(
  'is|are|was|will be|would be|should be|being|equals|reads',
  'är|var|blir|blev|heter|lyder|ska(?:ll)? vara|ska bli',
  // Danish, Norwegian, German, and Swedish as it is spoken
  'er|ist|e',
);
const auxiliary = any('has been|have been|was|is|to be|to|now', 'har blivit|har|är|blev|blivit|nu');
const change = any(
  'set|changed|reset|updated|switched',
  'satts|satt|sattes|ändrats|ändrat|ändrad|ändrades|bytts|bytt|byttes|återställt|nollställt|uppdaterat',
);
const toward = any(
  `(?:${auxiliary} )?${change}(?: back| tillbaka)? (?:to|till)`,
  'to|into|as|till|som',
  // a table's line: its cells say less than a colon does
  '\\|',
);
const newline = '((?:\\r?\\n[ \\t>*|•-]{0,8}){0,2})';

/** Groups: 1 and 3 a verb, 2 a sign, 4 words such as "to", 5 line breaks before the value. */
export const straight = new RegExp(
  [
    `${closing}${blank}{0,12}`,
    `(?:(?:${adverb} )?(?:`,
    `(?:(${verb})(?: ${adverb})?(?=[\\s:])${blank}{0,4})?(${sign}|${dash})(?:${blank}{0,3}${sign})?`,
    `|(${verb})(?: ${adverb})?(?=${blank}|[\\r\\n])`,
    `|(${toward})(?=${blank}|:${blank}):?))`,
    `${blank}{0,24}${tags}(?:\\*\\*|__)?${blank}{0,4}${newline}${tags}`,
  ].join(''),
  'iy',
);

/** what a password is for, right after the label: "password ftp: …" */
const place = any(
  'root|admin|s?ftp|ssh|mysql|db|database|databas(?:en)?|imap|smtp|vpn|wi-?fi|backup|zip|server(?:n)?',
  'e?-?mail|mejl(?:en)?|e-post(?:en)?|webb?mail|webbmejl|wordpress|wp(?:-admin)?|cpanel|plesk|panel(?:en)?',
  'user|användare|account|konto(?:t)?|staging|test|prod|live|new|old|nytt|ny|gammalt|[1-3]',
  'follows|here|below|kommer|följer|här|nedan',
);
const leadIn = any(
  adverb,
  'for|to|of|on|in|at|with|from|that|which|i|we|you|they|follows|here|below',
  'till|för|på|hos|vid|åt|från|som|jag|vi|ni|du|de|kommer|följer|här',
);
/** within a line and a sentence; a colon inside a word is a port or a Swedish ending ("API:t") */
const words = '(?:[^\\n:=?!;.]|\\.(?!\\s)|:(?=\\w)){1,60}?';
const ending = '(?!:(?:t|n|s|et|en|ns|erna)\\b)';

/** Words between a label and its joint: "password (root): …", "lösenordet till FTP-kontot är …". */
export const gap = new RegExp(
  [
    `${blank}{1,3}${any('\\([^()\\n]{1,60}\\)', `${leadIn}(?=${blank})${words}`, place)}`,
    `(?=${blank}{0,3}(?:${ending}${sign}|${dash})|${blank}(?:${verb}|=)[\\s:])`,
  ].join(''),
  'iy',
);

/** Nothing but blanks, dots or a comma between label and value. */
export const nothing = new RegExp(
  `[*_)]{0,2}(?:(?:${blank}{0,4}(?:\\.{2,3}|…)|[./])?${blank}{1,4}|[,;]${blank}{0,4})(?!\\s)`,
  'y',
);
