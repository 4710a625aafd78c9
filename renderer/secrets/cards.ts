// Payment cards: the lengths and prefixes of the brands, grouped as they are printed, with a right check digit.
// Swedish OCR numbers carry the same check digit, so the words before the number decide too.
import { mostPerRule, type SecretSpan } from './kinds.ts';

type Brand = { readonly prefix: RegExp; readonly lengths: readonly number[] };

const brands: readonly Brand[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { prefix: /^3(?:0[0-5]|[68])/, lengths: [14] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { prefix: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [16, 18, 19] },
  { prefix: /^62/, lengths: [16, 19] },
];

/**
 * Unbroken, or in the groups that are printed on cards, with one separator throughout. What stands before keeps
 * account numbers (IBAN) and parts of longer ids out.
 */
const number =
  /(?=\d{4})(?<![\w.,:/=#+%-]|\d[ \u00a0])(?:\d{13,19}|\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ \u00a0-])\d{6}\2\d{4,5})(?![\w/=%-]|[.,:]\d|[ \u00a0-](?!(?:0[1-9]|1[0-2])[2-4]\d(?!\d))\d{4,})/g;
/** the same after a sign that a card's label may end with */
const labelled =
  /(?:kort|card|visa|master|amex|pan)[\w ]{0,20}[.#:=]{1,2}(?=(\d{13,19}|\d{4}([ -])\d{4}\2\d{4}\2\d{4})(?![\w-]))/gi;

const aboutCards =
  /\b(?:kort\w{0,8}|bankkort\w{0,4}|kreditkort\w{0,6}|betalkort\w{0,6}|debit|card|cards|visa|master ?card|amex|american express|maestro|diners|pan|cvc|cvv|cc)\b/i;
const aboutOthers =
  /(?:ocr|order|ordernr|beställning\w{0,6}|ärende\w{0,6}|ticket|invoice|faktur\w{0,8}|ref|referens\w{0,8}|reference|spårning\w{0,10}|tracking|kolli\w{0,6}|försändelse\w{0,4}|shipment|parcel|id|iban|konto\w{0,8}|account|giro\w{0,6}|kund\w{0,8}|customer|imei|serie\w{0,8}|serial|ean|gtin|isbn|sku|artikel\w{0,8}|transa[ck]tion\w{0,4}|session|timestamp|avtal\w{0,8}|pixel|licens\w{0,8}|license|betalning\w{0,4}|payment|request|trace|case|number|nummer|nr|no|meter\w{0,6}|mätar\w{0,8})[\s.:#=()"'-]{0,4}(?:(?:id|nr|no|number|nummer|är|is|ref|code|kod|till|for|för)[\s.:#=()"'-]{0,4}){0,2}$/i;
/** how long a card is valid, or its code, right after the number */
const expiry =
  /^[\s,;/]{0,4}(?:\(?(?:exp\w{0,8}|valid|giltig\w{0,2}|utgår|går ut|cvc|cvv)\b|(?:0[1-9]|1[0-2])(?: ?[/-] ?(?:20)?)?[2-4]\d(?!\d))/i;
/** "the three digits on the back are 552", "3-siffrig kod: 552" */
const onTheBack = /(?:back|baksidan|siffrig kod|digit code)[^\n\d]{0,12}(\d{3,4})(?!\d|[.,]\d)/gi;
const digitsOrCode =
  /(?:digits?|siffror(?:na)?|code|kod(?:en)?|number|numret|(?:3|three|tre)[ -])[^\n\d]{0,25}$/i;
const lookBack = 60;
const lookAhead = 24;

export function findCards(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { 0: printed, index } of text.matchAll(number)) {
    const before = text.slice(Math.max(0, index - lookBack), index);
    const end = index + printed.length;
    const after = text.slice(end, end + lookAhead);
    if (isCard(printed, before, after)) spans.push({ kind: 'card', start: index, end });
    if (spans.length >= mostPerRule) return spans;
  }
  for (const { 0: label, 1: printed = '', index } of text.matchAll(labelled)) {
    const start = index + label.length;
    if (isCard(printed, label, '')) spans.push({ kind: 'card', start, end: start + printed.length });
    if (spans.length >= mostPerRule) return spans;
  }
  for (const { 0: all, 1: code = '', index } of text.matchAll(onTheBack)) {
    if (!digitsOrCode.test(text.slice(Math.max(0, index - lookBack), index))) continue;
    spans.push({ kind: 'card', start: index + all.length - code.length, end: index + all.length });
    if (spans.length >= mostPerRule) break;
  }
  return spans;
}

function isCard(printed: string, before: string, after: string): boolean {
  const digits = printed.replace(/\D/g, '');
  if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false;
  if (!brands.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)))
    return false;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (aboutCards.test(line) || expiry.test(after)) return true;
  if (aboutOthers.test(line)) return false;
  // Rare lengths are common for ids of other things, so they count in printed groups or beside a word for a card only.
  return printed !== digits || digits.length === 16 || (digits.length === 15 && /^3/.test(digits));
}

/** The check digit that every payment card carries. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
