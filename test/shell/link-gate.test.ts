import { describe, expect, it } from 'vitest';
import { createLinkGate, judge } from '../../electron/shell/link-gate.ts';

describe('judging an address', () => {
  it.each([
    'https://hostup.se/',
    'https://cloud.hostup.se/api-management?x=1#y',
    'https://HOSTUP.se/a',
    'mailto:support@hostup.se',
    'mailto:anna@example.com?subject=%C3%84rende%2012&body=Hej%0D%0A%0D%0A',
  ])('lets %s through', (href) => {
    expect(judge(href).verdict).toBe('open');
  });

  it.each([
    ['https://example.com/a', 'example.com'],
    ['https://evilhostup.se/', 'evilhostup.se'],
    ['https://hostup.se.evil.example/', 'hostup.se.evil.example'],
    ['https://hostup.se:8443/', 'hostup.se:8443'],
    ['https://hostüp.se/', new URL('https://hostüp.se').host],
    ['https://192.0.2.1/', '192.0.2.1'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
  ])('asks about %s by the name of its host', (href, host) => {
    expect(judge(href)).toMatchObject({ verdict: 'ask', host });
    expect(host).toMatch(/^[\x21-\x7e]+$/);
  });

  it('judges what the browser will read, not what the text looks like', () => {
    expect(judge('https://hostup.se\\@evil.example/')).toEqual({
      verdict: 'open',
      href: 'https://hostup.se/@evil.example/',
    });
  });

  it.each([
    '',
    'hostup.se',
    '//hostup.se/a',
    'http://hostup.se/',
    'http://127.0.0.1:8080/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'ftp://hostup.se/',
    'smb://server/share',
    'ms-settings:privacy',
    'vscode://x',
    'app://hostup/index.html',
    'https://user@hostup.se/',
    'https://hostup.se@evil.example/',
    'https://:secret@hostup.se/',
    'https://',
    'https://host up.se/',
    ' https://hostup.se/',
    'https://hostup.se/\n',
    'java\nscript:alert(1)',
    'https://hostup.se/\u0000',
    'https://hostup.se/\u202egpj.exe',
    'https://hostup.se/\u200b',
    `https://hostup.se/${'a'.repeat(2_048)}`,
    'mailto:',
    'mailto:nobody',
    'mailto:a@example.com,b@example.com',
    'mailto:a@example.com?attach=/etc/passwd',
    'mailto:a@example.com?bcc=b@example.com',
    'mailto:a@example.com?subject=x&ATTACHMENT=/etc/passwd',
    'mailto:a%0abcc:b@example.com',
    'mailto:a@example.com?subject=x%0d%0aBcc:%20b@example.com',
    'mailto:a@example.com?subject=x%00',
    'mailto:a@example.com?body=x%1b',
    'mailto:a@example.com?subject=x&subject=y',
    'mailto:a@example.com?subject=x&SUBJECT=y',
    'mailto:a@example.com#x',
    'mailto:<a@example.com>',
    'mailto:a@example.com"--attach=x',
    "mailto:a@example.com'--attach=x",
    'mailto:`id`@example.com',
    'mailto:$(id)@example.com',
    'mailto:a@[127.0.0.1]',
    `https://hostup.se/${'å'.repeat(1_000)}`,
  ])('blocks %j', (href) => {
    expect(judge(href)).toEqual({ verdict: 'blocked' });
  });
});

describe('the gate', () => {
  function gate(agree = true, fails = false) {
    const opened: string[] = [];
    const asked: string[] = [];
    const failures: unknown[] = [];
    const open = createLinkGate({
      open: async (href) => {
        if (fails) throw new Error('no browser');
        opened.push(href);
      },
      ask: async (host) => {
        asked.push(host);
        return agree;
      },
      onFailure: (cause) => failures.push(cause),
    });
    return { open, opened, asked, failures };
  }

  it("opens HostUp's own pages at once", async () => {
    const { open, opened, asked } = gate();
    expect(await open('https://cloud.hostup.se/a')).toBe(true);
    expect([opened, asked]).toEqual([['https://cloud.hostup.se/a'], []]);
  });

  it('opens another host only if the user agrees', async () => {
    const yes = gate(true);
    expect(await yes.open('https://example.com')).toBe(true);
    expect([yes.asked, yes.opened]).toEqual([['example.com'], ['https://example.com/']]);
    const no = gate(false);
    expect(await no.open('https://example.com')).toBe(false);
    expect(no.opened).toEqual([]);
  });

  it('asks nothing about what it blocks', async () => {
    const { open, opened, asked } = gate();
    expect(await open('javascript:alert(1)')).toBe(false);
    expect([opened, asked]).toEqual([[], []]);
  });

  it('says no when there is no browser to open it', async () => {
    const { open, failures } = gate(true, true);
    expect(await open('https://hostup.se/')).toBe(false);
    expect(failures).toHaveLength(1);
  });
});
