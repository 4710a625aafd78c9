// The way from a label ("password", "kod", "API key") to the values it may introduce: straight over a joint, over a
// short gap ("for root on web1 is"), or with nothing between. Knows neither labels nor what makes a secret.
import { gap, nothing, straight } from './joints.ts';
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';
import { readValue, type Value } from './values.ts';

/** How "password" and "lösenord" look when typed in haste: letters doubled, left out or in another order. */
export const misspelt =
  'p(?:as{1,3}|s{1,2})(?=[sordt]{0,4}w)[sordwta]{1,6}|(?<![a-z])pword|l(?:[öo]s{1,2}|s[öo])[enr]{1,3}[ordt]{2,4}(?:et)?';

/** sign: ":" or "="; verb: "is", "är"; to: "set to", "till"; none: nothing */
export type Joint = 'sign' | 'verb' | 'to' | 'none';

/** Whether label and value belong together without doubt. */
export const isTight = (joint: Joint): boolean => joint === 'sign' || joint === 'verb';

export type Candidate = {
  readonly value: Value;
  readonly joint: Joint;
  /** the value stands on a line after the label's */
  readonly below: boolean;
};

/** Asks `examine` about each label in the text, until enough is found or looked at. */
export function searchLabels(
  text: string,
  label: RegExp,
  examine: (word: string, at: number) => SecretSpan | null,
): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let looked = 0;
  for (const { 0: word, index } of text.matchAll(label)) {
    const span = examine(word, index);
    if (span !== null) spans.push(span);
    looked += 1;
    if (spans.length >= mostPerRule || looked >= mostLabels) break;
  }
  return spans;
}

/** Values that the label which ends at `at` may introduce, the most likely first. */
export function candidates(text: string, at: number): Candidate[] {
  const direct = joined(text, at);
  if (direct !== null && direct.joint !== 'to') return [direct];
  gap.lastIndex = at;
  const skipped = gap.exec(text);
  const over = skipped === null ? null : joined(text, at + skipped[0].length);
  nothing.lastIndex = at;
  const between = nothing.exec(text);
  const value = between === null ? null : readValue(text, at + between[0].length);
  const bare: Candidate | null = value === null ? null : { value, joint: 'none', below: false };
  return [direct, over, bare].filter((candidate) => candidate !== null);
}

function joined(text: string, at: number): Candidate | null {
  straight.lastIndex = at;
  const found = straight.exec(text);
  if (found === null) return null;
  const [all, , signFound, verbFound, , newline = ''] = found;
  const value = readValue(text, at + all.length);
  if (value === null) return null;
  const joint = signFound !== undefined ? 'sign' : verbFound !== undefined ? 'verb' : 'to';
  return { value, joint, below: newline !== '' };
}

const lineEnd = /["'`”’*_]{0,3}[ \t\u00a0]{0,8}[.,!;)|]{0,2}(?:<[^<>\n]{1,12}>|[ \t]){0,6}(?:$|[\r\n])/y;
const nextPart =
  /["'`”’*_]{0,3}[ \t]{0,3}(?:[,;/|&<)]|(?:and|och|&|but|men|med|with|as|som|samt|för|for|to|till|on|på|port|server|host|imap|smtp|pop3?|ssl|\(|-|–)[ \t])/iy;

/** What comes after a value: the end of its line, another part of the sentence, or more words. */
export function follows(text: string, value: Value): 'end' | 'part' | 'words' {
  lineEnd.lastIndex = value.end;
  if (lineEnd.test(text)) return 'end';
  nextPart.lastIndex = value.end;
  if (nextPart.test(text)) return 'part';
  return /^["'`”’]?[.!]["'”)]?\s/.test(text.slice(value.end, value.end + 5)) ? 'end' : 'words';
}

/** The line up to `at`, at most 80 characters of it. */
export function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 80), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}
