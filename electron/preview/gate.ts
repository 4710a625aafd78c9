// Who may talk to the preview: the address it listens on by name, and a browser that once showed the token.
// Knows headers and times; no sockets and no files.
import { randomBytes, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Gate = {
  /** the token of the address; good for one browser */
  readonly token: string;
  /** true once: for the token, the first time it is shown */
  redeem(shown: string): boolean;
  /** value of the Set-Cookie header that lets this browser in from now on */
  cookie(): string;
  hasCookie(headers: Headers): boolean;
  /** Host names this machine itself; anything else is a name made to point here (DNS rebinding) */
  hostIsOurs(headers: Headers): boolean;
  originIsOurs(headers: Headers): boolean;
};

/** @param port the port listened on; a cookie's name carries it, because cookies know no ports */
export function createGate(port: number): Gate {
  const token = randomBytes(24).toString('base64url');
  const pass = randomBytes(24).toString('base64url');
  const name = `hostup_preview_${port}`;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  let fresh = true;
  return {
    token,
    redeem(shown) {
      const good = fresh && same(shown, token);
      if (good) fresh = false;
      return good;
    },
    cookie: () => `${name}=${pass}; Path=/; HttpOnly; SameSite=Strict`,
    hasCookie: ({ cookie }) => cookiesNamed(name, cookie).some((value) => same(value, pass)),
    hostIsOurs: ({ host }) => typeof host === 'string' && hosts.includes(host.toLowerCase()),
    originIsOurs: ({ origin, host }) =>
      typeof origin === 'string' && typeof host === 'string' && origin === `http://${host.toLowerCase()}`,
  };
}

function cookiesNamed(name: string, header: Headers[string]): string[] {
  if (typeof header !== 'string') return [];
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

function same(shown: string, real: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(real)];
  return a.length === b.length && timingSafeEqual(a, b);
}
