// Tokens and keys that show by their shape whose they are. Each shape has a fixed part that is looked for first, which
// is cheap, and every repetition has an upper limit, so that no text makes a pattern run long.
import { mostPerRule, type SecretSpan } from './kinds.ts';
import { isPlaceholder } from './placeholders.ts';

type Shape = {
  /** one of these is in every text with this shape */
  readonly parts: readonly string[];
  readonly pattern: RegExp;
};

const shapes: readonly Shape[] = [
  // Amazon: key ids; the secret half has no shape and is found by its label
  {
    parts: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g,
  },
  // GitHub, GitLab
  {
    parts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{40,255})/g,
  },
  {
    parts: ['gl'],
    pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas)-[\w-]{20,255}/g,
  },
  // Slack, Discord
  {
    parts: ['xox', 'xapp-'],
    pattern: /(?<![A-Za-z0-9])(?:xox[abeoprs](?:\.xox[bp])?|xapp)-[\w-]{16,255}/g,
  },
  {
    parts: ['hooks.slack.com/'],
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/]{30,100}/g,
  },
  {
    parts: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/[\w-]{40,100}/g,
  },
  {
    parts: ['.'],
    pattern: /(?<![\w.-])[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,40}(?![\w.-])/g,
  },
  // Stripe and its relatives; pk_… is meant to be public
  {
    parts: ['k_live_', 'k_test_', 'k_prod_', 'whsec_'],
    pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test|prod)_|whsec_)[A-Za-z0-9+/=]{16,255}/g,
  },
  // Google
  { parts: ['AIza'], pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/g },
  {
    parts: ['GOCSPX-', 'ya29.'],
    pattern: /(?<![A-Za-z0-9])(?:GOCSPX-[\w-]{20,40}|ya29\.[\w-]{30,400})/g,
  },
  // OpenAI, Anthropic and others that begin in the same way
  {
    parts: ['sk-'],
    pattern:
      /(?<![A-Za-z0-9-])sk-(?:(?:proj|svcacct|admin|ant-[a-z]{2,8}\d{2}|or-v1|live|None)-)?[\w-]{20,255}/g,
  },
  // packages and images
  {
    parts: ['npm_', 'pypi-AgE', 'rubygems_', 'dckr_pat_'],
    pattern:
      /(?<![A-Za-z0-9])(?:npm_[A-Za-z0-9]{36}|pypi-AgE[\w-]{40,255}|rubygems_[a-f0-9]{40,64}|dckr_pat_[\w-]{20,40})/g,
  },
  // mail and messages
  { parts: ['SG.'], pattern: /(?<![A-Za-z0-9])SG\.[\w-]{16,32}\.[\w-]{30,60}/g },
  {
    parts: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'],
    pattern: /(?<![A-Za-z0-9])[a-f0-9]{32}-us\d{1,2}(?![A-Za-z0-9])/g,
  },
  { parts: [':AA'], pattern: /(?<![\d.:])\d{8,10}:AA[\w-]{32,34}(?![\w-])/g },
  // signed web tokens; the signature is empty in unsigned ones
  { parts: ['.eyJ'], pattern: /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{0,2000}/g },
  // other clouds and services with registered prefixes
  {
    parts: ['do', 'shp', 'hf_', 'hvs.', 'hvb.'],
    pattern:
      /(?<![A-Za-z0-9])(?:do[op]_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|hf_[A-Za-z]{30,40}|hv[sb]\.[\w-]{20,200})/g,
  },
  {
    parts: ['sq0', 'dapi', 'lin_api_', 'ntn_', 'glsa_', 'sbp_'],
    pattern:
      /(?<![A-Za-z0-9])(?:sq0(?:atp|csp)-[\w-]{22,60}|dapi[a-f0-9]{32}|lin_api_\w{32,48}|ntn_\w{40,50}|glsa_\w{32,64}|sbp_[a-f0-9]{40})/g,
  },
  {
    parts: ['tskey-', 'ATATT3', 'figd_', 'dp.', 'sntrys_', 'sntryu_'],
    pattern:
      /(?<![A-Za-z0-9])(?:tskey-[a-z]{2,8}-\w{8,24}-\w{16,40}|ATATT3\w{40,255}|figd_[\w-]{36,60}|dp\.[a-z]{2,5}\.\w{36,60}|sntry[su]_[\w+/=-]{40,255})/g,
  },
  // Azure: keys of an account, shared access signatures
  {
    parts: ['AccountKey', 'SharedAccessKey'],
    pattern: /(?:AccountKey|SharedAccessKey) ?= ?[A-Za-z0-9+/]{40,88}={0,2}/g,
  },
  { parts: ['sig='], pattern: /[?&;]sig=(?:[A-Za-z0-9+/]|%[0-9A-Fa-f]{2}){40,100}/g },
  // a second factor's seed
  {
    parts: ['otpauth://'],
    pattern: /otpauth:\/\/[th]otp\/[^\s?]{0,100}\?[^\s]{0,100}secret=[A-Z2-7]{16,64}/gi,
  },
  // who has the cookie of a session is logged in, and who has a link to a new password can set one
  {
    parts: ['SESS', 'SessionId', 'sessionid', 'laravel_session', 'connect.sid', 'logged_in'],
    pattern:
      /(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|sessionid|laravel_session|connect\.sid|wordpress_logged_in_\w{1,40}) ?[=:] ?["']?[\w%.|-]{16,300}/g,
  },
  {
    parts: ['/reset', '/magic', '/activate', '/lost-password'],
    pattern: /\/(?:reset|magic|activate|lost-password)[\w-]{0,20}\/(?=\w{0,60}\d)\w{20,100}(?![\w/.-])/g,
  },
  { parts: ['Basic '], pattern: /(?<![A-Za-z])Basic [A-Za-z0-9+/]{12,200}={0,2}(?![\w-])/g },
];

export function findTokenShapes(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { parts, pattern } of shapes) {
    if (!parts.some((part) => text.includes(part))) continue;
    let looked = 0;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (isReal(found)) spans.push({ kind: 'token', start: index, end: index + found.length });
      looked += 1;
      if (looked >= mostPerRule) break;
    }
  }
  return spans;
}

function isReal(found: string): boolean {
  if (isPlaceholder(found)) return false;
  if (found.startsWith('Basic ')) return isBasicHeader(found);
  if (found.startsWith('sk-')) return /\d/.test(found) && /[A-Z]|-.*\d.*[a-z].*\d/.test(found);
  return true;
}

/** "Basic" is also a word: what follows it in a header is whole base64, with cases and digits mixed. */
function isBasicHeader(found: string): boolean {
  const value = found.slice('Basic '.length);
  return value.length % 4 === 0 && /[A-Z].*[A-Z]/.test(value) && /[a-z]/.test(value) && /\d|=$/.test(value);
}
