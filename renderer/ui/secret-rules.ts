// Tells whether a text looks like it carries a secret. A gentle guess for the writer, kept on this page;
// it never blocks anything, so it may err on both sides.
export type SecretKind = 'password' | 'key' | 'card';
export type Secret = { readonly kind: SecretKind; readonly piece: string };

const words =
  'password|passwd|passphrase|pwd|pass|pin|lösenord(?:et)?|lösen(?:et)?|passord|inloggning|kod(?:en)?|pinkod(?:en)?';
const joints = '\\s*(?:is|är|=|:|→|->)+\\s*';

/** "the root password is Tr0ub4dor&3", "lösenord: hemligt1" — a word, a joint, something without blanks. */
const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${joints}["'“”\`]?(\\S{4,})`, 'iu');
const keys = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,}/,
  /\b(?:ghp|gho|ghs|github_pat|glpat|xox[abps])[-_][A-Za-z0-9_-]{10,}/,
  /\bAKIA[A-Z0-9]{16}\b/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}/,
  /\b(?:api[_ -]?key|api-?nyckel(?:n)?|token|secret|access[_ -]?key|auth(?:orization)?[_ -]?code|bearer)\s*(?:is|är|=|:)*\s*["'`]?([A-Za-z0-9_\-./+=]{12,})/iu,
  /\b[a-z]+:\/\/[^\s/:@]+:[^\s/@]{3,}@\S+/i,
];
const card = /(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])/g;
/** Words that follow "password is" in ordinary sentences. */
const harmless =
  /^(?:wrong|incorrect|expired|missing|correct|required|needed|reset|fel|felaktigt?|rätt|korrekt|borta|glömt|ändrat|satt|still|gone|same|samma|okej|unknown|okänt|visible|sent|skickat|being|also|inte|not)[.,!?…]*$/iu;

/** The first thing that looks like a secret; null if nothing does. `piece` is what was recognised. */
export function findSecret(text: string): Secret | null {
  const pass = named.exec(text);
  if (pass?.[1] !== undefined && !harmless.test(pass[1])) return { kind: 'password', piece: pass[1] };
  for (const pattern of keys) {
    const found = pattern.exec(text);
    if (found !== null && hasDigitOrIsKey(found)) return { kind: 'key', piece: found[0] };
  }
  for (const [digits] of text.matchAll(card)) {
    if (passesLuhn(digits.replace(/\D/g, ''))) return { kind: 'card', piece: digits };
  }
  return null;
}

/** "token: authentication" is a word; a real token has a digit in it. */
function hasDigitOrIsKey(found: RegExpExecArray): boolean {
  return found[1] === undefined || /\d/.test(found[1]);
}

/** The check digit that every payment card carries. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}
