// Hostile addresses to everything that decides about addresses: the link gate, the links of texts, the protocol of the
// page, and navigation. What must not pass must not pass, and nothing may throw.
import { posix, win32 } from 'node:path';
import { safeLink } from '../../electron/core/text/safe-link.ts';
import { isOurAddress } from '../../electron/shell/address.ts';
import { createLinkGate, judge } from '../../electron/shell/link-gate.ts';
import { guardContents } from '../../electron/shell/navigation.ts';
import { resolveAsset, servePage } from '../../electron/shell/protocol.ts';
import { fakeContents } from '../fakes/electron.ts';
import { randomFrom } from '../fakes/random.ts';
import type { Suite } from './frame.ts';
import { type Hostile, hostileAddress } from './links/addresses.ts';
import { hostilePath, hostilePlace } from './links/paths.ts';

type Random = () => number;
type Verdict = string | null;

const page = 'app://hostup/index.html#/';
const longest = 2_048;
const moves = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

/** Asked, and followed: what was opened must be what was judged, and what was asked about where it leads. */
async function throughGate({ address, atMost }: Hostile, agrees: boolean): Promise<Verdict> {
  const opened: string[] = [];
  const asked: string[] = [];
  const gate = createLinkGate({
    open: async (href) => void opened.push(href),
    ask: async (host) => {
      asked.push(host);
      return agrees;
    },
    onFailure: () => {},
  });
  const handedOn = await gate(address);
  if (handedOn !== (opened.length === 1)) return 'the gate says other than it did';
  if (atMost === 'nothing') {
    if (asked.length > 0) return `the gate asked about ${asked[0]}`;
    return opened.length > 0 ? `the gate opened ${opened[0]}` : null;
  }
  if (opened.length > 0 && asked.length === 0) return `the gate opened ${opened[0]} unasked`;
  if (opened.length > 0 && !agrees) return `the gate opened ${opened[0]} against the user`;
  return wrongQuestion(address);
}

/** The question names the host that the browser will go to, in signs that can be told apart. */
function wrongQuestion(address: string): Verdict {
  const verdict = judge(address);
  if (verdict.verdict === 'blocked') return null;
  if (verdict.verdict === 'open') return 'the gate would not ask';
  const { href, host } = verdict;
  const url = new URL(href);
  if (url.href !== href || !/^https:\/\/[\x21-\x7e]+$/.test(href)) return `no normal form: ${href}`;
  if (href.length > longest) return 'the address grew too long';
  if (url.host !== host || new URL(address).host !== host) return `asked about ${host} for ${href}`;
  return url.username || url.password ? `a name or password in ${href}` : null;
}

/** Links of texts are judged without a parser; where they let one through, browsers must read it alike. */
function throughText({ address, atMost }: Hostile): Verdict {
  const link = safeLink(address);
  if (link === null) return null;
  const isMail = link.href.startsWith('mailto:');
  if (isMail) return /^mailto:[\w.+=&~-]+@[a-z0-9.-]+$/.test(link.href) ? null : `a link to ${link.href}`;
  if (!/^https?:\/\//i.test(address.trim())) return `a link to ${link.href}`;
  if (atMost === 'nothing' && link.href.startsWith('https:') && judge(address.trim()).verdict === 'blocked')
    return `a link to ${link.href}, which the gate would block`;
  // Where no browser can read it as it was typed (letters of two directions in a name), only the ASCII form leads on.
  const read = [link.href, address].filter((text) => URL.canParse(text)).map((text) => new URL(text).host);
  return read.every((host) => host === link.host) ? null : `${link.host} is shown for ${read.join(' and ')}`;
}

function throughNavigation(address: string): Verdict {
  const { contents, isStopped, opened } = fakeContents();
  guardContents(contents);
  const free = moves.find((move) => !isStopped(move, address));
  if (free) return `${free} was not stopped`;
  if (!isStopped('will-attach-webview', address)) return 'a web view was not stopped';
  if (opened(address) !== 'deny') return 'a window was opened';
  return isOurAddress(address) ? 'it was taken for our page' : null;
}

async function throughProtocol(address: string): Promise<Verdict> {
  for (const { sep, join } of [posix, win32]) {
    const root = join(sep, 'out', 'renderer');
    const asset = resolveAsset(address, root);
    if (asset) return `it is served ${asset.file}`;
  }
  const read: string[] = [];
  const serve = servePage('/out/renderer', async (file) => {
    read.push(file);
    return new Uint8Array();
  });
  const { status } = await serve({ url: address, method: 'GET' });
  return read.length === 0 && status === 404 ? null : `it was answered ${status} from ${read[0]}`;
}

/** Honest ones in between, so that a gate that lets nothing through fails as well. */
async function honest(): Promise<Verdict> {
  const { contents, isStopped } = fakeContents();
  guardContents(contents);
  const passes =
    judge('https://cloud.hostup.se/').verdict === 'open' &&
    judge('https://example.com/').verdict === 'ask' &&
    judge('mailto:support@hostup.se').verdict === 'open' &&
    safeLink('https://hostup.se/') !== null &&
    resolveAsset('app://hostup/index.html', '/out')?.file === posix.join('/out', 'index.html') &&
    moves.every((move) => !isStopped(move, page));
  return passes ? null : 'an honest address was stopped';
}

async function play(random: Random): Promise<Verdict> {
  const hostile = hostileAddress(random);
  const path = hostilePath(random);
  const place = hostilePlace(random);
  const say = (address: string, wrong: Verdict) =>
    wrong && `${JSON.stringify(address.slice(0, 200))}: ${wrong}`;
  return (
    say(hostile.address, (await throughGate(hostile, random() < 0.5)) ?? throughText(hostile)) ??
    say(hostile.address, throughNavigation(hostile.address) ?? (await throughProtocol(hostile.address))) ??
    say(
      path,
      (await throughProtocol(path)) ?? (await throughGate({ address: path, atMost: 'nothing' }, true)),
    ) ??
    say(place, throughNavigation(place) ?? (await throughProtocol(place))) ??
    honest()
  );
}

export const links: Suite = {
  name: 'links',
  unit: 'hostile addresses to each of link gate, texts, navigation and protocol',
  cases: { full: 10_000, quick: 2_000 },
  async setUp() {
    return { run: (seed) => play(randomFrom(seed)), end: async () => {} };
  },
};
