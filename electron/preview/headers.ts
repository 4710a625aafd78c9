// The headers of every answer of the preview.
import { contentPolicyOf, pageHeaders } from '../adapters/page-headers.ts';

/** @param port listened on; Firefox does not count a WebSocket of the same host as 'self' */
export const securityHeaders = (port: number): Readonly<Record<string, string>> => ({
  ...pageHeaders,
  'content-security-policy': contentPolicyOf(`'self' ws://127.0.0.1:${port} ws://localhost:${port}`),
  // for browsers that do not know frame-ancestors
  'x-frame-options': 'DENY',
});
