// An open object of the API as a flat list of labels and values that people can read. It may hold anything, in any size
// and depth: what is more than a screen can use is counted, not shown. Pure, without words of a language.

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'number'; readonly number: number }
  /** `day`: a date without a time */
  | { readonly kind: 'time'; readonly at: number; readonly day: boolean }
  | { readonly kind: 'nothing' };

export type Fact = { readonly label: string; readonly value: Value };
export type Facts = {
  readonly facts: readonly Fact[];
  /** some were left out, beyond the limits */
  readonly more: boolean;
};

const mostFacts = 500;
const deepest = 4;
/** in characters */
const longestLabel = 60;
const longestText = 20_000;

/** Every value of it with the names that lead there. */
export function readable(details: Readonly<Record<string, unknown>>): Facts {
  const facts: Fact[] = [];
  let more = false;

  function add(path: readonly string[], value: unknown): void {
    if (facts.length >= mostFacts) {
      more = true;
    } else if (isPlainList(value)) {
      facts.push({ label: labelOf(path), value: text(value.map(String).join(', ')) });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      if (entries.length === 0) facts.push({ label: labelOf(path), value: { kind: 'nothing' } });
      else if (path.length >= deepest)
        facts.push({ label: labelOf(path), value: text(JSON.stringify(value)) });
      else inside(path, value, entries);
    } else facts.push({ label: labelOf(path), value: toValue(value) });
  }

  function inside(path: readonly string[], holder: object, entries: readonly [string, unknown][]): void {
    for (const [name, value] of entries) {
      if (more) return;
      add([...path, Array.isArray(holder) ? String(Number(name) + 1) : labelPart(name)], value);
    }
  }

  inside([], details, Object.entries(details));
  return { facts, more };
}

function toValue(value: unknown): Value {
  if (typeof value === 'boolean') return { kind: 'flag', on: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', number: value };
  if (typeof value !== 'string' || value.trim() === '') return { kind: 'nothing' };
  return readTime(value.trim()) ?? text(value);
}

const text = (value: string): Value => ({ kind: 'text', text: value.trim().slice(0, longestText) });

function isPlainList(value: unknown): value is readonly (string | number | boolean)[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => ['string', 'number', 'boolean'].includes(typeof item))
  );
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;
const isoTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** A date or a time as the API writes them; null for anything else. A date without a time is that day wherever one is. */
export function readTime(value: string): Extract<Value, { kind: 'time' }> | null {
  const [isDay, year, month, day] = isoDate.exec(value) ?? [];
  if (isDay !== undefined) {
    const date = new Date(Number(year), Number(month) - 1, Number(day));
    return date.getMonth() === Number(month) - 1 ? { kind: 'time', at: date.getTime(), day: true } : null;
  }
  const zone = isoTime.exec(value);
  if (zone === null) return null;
  const at = Date.parse(`${value.replace(' ', 'T')}${zone[3] === undefined ? 'Z' : ''}`);
  return Number.isNaN(at) ? null : { kind: 'time', at, day: false };
}

/** words that are written in one way only */
const spelled = new Map(
  'IP IPv4 IPv6 ID URL PHP DNS SSL TLS SSH FTP OS CPU vCPU RAM GB MB TB KB SSD UUID TTL MX'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/** `diskUsedGb`, `disk_used_gb`, `DISK-USED-GB` as "disk used GB". */
function labelPart(name: string): string {
  const words = name
    .slice(0, longestLabel)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '');
  return words.map((word) => spelled.get(word.toLowerCase()) ?? word.toLowerCase()).join(' ') || name;
}

function labelOf(path: readonly string[]): string {
  const [first = '', ...rest] = path;
  const start = /^[a-z]+[A-Z]/.test(first) ? first : first.charAt(0).toUpperCase() + first.slice(1);
  return [start, ...rest].join(' › ');
}
