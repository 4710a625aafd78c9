import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, options, pageTime, reply, send, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };

describe('what is typed', () => {
  it('is a draft a moment later', async () => {
    const page = await open(vps);
    await reply(page).fill('Still no answer åäö 😀');
    await eventually(
      () => page.evaluate(() => window.program.world.drafts.get('tkt_vps')?.text),
      'Still no answer åäö 😀',
    );
    await page.getByText('Draft saved').waitFor();
  });

  it('is there again after another ticket, and after a reload of everything', async () => {
    const page = await open(vps);
    await reply(page).fill('for the server');
    await options(page).nth(1).click();
    await eventually(() => reply(page).inputValue(), 'Det gäller faktura 2025-1107.');
    await reply(page).fill('för fakturan');
    await options(page).nth(0).click();
    await eventually(() => reply(page).inputValue(), 'for the server');
    await page.evaluate(() => window.program.changed('session', 'tickets', 'outbox', 'ticket:tkt_vps'));
    await pageTime(page, 200);
    expect(await reply(page).inputValue()).toBe('for the server');
    await eventually(
      () => page.evaluate(() => window.program.world.drafts.get('tkt_invoice')?.text),
      'för fakturan',
    );
  });

  it('is saved at once when the window loses the focus or goes', async () => {
    for (const event of ['blur', 'pagehide']) {
      const page = await open(vps);
      await reply(page).fill(`last words before ${event}`);
      const saved = await page.evaluate(async (name) => {
        dispatchEvent(new Event(name));
        await new Promise((resolve) => setTimeout(resolve, 20));
        return window.program.world.drafts.get('tkt_vps')?.text;
      }, event);
      expect(saved).toBe(`last words before ${event}`);
    }
  });

  it('keeps the caret while messages arrive', async () => {
    const page = await open(vps);
    await reply(page).fill('Hello world');
    await reply(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
    await page.evaluate(() => window.program.arrive('tkt_vps', 'One moment.'));
    await page.getByText('Kim Lindqvist answered while you were writing.').waitFor();
    await page.keyboard.type(',');
    expect(await reply(page).inputValue()).toBe('Hello, world');
  });

  it('stays when the program goes away, and is saved when it is back', async () => {
    const page = await open(vps);
    await page.evaluate(() => {
      window.program.link.value = false;
    });
    await page.getByText('The program behind this page does not answer.').waitFor();
    await reply(page).fill('typed while it was away');
    await page.getByText('Draft not saved').waitFor();
    await send(page).click();
    await pageTime(page, 100);
    expect(await reply(page).inputValue()).toBe('typed while it was away');
    await page.evaluate(() => {
      window.program.link.value = true;
    });
    await eventually(
      () => page.evaluate(() => window.program.world.drafts.get('tkt_vps')?.text),
      'typed while it was away',
    );
    await send(page).click();
    await eventually(() => reply(page).inputValue(), '');
    expect(await page.evaluate(() => window.program.world.outgoing.length)).toBe(1);
  });
});

describe('sending', () => {
  it('is one reply for a double click, and shows where it went', async () => {
    const page = await open(vps);
    await reply(page).fill('Yes, it answers.');
    await send(page).dblclick();
    await page.getByText(/Stored by HostUp \d\d:\d\d:\d\d/).waitFor();
    expect(await page.evaluate(() => window.program.world.outgoing.length)).toBe(1);
    expect(await reply(page).inputValue()).toBe('');
    expect(await focused(page)).toBe('Reply');
  });

  it('works with Ctrl+Enter, and with Cmd+Enter', async () => {
    const page = await open(vps);
    for (const key of ['Control+Enter', 'Meta+Enter']) {
      await reply(page).fill(`with ${key}`);
      await page.keyboard.press(key);
      await eventually(() => reply(page).inputValue(), '');
    }
    expect(await page.evaluate(() => window.program.world.outgoing.length)).toBe(2);
  });

  it('keeps the text and says why when it fails', async () => {
    const page = await open(vps);
    await page.evaluate(() => {
      window.program.world.refuse.set('reply.send', { ok: false, code: 'store_full' });
    });
    await reply(page).fill('important');
    await send(page).click();
    await page.getByText('The disk is full.').waitFor();
    expect(await reply(page).inputValue()).toBe('important');
  });

  it('sends nothing when there is nothing to send', async () => {
    const page = await open(vps);
    await reply(page).fill('   ');
    await page.keyboard.press('Control+Enter');
    expect(await send(page).getAttribute('aria-disabled')).toBe('true');
    expect(await callsOf(page, 'reply.send')).toEqual([]);
  });

  it('reopens a closed ticket, with words before', async () => {
    const page = await open({ hash: '#/ticket/tkt_php' });
    await page.getByText('This ticket is closed. Sending a reply opens it again.').waitFor();
    await reply(page).fill('One more question');
    await page.getByRole('button', { name: 'Reopen and send' }).click();
    await page.getByText(/Stored by HostUp/).waitFor();
    expect(await callsOf(page, 'reply.send')).toMatchObject([{ input: { reopen: true } }]);
  });

  it('refuses what is too long with a number, and keeps it', async () => {
    const page = await open(vps);
    await reply(page).fill('x'.repeat(100_010));
    await page.getByText('10 characters too long. HostUp takes 100,000.').waitFor();
    expect(await send(page).getAttribute('aria-disabled')).toBe('true');
    expect((await reply(page).inputValue()).length).toBe(100_010);
    await page.getByText('Draft saved').waitFor();
    expect(await page.evaluate(() => window.program.world.drafts.get('tkt_vps')?.text.length)).toBe(100_010);
  });

  it('says plainly what cannot even be kept, till it is shorter', async () => {
    const page = await open(vps);
    await reply(page).fill('x'.repeat(400_001));
    await page.getByText('too long to be kept: shorten it by 1 character, else').waitFor();
    await page.getByText('Draft not saved').waitFor();
    await reply(page).fill('x'.repeat(100_001));
    await page.getByText('1 character too long.').waitFor();
    await page.getByText('Draft saved').waitFor();
    expect(await page.getByText('too long to be kept').count()).toBe(0);
  });
});

describe('secrets', () => {
  it('are noticed gently, and marked with one press', async () => {
    const page = await open(vps);
    await reply(page).fill('The root password is Tr0ub4dor&3');
    await page.getByText('This looks like it contains a password.').waitFor();
    await page.getByRole('button', { name: 'Mark as encrypted' }).click();
    const mark = page.getByRole('switch', { name: 'Encrypted' });
    expect(await mark.getAttribute('aria-checked')).toBe('true');
    await send(page).click();
    await eventually(async () => (await callsOf(page, 'reply.send')).length, 1);
    expect(await callsOf(page, 'reply.send')).toMatchObject([{ input: { encrypted: true } }]);
    await page.getByText(/Stored by HostUp/).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Tr0ub4dor');
  });

  it('can be called none, and never stop anybody', async () => {
    const page = await open(vps);
    await reply(page).fill('The password is Tr0ub4dor&3');
    await page.getByRole('button', { name: 'Not a secret' }).click();
    await page.getByText('This looks like it contains a password.').waitFor({ state: 'detached' });
    await reply(page).press('End');
    await page.keyboard.type(' ok?');
    await pageTime(page, 100);
    expect(await page.getByText('This looks like it contains a password.').count()).toBe(0);
    await send(page).click();
    await eventually(async () => (await callsOf(page, 'reply.send')).length, 1);
  });

  it('keep their mark over a switch of ticket', async () => {
    const page = await open(vps);
    await reply(page).fill('something');
    await page.keyboard.press('Control+Shift+E');
    await options(page).nth(1).click();
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    await options(page).nth(0).click();
    await page.getByRole('heading', { name: /VPS/ }).waitFor();
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('true');
  });
});

describe('an answer that comes while writing', () => {
  it('stands before Send until it was looked at', async () => {
    const page = await open({ scenario: 'long', ...vps });
    await page.getByRole('log').evaluate((element) => element.scrollTo({ top: 0 }));
    await reply(page).fill('I think that');
    await page.evaluate(() => window.program.arrive('tkt_vps', 'Found it.'));
    await page.getByText('Kim Lindqvist answered while you were writing.').waitFor();
    await page.locator('.composer').getByRole('button', { name: 'Show' }).click();
    await page.getByText('Kim Lindqvist answered while you were writing.').waitFor({ state: 'detached' });
    expect(await reply(page).inputValue()).toBe('I think that');
  });
});

it('a key that may only read gets a disabled field and the reason', async () => {
  const page = await open({ scenario: 'read-only', ...vps });
  await page.getByText('You cannot reply with this key.').waitFor();
  expect(await reply(page).isDisabled()).toBe(true);
  const described = await reply(page).getAttribute('aria-describedby');
  expect(await page.locator(`#${described}`).innerText()).toContain('write:support');
  expect(await page.getByRole('button', { name: 'Close ticket' }).count()).toBe(0);
});

describe('a draft of a ticket that is gone', () => {
  it('stays readable, to copy or to discard after a question', async () => {
    const page = await open({ hash: '#/ticket/tkt_gone' });
    await page.evaluate(() => {
      const draft = { text: 'Viktiga rader', encrypted: false, savedAt: Date.now(), seenUpTo: null };
      window.program.world.drafts.set('tkt_gone', draft);
      window.program.changed('ticket:tkt_gone', 'tickets');
    });
    await eventually(() => reply(page).inputValue(), 'Viktiga rader');
    await page.getByRole('button', { name: 'Copy text' }).waitFor();
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Discard' }).click();
    await eventually(() => reply(page).inputValue(), 'Viktiga rader');
    await page.getByRole('button', { name: 'Discard' }).last().click();
    await eventually(() => reply(page).count(), 0);
  });
});
