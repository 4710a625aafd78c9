// Faults between the program and the stand-in, in the order a test asks for them.
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../../electron/core/ports.ts';

export type Fault =
  /** the request never leaves */
  | { readonly kind: 'refused' }
  /** applied, then the answer is lost */
  | { readonly kind: 'applied-then-lost' }
  /** it left, and nothing was applied */
  | { readonly kind: 'lost' }
  /** applied, then this status instead of the answer */
  | { readonly kind: 'applied-then'; readonly status: number; readonly text?: string }
  /** not applied, this answer */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly text?: string;
    }
  /** applied only after this time (by `later`), the answer is lost at once */
  | { readonly kind: 'applied-late'; readonly ms: number };

type Rule = { readonly method: string; readonly path: RegExp; left: number; readonly fault: Fault };

type FaultyHttp = {
  readonly wrap: (http: Http) => Http;
  /** the next `times` requests that fit fail like this */
  add(method: 'GET' | 'POST', path: RegExp, fault: Fault, times?: number): void;
  /** nothing leaves this machine until false */
  setOffline(offline: boolean): void;
  clear(): void;
};

export function createFaultyHttp(later: (ms: number, task: () => void) => void): FaultyHttp {
  const rules: Rule[] = [];
  let offline = false;
  const lost: HttpFailure = { ok: false, reached: 'maybe', code: 'connection_lost' };
  const refused: HttpFailure = { ok: false, reached: 'no', code: 'offline' };

  async function withFault(
    inner: Http,
    request: HttpRequest,
    fault: Fault,
  ): Promise<HttpAnswer | HttpFailure> {
    if (fault.kind === 'refused') return refused;
    if (fault.kind === 'lost') return lost;
    if (fault.kind === 'answer') return answer(fault.status, fault.text ?? '', fault.headers);
    if (fault.kind === 'applied-late') {
      later(fault.ms, () => void inner.request(request));
      return lost;
    }
    await inner.request(request);
    return fault.kind === 'applied-then' ? answer(fault.status, fault.text ?? '') : lost;
  }

  const answer = (status: number, text: string, headers: Record<string, string> = {}): HttpAnswer => ({
    ok: true,
    status,
    headers,
    text,
  });

  return {
    wrap: (inner) => ({
      ...inner,
      async request(request) {
        if (offline) return refused;
        const rule = rules.find(
          (known) => known.left > 0 && known.method === request.method && known.path.test(request.path),
        );
        if (!rule) return inner.request(request);
        rule.left -= 1;
        return withFault(inner, request, rule.fault);
      },
    }),
    add: (method, path, fault, times = 1) => {
      rules.push({ method, path, left: times, fault });
    },
    setOffline: (value) => {
      offline = value;
    },
    clear: () => {
      rules.length = 0;
    },
  };
}
