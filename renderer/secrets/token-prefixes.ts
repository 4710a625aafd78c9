// Tokens of services that begin each of theirs with the same letters. Only long runs are compared with this list, so that
// it may be long.

const bodies: readonly (readonly [prefix: string, body: RegExp])[] = [
  // hosting, deployment and code
  ['nfp_', /\w{32,44}/y],
  ['pscale_tkn_', /[\w.-]{32,64}/y],
  ['pscale_pw_', /[\w.-]{32,64}/y],
  ['pscale_oauth_', /[\w.-]{32,64}/y],
  ['ATBB', /\w{32}/y],
  ['CCIPAT_', /\w{20,80}/y],
  ['fo1_', /[\w-]{43}/y],
  ['dckr_oat_', /[\w-]{32}/y],
  ['pul-', /[a-f0-9]{40}/y],
  ['LTAI', /[A-Za-z0-9]{20}/y],
  ['CFPAT-', /[\w-]{43}/y],
  ['oy2', /[a-z0-9]{43}/y],
  ['PMAK-', /[a-f0-9]{24}-[a-f0-9]{34}/y],
  ['sgp_', /\w{40,64}/y],
  // measuring
  ['NRAK-', /[A-Z0-9]{27}/y],
  ['phx_', /\w{40,60}/y],
  // mail, shops and payment
  ['SK', /[a-f0-9]{32}(?![A-Za-z0-9])/y],
  // WooCommerce
  ['ck_', /[a-f0-9]{40}(?![A-Za-z0-9])/y],
  ['cs_', /[a-f0-9]{40}(?![A-Za-z0-9])/y],
  ['key-', /[a-f0-9]{32}(?![A-Za-z0-9])/y],
  ['xkeysib-', /[a-f0-9]{64}(?![A-Za-z0-9])/y],
  ['re_', /\w{8}_\w{20,32}/y],
  ['EAAA', /[\w-]{56,200}/y],
  ['live_', /[A-Za-z0-9]{30,40}/y],
  ['pat-', /[a-z]{2}\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/y],
  ['EZAK', /\w{54}/y],
  ['shippo_live_', /[a-f0-9]{40}/y],
  // language models
  ['gsk_', /\w{40,60}/y],
  ['r8_', /\w{37}/y],
  ['xai-', /\w{60,90}/y],
  ['pplx-', /\w{40,60}/y],
  ['nvapi-', /[\w-]{60,80}/y],
  ['lsv2_pt_', /\w{32,60}/y],
  ['lsv2_sk_', /\w{32,60}/y],
  ['tvly-', /[\w-]{30,50}/y],
];

/** Where the token that starts at `start` ends; null if no known one starts there. */
export function prefixedTokenEnd(text: string, start: number): number | null {
  const known = bodies.find(([prefix]) => text.startsWith(prefix, start));
  if (known === undefined) return null;
  const [prefix, body] = known;
  body.lastIndex = start + prefix.length;
  return body.test(text) ? body.lastIndex : null;
}
