// The content security policy of every page, said once: the protocol sends it, the bundle writes it into the page.
// Knows no Electron, so that the bundling and its tests can read it.

const rules: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const write = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/**
 * For a `<meta>` tag, which may not carry frame-ancestors. The preview serves the same page, and not every browser
 * counts a WebSocket of the same host as 'self'; the headers of both shells are narrower.
 */
export const metaPolicy = write({
  ...rules,
  'connect-src': "'self' ws://127.0.0.1:* ws://localhost:*",
});

/** For the response header in Electron. */
export const headerPolicy = write({ ...rules, 'frame-ancestors': "'none'" });
