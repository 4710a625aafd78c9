// PINs, one-time codes, transfer (EPP/auth) codes of domains and card security codes behind a word for one.
import { mostPerRule, type SecretKind, type SecretSpan } from './kinds.ts';
import { type Candidate, candidates, follows, isTight, lineBefore, searchLabels } from './labels.ts';
import { grade, isConvincing } from './values.ts';

const sorts = [
  'auth(?:ori[sz]ation|entication|info)?|auktoris(?:erings|ations)|autentiserings|epp|transfer|flytt|överförings|domän',
  'pin|puk|otp|2fa|mfa|two-?factor|tvåfaktors?|one-?time|engångs|sms|telefon|phone|support|bankid|verifi(?:erings|cation)|bekräftelse|confirmation|aktiverings|activation',
  'personlig(?:a)?|personal|hemliga?|secret|säkerhets|security|recovery|backup|återställnings|inloggnings|login|access|åtkomst|unlock|port|larm|alarm|door|dörr|entry|entré|gate|grind|lås',
].join('|');
const sort = new RegExp(`(?:${sorts})[ _-]?$`, 'iu');
const longestSort = 24;
/** Short, because it is tried at each letter; what sort of code it is stands before it and is read only there. */
const label =
  /(?:(?:code|kod)(?:en|er|s)?|auth[ _-]?info|auth[ _-]?id|support[ _-]?pin(?:-?kod)?(?:en)?|epp|pin|puk|otp|cv[cv]2?(?:[ -]?(?:kod(?:en)?|code|number|nummer))?)(?![\p{L}\p{N}_])/giu;
const bare = /^(?:kod(?:en)?|code)$/i;
/** codes of many kinds, unless their sort is told */
const plural = /^(?:code(?:s|n|en|er)|kod(?:s|er))$/i;
const card = /^(?:säkerhets|security)[ _-]?(?:kod|code)/i;
const cvc = /^cv/i;
/** what tells the security code of a card from other three digits: "the security code on the back is 917" */
const aboutCards =
  /\b(?:cvc|cvv|kort\w{0,6}|card|visa|mastercard|amex|the back|baksidan|expir\w{1,4}|exp|giltig\w{0,2})\b/i;
const aroundCard = 60;
const spare = /recovery|backup|återställ/i;
const groups = /^[\da-z]{4,6}(?:-[\da-z]{4,6})+$/i;
const spaced = /(?:\d{3}[ -]\d{2,3}|\d{4}[ -]\d{4}|\d{2} \d{2} \d{2})(?![\w.:-]| \d)/y;
/** how a code of six digits reaches people */
const sent = /\b(?:sms|text|texted|app|appen|authenticator|bankid|dosan?)\b/i;
const locks =
  /(?<!\p{L})(?:larm|alarm|dörr|port(?:en)?|grind|lås|door|gate|lock|nyckelskåp|kassaskåp|bank|kort|card|sim|voicemail)\p{L}{0,6}[^\n.]{0,20}$/iu;
const aroundCode = 40;
/** spare codes are told as a list: after a colon or a verb, or on the lines below */
const spareCodes =
  /(?:recovery|backup|scratch|emergency|rescue|återställnings|reserv|nöd)[ _-]?(?:codes?|keys?|kod(?:en|er|erna)?|nyck(?:el|eln|lar|larna))(?![a-zåäö\d])(?: |[^\n\d.,:;]{0,30}?(?::|=| (?:is|are|was|were|är|var)|\n)\s{0,8}(?:[-*•>] |\d{1,2}[.)] )?)((?:\d{4}[ -]\d{4}|\d{8}|(?=[a-z-]{0,12}\d)[a-z\d]{4,6}(?:-[a-z\d]{4,6}){1,7}))(?![\w-])/gi;
/** somebody's code, not a program's */
const mine = /\b(?:my|your|min|din) $/i;
const owned = /\b(?:my|your|min|mina|din|er|the|new|nya) $/i;
const prefixed = /^[A-Z]-\d{6}$/;

/** what makes the code after it a number of something else: "error code 1045", "rabattkod", "got code 4041" */
const others = new RegExp(
  `(?:${[
    'error|errno|fel|status|exit|return|response|respons|svars?|http|smtp|result|reason|enhanced|extended|diagnostic',
    'country|lands?|area|zip|post(?:al)?|language|språk|currency|valuta|swift|bic|vat|moms|sni|icd',
    'promo|discount|rabatt|kampanj|coupon|voucher|booking|boknings?|order|identifier|reference|referens|tracking|ocr',
    'source|käll|product|produkt|artikel|article|item|colou?r|färg|qr|bar|streck|gpio|bugcheck|stop|windows|mysql|php',
    'the following|return(?:ed|s)?|fick|får|got|with|med|failed|misslyckades|connection|anslutning|giltig',
  ].join(
    '|',
  )})[\\s"'(:=,_#-]{0,4}(?:(?:the|an?|en|ett|is|är|return|server)\\s)?$|\\w\\.$|errno|error|fel(?:meddelande)?\\b|exception|status|[{$]`,
  'i',
);

/** "482913 is your verification code", as text messages put it */
const before =
  /(?=\d|[A-Z]-\d)(?<![\w.,-])(?:[A-Z]-)?\d{4,8}(?= (?:is|är) (?:your|my|the|din|min)(?: [\p{L}-]{1,20}){0,2} ?(?:code|kod|pin|otp)(?!\p{L}))/giu;

/** where six digits are a second factor */
const authenticator = /authenticator|\b[2m]fa\b|tvåfaktor|two-factor|engångskod|one-time code|\botp\b/i;
const sixDigits = /(?<![\w#.,:/+-]|\d )\d{3} ?\d{3}(?![\w:-]|[.,]\d| \d)/g;

export function findLabelledCodes(text: string): SecretSpan[] {
  const told = searchLabels(text, label, (core, at) => {
    const lead = /^[ck]od/i.test(core)
      ? (sort.exec(lineBefore(text, at).slice(-longestSort))?.[0] ?? '')
      : '';
    const word = lead + core;
    const start = at - lead.length;
    if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) || plural.test(word)) return null;
    const end = at + core.length;
    const line = lineBefore(text, start);
    const hit = candidates(text, end).find((found) => isCode(text, found, word, line));
    // `code = 4000` is a program's, not a person's
    if (hit === undefined || (bare.test(word) && text.slice(end, hit.value.start).includes('='))) return null;
    return { kind: kindOf(word, line), start: hit.value.start, end: hit.value.end };
  });
  const shown = authenticator.test(text)
    ? Array.from(text.matchAll(sixDigits), ({ 0: code, index }): SecretSpan[] => {
        return authenticator.test(lineBefore(text, index))
          ? [{ kind: 'password', start: index, end: index + code.length }]
          : [];
      })
    : [];
  const messaged = Array.from(text.matchAll(before), ({ 0: code, index }): SecretSpan => {
    return { kind: 'password', start: index, end: index + code.length };
  });
  const spares = Array.from(text.matchAll(spareCodes), ({ 0: all, 1: code = '', index }): SecretSpan => {
    return { kind: 'password', start: index + all.length - code.length, end: index + all.length };
  });
  return [told, messaged, shown.flat(), spares].flatMap((spans) => spans.slice(0, mostPerRule));
}

const kindOf = (word: string, line: string): SecretKind =>
  cvc.test(word) || (card.test(word) && aboutCards.test(line)) ? 'card' : 'password';

function isCode(text: string, { value, joint, below }: Candidate, word: string, line: string): boolean {
  if (cvc.test(word)) return /^\d{3,4}$/.test(value.text) && follows(text, value) !== 'words';
  const isShort = card.test(word) && joint !== 'to' && /^\d{3,4}$/.test(value.text);
  if (isShort && aboutCards.test(text.slice(Math.max(0, value.start - aroundCard), value.end + aroundCard)))
    return true;
  const then = value.quoted ? 'end' : follows(text, value);
  if (bare.test(word) && joint === 'verb' && owned.test(line) && isSpaced(text, value.start)) return true;
  if (!bare.test(word) && (isTight(joint) || joint === 'none') && isSpaced(text, value.start)) return true;
  if (below && then !== 'end') return false;
  if (bare.test(word) && others.test(line)) return false;
  if (bare.test(word) && joint === 'none') {
    const around = `${line} ${text.slice(value.end, value.end + aroundCode).split('\n', 1)[0]}`;
    return /^\d{6}$/.test(value.text) ? mine.test(line) || sent.test(around) : isLock(line, value.text);
  }
  if (bare.test(word) && !isTight(joint)) return false;
  if (prefixed.test(value.text) || (spare.test(word) && groups.test(value.text))) return true;
  const looks = grade(value.text);
  if (looks === 'number') return isNumericCode(value.text, word, isTight(joint), then);
  if (looks !== 'strong' || value.text.length > 64) return false;
  if (!isTight(joint)) return isConvincing(value.text) && !/^[#(]/.test(value.text);
  return bare.test(word) ? isConvincing(value.text) && then !== 'words' : /[\d!@#$%^&*]/.test(value.text);
}

/** "the alarm has code 4821" */
const isLock = (line: string, value: string): boolean => locks.test(line) && /^\d{4,6}$/.test(value);

/** "448 201", "55 20 91": codes of five to eight digits in groups, as telephones show them */
function isSpaced(text: string, at: number): boolean {
  spaced.lastIndex = at;
  return spaced.test(text);
}

/** 4 to 12 digits; with nothing between label and number it may also be a year, or "pin 3412 of the connector". */
function isNumericCode(digits: string, word: string, tight: boolean, then: string): boolean {
  if (digits.length > (bare.test(word) ? 8 : 12)) return false;
  if (tight) return true;
  const isYear = /^(?:19|20)\d\d$/.test(digits);
  return !isYear && !(/^(?:pin|puk)$/i.test(word) && then === 'words' && digits.length < 6);
}
