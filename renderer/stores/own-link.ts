// Which address of a message this page may open by itself, where it runs in a browser and no program stands between.
// Stricter than the program's own gate, and never without the reader's word.

/** An address in the parser's normal form, and what it leads to: a host, or a mail address. */
export type OwnLink = { readonly href: string; readonly leadsTo: string; readonly mail: boolean };

const longest = 2_048;
/** what cannot be seen, and the slash that browsers read in another way than people do */
const misleading = /[\s\p{Cc}\p{Cf}\\]/u;
const mailAddress = /^[\w.+=&~-]{1,64}@[\w-]+(?:\.[\w-]+)*$/;

/**
 * Null for everything but https without credentials and a plain mail address.
 * @param host what the message's link was said to lead to; any other one is refused
 */
export function ownLink(href: string, host: string): OwnLink | null {
  if (href.length > longest || misleading.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'mailto:') {
    const plain = mailAddress.test(url.pathname) && url.href === `mailto:${url.pathname}`;
    return plain && url.pathname.endsWith(`@${host}`)
      ? { href: url.href, leadsTo: url.pathname, mail: true }
      : null;
  }
  const safe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.host !== '';
  return safe && url.host === host ? { href: url.href, leadsTo: url.host, mail: false } : null;
}
