// The system's proxy for an address, as Chromium knows it (settings of the desktop, PAC files), for our own requests.

/** Chromium's answer, such as `PROXY a.example:8080; DIRECT`: the first way that we can take too, or null for direct. */
export function proxyOf(answer: string): string | null {
  for (const entry of answer.split(';')) {
    const [kind = '', place = ''] = entry.trim().split(/\s+/);
    if (kind === 'DIRECT') return null;
    if (kind === 'PROXY' && place !== '') return `http://${place}`;
    if (kind === 'HTTPS' && place !== '') return `https://${place}`;
  }
  return null;
}
