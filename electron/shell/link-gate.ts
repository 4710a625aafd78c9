// The one way from a ticket's text to the browser or the mail program. Whoever wants to open an address asks here.
import { parseAddress } from './address.ts';

/** Longer addresses are nobody's honest link, and some systems cut them. */
const longest = 2_048;
/** Blanks, control and format characters (those that turn the direction of text included). */
const unprintable = /[\s\p{Cc}\p{Cf}]/u;

export type Verdict =
  | { readonly verdict: 'open'; readonly href: string }
  /** let through only if the user, seeing the host, agrees */
  | { readonly verdict: 'ask'; readonly href: string; readonly host: string }
  | { readonly verdict: 'blocked' };

const blocked: Verdict = { verdict: 'blocked' };

/** Judges an address; answers it in the normal form of the parser, which is what must be opened. */
export function judge(text: string): Verdict {
  if (text.length > longest || unprintable.test(text)) return blocked;
  const url = parseAddress(text);
  // The normal form can be longer: å becomes %C3%A5.
  if (url === null || url.href.length > longest) return blocked;
  if (url.protocol === 'mailto:') return isPlainMail(url) ? { verdict: 'open', href: url.href } : blocked;
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '')
    return blocked;
  const known = url.port === '' && /(^|\.)hostup\.se$/.test(url.hostname);
  return known ? { verdict: 'open', href: url.href } : { verdict: 'ask', href: url.href, host: url.host };
}

/** What an address is made of where nobody means harm; scripts that start mail programs may read quotes as their own. */
const mailAddress = /^[\w.+=&~-]{1,64}@[\w-]+(?:\.[\w-]+)*$/;
/** No line breaks in a subject: behind one, further header fields could stand. */
const subject = /^\P{Cc}*$/u;
const body = /^[\P{Cc}\r\n\t]*$/u;

/** One address, and no field but subject and text: some mail programs take `attach`, others `bcc`. */
function isPlainMail(url: URL): boolean {
  const fields = [...url.searchParams].map(([name, value]) => [name.toLowerCase(), value] as const);
  return (
    mailAddress.test(url.pathname) &&
    url.hash === '' &&
    new Set(fields.map(([name]) => name)).size === fields.length &&
    fields.every(
      ([name, value]) => (name === 'subject' && subject.test(value)) || (name === 'body' && body.test(value)),
    )
  );
}

type LinkGateParts = {
  readonly open: (href: string) => Promise<void>;
  /** asks the user about a host that is not HostUp's */
  readonly ask: (host: string, href: string) => Promise<boolean>;
  readonly onFailure: (cause: unknown) => void;
};

/** Answers whether the address was handed on. */
export function createLinkGate({ open, ask, onFailure }: LinkGateParts): (href: string) => Promise<boolean> {
  return async (text) => {
    const verdict = judge(text);
    if (verdict.verdict === 'blocked') return false;
    if (verdict.verdict === 'ask' && !(await ask(verdict.host, verdict.href))) return false;
    try {
      await open(verdict.href);
      return true;
    } catch (cause) {
      onFailure(cause);
      return false;
    }
  };
}
