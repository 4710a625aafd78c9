// Whether a link's own words say where it leads. Compared letter by letter: an address that a parser reads as the same
// host can look like another one (`https://hostup.se@evil.example`, look-alike letters, a slash that is none).

const mail = 'mailto:';

/**
 * @param href of a web page or a mail address
 * @param host that the link leads to, in ASCII, with its port if it has one
 */
export function showsHost(text: string, href: string, host: string): boolean {
  const shown = text.trim().toLowerCase();
  if (href.startsWith(mail)) return shown === href.slice(mail.length).toLowerCase();
  const address = shown.replace(/^https?:\/\//, '');
  return address.startsWith(host) && /^(?:$|[/?#])/.test(address.slice(host.length));
}
