// Hostile addresses under the program's own scheme: ways out of the folder of the page, and other hosts.
import { pick } from '../../fakes/random.ts';

type Random = () => number;
type Texts = readonly [string, ...string[]];
const many = (text: string): Texts => text.split(' ') as [string, ...string[]];

const ups = many(
  '.. %2e%2e %2E%2e .%2e %2e. ..%2f %2e%2e%2f ..%5c %5c.. ..\\ %252e%252e %c0%ae%c0%ae %uff0e%uff0e \uff0e\uff0e .. ... .... . ' +
    '..; ..%00 %00.. ..%20 ..%09 ~ %7e $HOME %HOME% ..:',
);
const roots = many(
  '/ // %2f %2F%2F \\ \\\\server\\share %5c%5cserver%5cshare C: C:/ C%3a/ c%3A%5c /etc /proc/self /dev file:/// \\\\?\\C: ' +
    '\\\\.\\pipe %5C%5C.%5CC: assets// assets/./ assets/../ /./ //server/share :80/ ;/ ?/../',
);
const files = many(
  'index.html main.cjs package.json passwd cache.db settings.json app.js.map index.html.exe index.html%00 index.html%00.js ' +
    'index.html. index.html%20 index.html::$DATA index.html; index.html/ .html .env html a.constructor a.__proto__ %ff.html ' +
    '%.html %2.html %zz.html \u00e5.html %e5.html \u202elmth.html index.HTM index.htm x.mjs x.wasm x.json x.xml x.pdf x.svgz',
);
/** Kinds of files that the page is not made of. */
const others = many(
  'main.cjs preload.cjs package.json passwd cache.db outbox.db settings.json main.log app.js.map index.html.exe index.HTM ' +
    'index.htm x.mjs x.wasm x.json x.xml x.pdf x.svgz x.node x.txt x constructor __proto__ a.constructor a.__proto__ a.toString',
);
const places = many(
  'app://other/ app://hostup.se/ app://hostup.evil.example/ app://evil.example/hostup/ app://hostup@evil.example/ ' +
    'app://evil@hostup/ app://:x@hostup/ app://hostup:80/ app://hostup:0/ app://hostup%2f/ app://hostup%00/ app://hostup\\ ' +
    'app:/// app:/hostup/ app:hostup/ app:\\\\hostup\\ app: app://hostup. app://.hostup/ app://host\u0075\u0301p/ app://h\u043estup/ ' +
    'apps://hostup/ xapp://hostup/ https://hostup/ http://app//hostup/ file://hostup/ blob:app://hostup/ filesystem:app://hostup/ ' +
    'view-source:app://hostup/ javascript:app://hostup/ data:app://hostup/ about:app://hostup/ app%3a//hostup/',
);

/** Under our own host, but no file of the page: nothing may be read for it. */
export function hostilePath(random: Random): string {
  const ways: readonly (() => string)[] = [
    () => `${pick(random, ['', 'assets/', 'a/b/'])}${pick(random, others)}`,
    () => `${pick(random, ups)}/${pick(random, ups)}/${pick(random, files)}`,
    () => `assets/${pick(random, ups)}/${pick(random, ups)}/index.html`,
    () => `${pick(random, roots)}${pick(random, ups)}/index.html`,
    () => `${pick(random, ups)}${pick(random, roots)}${pick(random, files)}`,
    () => `${'../'.repeat(1 + Math.floor(random() * 12))}index.html`,
    () => `${'%2e%2e%2f'.repeat(1 + Math.floor(random() * 12))}index.html`,
    () =>
      `assets/${pick(random, ['%00', '%0a', '%0d', '%20', '%09', '%7f', '%25', '%22', '%3c', '\0', ' ', '\n'])}.js`,
  ];
  const way = ways[Math.floor(random() * ways.length)];
  return `app://hostup/${way?.() ?? ''}`;
}

/** Not our host, however much it looks so: neither a file nor a place to go to. */
export const hostilePlace = (random: Random): string =>
  pick(random, places) +
  pick(random, ['index.html', '', '#/', '../index.html', 'index.html?x=app://hostup/index.html']);
