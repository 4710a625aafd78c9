// HTML, as ticket systems and mail programs write it, and as attackers do.
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { toPlain } from '../../../electron/core/text/plain.ts';
import { shortOf as short } from './short.ts';

describe('HTML', () => {
  it.each([
    ['<p>Hej &amp; hå</p>\n<p>Två</p>', ['p:Hej & hå', 'p:Två']],
    ['Rad ett<br />\nRad två<br>\n<br>\nNytt stycke', ['p:Rad ett|Rad två', 'p:Nytt stycke']],
    ['<div>ett</div><div>två</div><div><br></div><div>tre</div>', ['p:ett|två', 'p:tre']],
    ['Det är <b>viktigt</b>\noch <i>nytt</i>', ['p:Det är viktigt|och nytt']],
    ['<ul><li>ett</li><li>två <b>fet</b></li></ul>', ['list:ett|två fet']],
    ['<ol><li>ett<li>två</ol>', ['numbers:ett|två']],
    ['<ol start="5"><li>ett<li>två</ol>', ['p:5. ett|6. två']],
    ['<ul><li>ett<ul><li>inre</li></ul></li><li>två</li></ul>', ['list:ett|• inre|två']],
    [
      '<p>Svar</p><blockquote>Hej<br>hå<blockquote>djup</blockquote></blockquote>',
      ['p:Svar', 'quote:Hej|hå||djup'],
    ],
    ['<pre>\n$ a  b\n\tc &lt;d&gt;\n</pre>', ['code:$ a  b\n\tc <d>']],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', ['p:a  b|c']],
    ['<h1>Rubrik</h1>text', ['p:Rubrik', 'p:text']],
    ['&nbsp;&nbsp;&nbsp;&nbsp;kod<br>&nbsp;&nbsp;&nbsp;&nbsp;mer', ['code:kod|mer'.replace('|', '\n')]],
    ['a<br>&gt; citat<br>&gt; mer<br>slut', ['p:a', 'quote:citat|mer', 'p:slut']],
    [
      '<p>2026-04-27 11:45:00 ERROR a<br>2026-04-27 11:45:01 ERROR b</p>',
      ['code:2026-04-27 11:45:00 ERROR a\n2026-04-27 11:45:01 ERROR b'],
    ],
    ['<p>- ett<br>- två</p>', ['list:ett|två']],
    ['<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', ['p:<script>alert(1)</script>']],
    ['<br>&amp;lt;b&amp;gt;', ['p:&lt;b&gt;']],
    ['<p>oavslutad <b>fet', ['p:oavslutad fet']],
    ['</p></div></b>text<br>', ['p:text']],
    ['<p>å&#x1f600;&eacute;</p>', ['p:å😀é']],
    ['<P>STORA</P>', ['p:STORA']],
  ])('%s', (html, expected) => {
    expect(short(toBlocks(html))).toEqual(expected);
  });

  it('keeps styles and links of a line', () => {
    expect(
      toBlocks(
        '<p>Se <a href="https://hostup.se/x?a=1&amp;b=2" onclick="x()">här</a>, <em>nu</em> <code>ls</code></p>',
      ),
    ).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'Se ' },
          { kind: 'link', text: 'här', href: 'https://hostup.se/x?a=1&b=2', host: 'hostup.se' },
          { kind: 'text', text: ', ' },
          { kind: 'emphasis', text: 'nu' },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'ls' },
        ],
      },
    ]);
  });

  it('finds addresses in text, also around references', () => {
    const [block] = toBlocks('<p>https://x.se/?a=1&amp;b=2 hej</p>');
    expect(block).toMatchObject({
      spans: [{ kind: 'link', href: 'https://x.se/?a=1&b=2' }, { text: ' hej' }],
    });
  });

  it('shows where a link really leads', () => {
    const [block] = toBlocks('<a href="https://evil.example/login">https://cloud.hostup.se</a>');
    expect(block).toMatchObject({ spans: [{ text: 'https://cloud.hostup.se', host: 'evil.example' }] });
    expect(toPlain('<a href="https://evil.example/login">https://cloud.hostup.se</a>')).toBe(
      'https://cloud.hostup.se (https://evil.example/login)',
    );
  });
});

describe('hostile HTML', () => {
  it.each([
    ['<p>a</p><script>alert(1)</script>', 'a'],
    ['<p>a</p><ScRiPt >alert(1)</sCrIpT >', 'a'],
    ['<p>a</p><style>body{}</style><svg><text>alert</text></svg>', 'a'],
    ['<p>a</p><iframe src="//evil">alert</iframe><form action=x>alert<input></form>', 'a'],
    ['<p>a</p><noscript>alert</noscript><template>alert</template><textarea>alert</textarea>', 'a'],
    ['<p>a</p><form>alert<form>alert</form></form>', 'a'],
    ['<p>a<img src=x onerror=alert(1)></p>', 'a'],
    ['<p>a<!-- alert --></p><!--[if mso]>alert<![endif]-->', 'a'],
    ['<p style="background:url(alert)" onmouseover="alert()">a</p>', 'a'],
    ['<p>a</p><object data=alert>alert</object><math><mi>alert</mi></math>', 'a'],
  ])('%s', (html, text) => {
    expect(toPlain(html)).toBe(text);
    expect(JSON.stringify(toBlocks(html))).not.toContain('alert');
  });

  it('does not let an open tag swallow what follows', () => {
    expect(toPlain('<p>före</p><form>efter')).toBe('före\n\nefter');
    expect(toPlain('<p>Välj <select> och <svg> så</p><p>slut</p>')).toBe('Välj och så\n\nslut');
    // what only looks like its end, or stands before it in the source but not in lower case
    expect(toPlain('<p>a</p><select>b</selection>c')).toBe('a\n\nbc');
    expect(toPlain('<p>a</p><form>b<!-- </form> -->c<p title="</form>">d</p>')).toBe('a\n\nbc\n\nd');
    expect(toPlain(`<p>${'İ'.repeat(20)}</p></form><form>efter</p>`)).toContain('efter');
    expect(toPlain('<p>a</p><svg>b</svg')).toContain('b');
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'hostup://x',
    '//evil.example',
    '/relative',
    'https://user:pass@evil.example/',
    'https://cloud.hostup.se@evil.example/',
    'https://cloud.hostup.se\\@evil.example/',
    'https:evil.example',
    'https:///evil.example',
    'https://evil.example\u202e/',
    'https://[::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://127.1/',
    'https://ｅvil.example/',
    'https://exa%6dple.se/',
    'https://a..b/',
    'https://-a.se/',
    'https://x.se:99999/',
    `https://x.se/${'a'.repeat(3_000)}`,
    'mailto:',
    'mailto:a@b@c.se',
    "mailto:a'b@c.se",
    'mailto:`id`@c.se',
    'mailto:$(id)@c.se',
    '',
  ])('makes no link of %s', (href) => {
    const attribute = href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const [block] = toBlocks(`<p><a href="${attribute}">text</a></p>`);
    expect(block).toEqual({ kind: 'paragraph', spans: [{ kind: 'text', text: 'text' }] });
  });
});
