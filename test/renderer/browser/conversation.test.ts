import { describe, expect, it } from 'vitest';
import { callsOf, drawn, eventually, focused, lastInputOf, pageTime, reply, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };

describe('a conversation', () => {
  it('is a log of articles that name sender and time', async () => {
    const page = await open(vps);
    const articles = page.getByRole('log', { name: 'Conversation' }).getByRole('article');
    await articles.first().waitFor();
    const names = await articles.evaluateAll((list) =>
      list.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    expect(names).toHaveLength(4);
    expect(names[0]).toMatch(/^You, \d\d:\d\d$/);
    expect(names[1]).toMatch(/^Automatic message, /);
    expect(names[2]).toMatch(/^You, \d\d:\d\d, Encrypted$/);
    expect(names[3]).toMatch(/^Kim Lindqvist · HostUp, \d\d:\d\d, New$/);
  });

  it('tells what the ticket is: number, turn, department, waiting, service', async () => {
    const page = await open(vps);
    const head = await page.locator('.thread-head').innerText();
    for (const word of [
      'VPS unreachable',
      'Your turn',
      '#149943',
      'VPS',
      'Answered',
      'first reply after 27 min',
    ]) {
      expect(head).toContain(word);
    }
    const service = await page.locator('.service summary').innerText();
    expect(service.split('\n')).toEqual(['app-01', 'VPS XS', 'Active', '192.0.2.10']);
  });

  it('shows the real host of a link and opens it through the program', async () => {
    const page = await open(vps);
    const link = page.getByRole('link', { name: 'how to reach the console' });
    await link.waitFor();
    expect(await page.getByRole('log').innerText()).toContain('(support.hostup.example)');
    await link.click();
    expect(await callsOf(page, 'link.open')).toEqual([
      { name: 'link.open', input: { href: 'https://support.hostup.example/console' } },
    ]);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('says so when a link is not opened', async () => {
    const page = await open(vps);
    await page.evaluate(() => {
      window.program.world.refuse.set('link.open', { ok: false, code: 'blocked_link' });
    });
    await page.getByRole('link', { name: 'how to reach the console' }).click();
    await page.getByText('This address is not opened, to be safe.').waitFor();
  });

  it('lists attachments by name and type, and fetches none by itself', async () => {
    const page = await open(vps);
    const files = page.getByRole('list', { name: 'Attachments' });
    expect(await files.innerText()).toMatch(/^console-app-01\.png\s+PNG\s/);
    const heard = await page.evaluate(() => window.program.heard.map(({ name }) => name));
    expect(heard.filter((name) => name.startsWith('attachment.'))).toEqual([]);
  });

  it('copies code', async () => {
    const page = await open({ ...vps, context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await page.locator('.code').getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('100% packet loss');
  });

  it('folds quotes', async () => {
    const page = await open({ hash: '#/ticket/tkt_invoice' });
    const quote = page.locator('blockquote');
    await page.getByText('Quoted text').waitFor();
    expect(await quote.isVisible()).toBe(false);
    await page.getByText('Quoted text').click();
    await quote.waitFor();
  });

  it('says what is protected, gone or not fetched', async () => {
    const page = await open({ hash: '#/ticket/tkt_db' });
    await page.getByText('Protected, not available here. Read it in HostUp’s panel.').waitFor();
    await page.evaluate(() => window.program.show('tkt_gone'));
    await page.getByText(/no longer in your account/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).count()).toBe(0);
    await page.evaluate(() => window.program.show('tkt_domain'));
    await page.getByText('This conversation has not been fetched yet.').waitFor();
    await page.evaluate(() => window.program.show('tkt_nobody'));
    await page.getByText('HostUp has no such ticket for this account.').waitFor();
  });

  it('treats hostile text as text', async () => {
    const page = await open();
    await page.evaluate(() => {
      window.program.arrive(
        'tkt_vps',
        '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>',
        {
          senderName: '<b onclick="window.hacked=3">Kim</b>',
          blocks: [
            { kind: 'paragraph', spans: [{ kind: 'text', text: '<img src=x onerror="window.hacked=1">' }] },
            {
              kind: 'paragraph',
              spans: [
                {
                  kind: 'link',
                  text: 'https://bank.example',
                  href: 'https://evil.example/a',
                  host: 'evil.example',
                },
                { kind: 'link', text: 'run', href: 'javascript:window.hacked=4', host: '' },
              ],
            },
          ],
        },
      );
      window.program.show('tkt_vps');
    });
    await page.getByText('<img src=x onerror="window.hacked=1">').last().waitFor();
    expect(await page.getByRole('log').innerText()).toContain('(evil.example)');
    expect(await page.getByRole('link', { name: 'run' }).count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

describe('what is new', () => {
  it('is marked, read when it was in front, and keeps its mark for the visit', async () => {
    const page = await open(vps);
    await page.getByRole('article', { name: /Kim Lindqvist.*New/ }).waitFor();
    await eventually(async () => (await callsOf(page, 'thread.markRead')).length, 1);
    await pageTime(page, 100);
    await page.getByRole('article', { name: /Kim Lindqvist.*New/ }).waitFor();
  });

  it('is where a long conversation opens, and where "u" goes', async () => {
    const page = await open({ scenario: 'long', ...vps });
    await page.getByText('New', { exact: true }).first().waitFor();
    const mark = await page.locator('#first-new').boundingBox();
    const log = await page.getByRole('log').boundingBox();
    expect(mark !== null && log !== null && mark.y >= log.y && mark.y < log.y + log.height).toBe(true);
    await page.getByRole('log').evaluate((element) => element.scrollTo({ top: 0 }));
    await page.keyboard.press('u');
    await eventually(() => focused(page).then((name) => name.includes('Kim Lindqvist')), true);
  });

  it('does not move the text of who reads further up', async () => {
    const page = await open({ scenario: 'long', ...vps });
    const log = page.getByRole('log');
    await log.evaluate((element) => element.scrollTo({ top: 300 }));
    await drawn(page);
    await page.evaluate(() => window.program.arrive('tkt_vps', 'And one more thing.'));
    const pill = page.getByRole('button', { name: '1 new message' });
    await pill.waitFor();
    expect(await log.evaluate((element) => element.scrollTop)).toBe(300);
    await pill.click();
    await eventually(
      () => log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2),
      true,
    );
    await pill.waitFor({ state: 'detached' });
  });

  it('comes into sight for who reads the end', async () => {
    const page = await open({ scenario: 'long', ...vps });
    const log = page.getByRole('log');
    await log.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await drawn(page);
    await page.evaluate(() => window.program.arrive('tkt_vps', 'And one more thing.'));
    await page.getByText('And one more thing.').last().waitFor();
    await eventually(
      () => log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2),
      true,
    );
  });
});

describe('a reply of one’s own', () => {
  it('comes into view also for who read further up, and what stood before it counts as read', async () => {
    const page = await open({ scenario: 'long', ...vps });
    const log = page.getByRole('log');
    await page.getByRole('article').first().waitFor();
    await log.evaluate((element) => element.scrollTo({ top: 0 }));
    await drawn(page);
    await page.evaluate(() => window.program.arrive('tkt_vps', 'And one more thing.'));
    const pill = page.getByRole('button', { name: '1 new message' });
    await pill.waitFor();
    await reply(page).fill('Here is what you asked for.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Stored by HostUp \d\d:\d\d:\d\d/).waitFor();
    await eventually(async () => {
      const sent = await log.getByText('Here is what you asked for.').boundingBox();
      const seen = await log.boundingBox();
      return (
        sent !== null && seen !== null && sent.y >= seen.y && sent.y + sent.height <= seen.y + seen.height
      );
    }, true);
    await pill.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Reply');
    const read = await page.evaluate(() => {
      const ticket = window.program.world.tickets.find(({ row }) => row.id === 'tkt_vps');
      return { unread: ticket?.row.unread, last: ticket?.messages.at(-1)?.sender };
    });
    expect(read).toEqual({ unread: false, last: 'customer' });
    expect(await lastInputOf(page, 'thread.markRead')).toMatchObject({ ticketId: 'tkt_vps' });
  });
});

describe('closing and reopening', () => {
  it('asks first, and says when it was refused', async () => {
    const page = await open(vps);
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('button', { name: 'Keep open' }).click();
    expect(await callsOf(page, 'ticket.close')).toEqual([]);
    await page.evaluate(() => {
      window.program.world.refuse.set('ticket.close', { ok: false, code: 'forbidden', status: 403 });
    });
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await page.getByText('The key is not allowed to do this.').waitFor();
    await page.evaluate(() => window.program.world.refuse.clear());
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('button', { name: 'Reopen', exact: true }).click();
    await page.getByRole('button', { name: 'Close ticket' }).waitFor();
  });
});
