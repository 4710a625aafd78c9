// RFC 3492, encoding only: the ASCII form of one label of a domain name, which is what a reader must be shown.

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const firstCode = 128;

/** `räksmörgås` becomes `xn--rksmrgs-5wao1o`; a label that is ASCII already stays as it is. */
export function toAsciiLabel(label: string): string {
  const codes = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = codes.filter((code) => code < firstCode);
  if (basic.length === codes.length) return label;
  const start = String.fromCodePoint(...basic);
  return `xn--${start}${basic.length > 0 ? '-' : ''}${encodeRest(codes, basic.length)}`;
}

function encodeRest(codes: readonly number[], basicCount: number): string {
  let output = '';
  let [code, delta, bias, handled] = [firstCode, 0, initialBias, basicCount];
  while (handled < codes.length) {
    const current = code;
    const next = Math.min(...codes.filter((candidate) => candidate >= current));
    delta += (next - code) * (handled + 1);
    code = next;
    for (const candidate of codes) {
      if (candidate < code) delta += 1;
      if (candidate !== code) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basicCount);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    code += 1;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let output = '';
  let rest = delta;
  for (let k = base; ; k += base) {
    const threshold = Math.min(Math.max(k - bias, tMin), tMax);
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (base - threshold)));
    rest = Math.floor((rest - threshold) / (base - threshold));
  }
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

const digit = (value: number): string => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(value);
