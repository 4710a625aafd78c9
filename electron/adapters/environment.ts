// What the program takes from its environment: HOSTUP_*. Checked here once; every refusal is one sentence.
import { Secret } from '../core/secret.ts';
import { type BaseUrlProblem, parseBaseUrl } from './base-url.ts';

export type Environment = {
  /** HOSTUP_API_URL */
  readonly baseUrl: URL;
  /** HOSTUP_API_KEY: for this run only, never stored */
  readonly keyForThisRun: Secret | null;
  /** HOSTUP_DATA_DIR */
  readonly dataFolder: string | null;
  /** HOSTUP_POLL_SECONDS in milliseconds */
  readonly fixedPollMs: number | null;
};
type EnvironmentRead =
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly sentence: string };

const standardAddress = 'https://cloud.hostup.se';
/** A day; nobody means longer, and timers have their limits. */
const longestPollSeconds = 86_400;

const problems: Readonly<Record<BaseUrlProblem, string>> = {
  'not-an-address': 'is not an address such as https://cloud.hostup.se',
  'not-secure': 'must begin with https:// (http:// is for this machine only)',
  'has-credentials': 'must not hold a user name or password',
  'has-more-than-a-host': 'must end after the host: no path, query or #',
};

/**
 * Reads the variables and takes the key out of `env`, so that no child process inherits it. An empty variable counts
 * as not set.
 */
export function readEnvironment(env: Record<string, string | undefined>): EnvironmentRead {
  const key = env.HOSTUP_API_KEY?.trim() || null;
  delete env.HOSTUP_API_KEY;
  // Header values are ASCII; anything else was not copied whole.
  if (key !== null && !/^[\x21-\x7e]{1,4096}$/.test(key)) {
    return refuse('HOSTUP_API_KEY must be one word of letters, digits and signs.');
  }
  const address = parseBaseUrl(env.HOSTUP_API_URL?.trim() || standardAddress);
  if (!address.ok) return refuse(`HOSTUP_API_URL ${problems[address.problem]}.`);

  const seconds = env.HOSTUP_POLL_SECONDS?.trim() || null;
  const poll = seconds === null ? null : readSeconds(seconds);
  if (Number.isNaN(poll)) {
    return refuse(`HOSTUP_POLL_SECONDS must be a number from 1 to ${longestPollSeconds}.`);
  }
  return {
    ok: true,
    value: {
      baseUrl: address.url,
      keyForThisRun: key === null ? null : new Secret(key),
      dataFolder: env.HOSTUP_DATA_DIR || null,
      fixedPollMs: poll === null ? null : poll * 1_000,
    },
  };
}

const refuse = (sentence: string): EnvironmentRead => ({ ok: false, sentence });

/** NaN for everything that is not a plain number within the limits. */
function readSeconds(text: string): number {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  return seconds >= 1 && seconds <= longestPollSeconds ? seconds : Number.NaN;
}
