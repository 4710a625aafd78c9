import type { Log } from '../../electron/core/ports.ts';

export type Logged = { level: 'info' | 'warn' | 'error'; event: string; facts: unknown };

/** A log that keeps its lines for the test to look at. */
export function quietLog(lines: Logged[] = []): Log {
  return {
    info: (event, facts) => lines.push({ level: 'info', event, facts }),
    warn: (event, facts) => lines.push({ level: 'warn', event, facts }),
    error: (event, cause) => lines.push({ level: 'error', event, facts: cause }),
  };
}
