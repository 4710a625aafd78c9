// Certificate authorities that the system trusts, beside those of the runtime: companies look into TLS with their own.
import tls from 'node:tls';

/** Costs some 60 ms, once per process. Runtimes older than Node 22.19 cannot do it and keep their own list. */
export function trustSystemAuthorities(): void {
  const { getCACertificates, setDefaultCACertificates }: Partial<typeof tls> = tls;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return;
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])]);
}
