// Which way a request takes: straight to HostUp, or through the proxy of the environment or of the system.
import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici';
import { isLoopback } from './base-url.ts';

const connectMs = 10_000;

export type RouteOptions = {
  readonly baseUrl: URL;
  /** address of the system's proxy for this address (`http://host:port`), or null for none */
  readonly proxy?: (url: string) => Promise<string | null>;
  /** certificate authorities (PEM) to trust instead of the runtime's */
  readonly ca?: string | readonly string[];
  /** where HTTP_PROXY, HTTPS_PROXY and NO_PROXY are looked up */
  readonly env: Readonly<Record<string, string | undefined>>;
};

type Routes = {
  /** A connection pool; `fresh`: one of its own that keeps nothing alive, to be destroyed after use. */
  dispatcher(fresh: boolean): Promise<Dispatcher>;
  close(): Promise<void>;
};

/** Chooses the way anew for each request, because a system changes its proxy while the program runs. */
export function createRoutes(options: RouteOptions): Routes {
  const shared = new Map<string, Dispatcher>();

  async function dispatcher(fresh: boolean): Promise<Dispatcher> {
    const way = await chooseWay(options);
    if (fresh) return build(way, options, { pipelining: 0, connections: 1 });
    const name = typeof way === 'string' ? way : way.address;
    const known = shared.get(name) ?? build(way, options, {});
    shared.set(name, known);
    return known;
  }

  return {
    dispatcher,
    async close() {
      const open = [...shared.values()];
      shared.clear();
      await Promise.all(open.map((pool) => pool.destroy()));
    },
  };
}

type Way = 'direct' | 'environment' | { readonly address: string };

async function chooseWay({ baseUrl, proxy, env }: RouteOptions): Promise<Way> {
  // A proxy's own loopback is another machine.
  if (isLoopback(baseUrl)) return 'direct';
  if (httpProxyOf(env) || httpsProxyOf(env)) return 'environment';
  const address = (await proxy?.(baseUrl.href)) ?? null;
  return address === null ? 'direct' : { address: withScheme(address) };
}

function build(way: Way, { ca, env }: RouteOptions, pool: Agent.Options): Dispatcher {
  const tls = { timeout: connectMs, ...(ca === undefined ? {} : { ca: [ca].flat() }) };
  if (way === 'direct') return new Agent({ ...pool, connect: tls });
  const proxied = { ...pool, connect: tls, requestTls: tls, proxyTls: tls };
  if (way !== 'environment') return new ProxyAgent({ ...proxied, uri: way.address });
  return new EnvHttpProxyAgent({
    ...proxied,
    httpProxy: withScheme(httpProxyOf(env)),
    httpsProxy: withScheme(httpsProxyOf(env)),
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
  });
}

const httpProxyOf = (env: RouteOptions['env']): string => env.http_proxy ?? env.HTTP_PROXY ?? '';
const httpsProxyOf = (env: RouteOptions['env']): string => env.https_proxy ?? env.HTTPS_PROXY ?? '';

/** People write `proxy.example:8080`, which reads as an address of the scheme "proxy.example". */
const withScheme = (address: string): string =>
  address === '' || address.includes('://') ? address : `http://${address}`;
