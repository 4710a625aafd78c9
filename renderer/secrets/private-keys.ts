// Private keys: armoured blocks, PuTTY files, age, WireGuard, DNSSEC and JSON web keys. A header without a body is
// only talk about a key, and public keys, certificates and requests are not secrets.
import { mostLabels, mostPerRule, type SecretSpan } from './kinds.ts';

const armour =
  /---- ?-?BEGIN (?:[A-Z0-9]{1,12} ){0,4}(?:PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1)-?-? ?---/g;
/** how much of a block is looked at to tell a key from a mere header */
const bodyLooked = 600;
const body = /[A-Za-z0-9+/]{24}/;

const unarmoured = [
  // the first bytes of PKCS#8, PKCS#1, EC, Ed25519 and OpenSSH keys, in base64, pasted without their header
  /(?<![A-Za-z0-9+/])(?:MII[A-Z][A-Za-z0-9]{0,2}IBA(?:DANBgkqhkiG9w0BAQEFAASC|AKCAQEA|AKCAgEA)|MC4CAQAwBQYDK2Vw|MHcCAQEE|MIGHAgEAMBMGByqGSM49|b3BlbnNzaC1rZXktdjE)[A-Za-z0-9+/]{8}/g,
  /Private-Lines: ?\d{1,3}\s{1,4}(?:[>|] ?)?[A-Za-z0-9+/]{24}/g,
  /AGE-SECRET-KEY-1[A-Z0-9]{20}/gi,
  /(?<!\w)Private-?Key ?[:=] ?[A-Za-z0-9+/]{42,86}={1,2}/gi,
  /"d" ?: ?"[\w-]{40}/g,
];

export function findPrivateKeys(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const add = (start: number, end: number) => spans.push({ kind: 'private-key', start, end });
  let looked = 0;
  for (const { 0: header, index } of text.matchAll(armour)) {
    const after = index + header.length;
    const block = text.slice(after, after + bodyLooked).split(/-{4,5} ?(?:END|BEGIN)/, 1)[0] ?? '';
    if (body.test(block)) add(index, after + block.length);
    looked += 1;
    if (looked >= mostLabels || spans.length >= mostPerRule) break;
  }
  for (const pattern of unarmoured) {
    for (const { 0: key, index } of text.matchAll(pattern)) {
      add(index, index + key.length);
      if (spans.length >= mostPerRule) return spans;
    }
  }
  return spans;
}
