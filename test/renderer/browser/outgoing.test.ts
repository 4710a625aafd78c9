import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, narrow, options, pageTime, reply, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };

describe('a reply on its way says what it is doing', () => {
  it.each([
    ['queued', /Waiting to be sent · HostUp cannot be reached from this computer\. · Next try \d\d:\d\d/],
    ['sending', 'Sending…'],
    ['unknown', 'Checking whether it arrived'],
  ] as const)('%s', async (scenario, words) => {
    const page = await open({ scenario, ...vps });
    await page.getByRole('log').getByText(words).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  });
});

describe('an uncertain reply', () => {
  it('is an alert that names the ticket, wherever the user is, and only once', async () => {
    const page = await open({ scenario: 'needs-user', ...vps });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.getAttribute('aria-label')).toContain('#149943');
    for (const name of ['Send again', 'Check again', 'Copy text', 'Discard']) {
      expect(await alert.getByRole('button', { name, exact: true }).isVisible()).toBe(true);
    }
    for (const go of [() => options(page).nth(1).click(), () => page.keyboard.press('5')]) {
      await go();
      await pageTime(page, 150);
      expect(await alert.count()).toBe(1);
      expect(await alert.innerText()).toContain('#149943');
    }
  });

  it('says why it could not be looked for', async () => {
    const page = await open({ scenario: 'needs-user', ...vps });
    const alert = page.getByRole('alert');
    await alert.getByText('HostUp does not show it').waitFor();
    await page.evaluate(() => {
      const { program } = window;
      const [reply] = program.world.outgoing;
      if (reply !== undefined) reply.reason = { ok: false, code: 'server_error' };
      program.changed('outbox', 'ticket:tkt_vps');
    });
    await alert
      .getByText(/whether it arrived could not be seen\. HostUp has a problem of its own right now\./)
      .waitFor();
    expect(await alert.innerText()).not.toContain('does not show it');
  });

  it.each(['needs-user', 'rejected'])(
    'is in sight with its buttons in a narrow window: %s',
    async (scenario) => {
      const page = await open({ scenario, ...vps, context: narrow });
      const buttons = page.getByRole('alert').getByRole('button');
      await buttons.first().waitFor();
      const reached = await buttons.evaluateAll((all) =>
        all.map((button) => {
          const { left, right, top, bottom } = button.getBoundingClientRect();
          return button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        }),
      );
      expect(reached).not.toContain(false);
    },
  );

  it('is sent again by a person, once', async () => {
    const page = await open({ scenario: 'needs-user', ...vps });
    await page.getByRole('button', { name: 'Send again' }).dblclick();
    await page.getByText(/Stored by HostUp/).waitFor();
    expect(await callsOf(page, 'outbox.sendAgain')).toHaveLength(1);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is checked, copied and discarded', async () => {
    const page = await open({
      scenario: 'needs-user',
      ...vps,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await page.getByRole('button', { name: 'Check again' }).click();
    await eventually(async () => (await callsOf(page, 'outbox.checkAgain')).length, 1);
    await page.getByRole('button', { name: 'Copy text' }).click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'Still no answer on SSH.');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page
      .getByRole('group', { name: 'Discard this text for good?' })
      .getByText('Discard', { exact: true })
      .click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('is not lost by one wrong click, nor by two at once', async () => {
    const page = await open({ scenario: 'needs-user', ...vps });
    const group = page.getByRole('group', { name: 'Discard this text for good?' });
    await page.getByRole('button', { name: 'Discard' }).dblclick();
    await page.getByRole('button', { name: 'Discard' }).waitFor();
    expect(await callsOf(page, 'outbox.discard')).toEqual([]);
    await group.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Keep it');
    await page.keyboard.press('Escape');
    await group.waitFor({ state: 'detached' });
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Discard');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await group.waitFor({ state: 'detached' });
    expect(await callsOf(page, 'outbox.discard')).toEqual([]);
  });

  it('that was recovered from a damaged file says so', async () => {
    const page = await open({ scenario: 'recovered', ...vps });
    await page
      .getByRole('alert')
      .getByText(
        'It was recovered after damage on this computer. Check whether it arrived before you send it again.',
      )
      .waitFor();
  });

  it('says when an action did not work', async () => {
    const page = await open({ scenario: 'needs-user', ...vps });
    await page.evaluate(() => {
      window.program.world.refuse.set('outbox.discard', { ok: false, code: 'store_full' });
    });
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('group').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('alert').getByText('The disk is full.').waitFor();
  });
});

describe('a refused reply', () => {
  it('goes with the ticket reopened', async () => {
    const page = await open({ scenario: 'rejected', ...vps });
    await page.getByRole('alert').getByText('The ticket is closed.').waitFor();
    await page.getByRole('button', { name: 'Reopen and send' }).click();
    await page.getByText(/Stored by HostUp/).waitFor();
  });

  it('goes back into the composer, before what was typed since', async () => {
    const page = await open({ scenario: 'rejected', ...vps });
    await reply(page).fill('typed since');
    await page.getByRole('alert').getByRole('button', { name: 'Edit' }).click();
    await eventually(() => reply(page).inputValue(), 'Still no answer on SSH.\n\ntyped since');
    await eventually(() => focused(page), 'Reply');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('a refused reply whose fields are not named', () => {
  it('says what HostUp says, and shows which text it was', async () => {
    const page = await open({ scenario: 'refused-reply' });
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    const alert = page.getByRole('alert');
    await alert.getByText('Change it as the reasons say').waitFor();
    expect(await alert.getByRole('listitem').allInnerTexts()).toEqual([
      'The reply could not be stored.',
      'Attachments are not taken in this department.',
    ]);
    await alert.getByText('Still no answer on SSH.').waitFor();
  });

  it('speaks of no reasons where there are none', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.evaluate(() => {
      const { world } = window.program;
      world.delivery = 'queued';
      world.refuse.set('reply.send', { ok: false, code: 'invalid_request', status: 422 });
    });
    await options(page).first().click();
    await reply(page).fill('Hej');
    await reply(page).press('Control+Enter');
    await page.getByText('HostUp did not accept what was filled in. Change it and send again.').waitFor();
  });
});

describe('while signed out', () => {
  it('a reply says that it goes out with the next key, and nothing can be asked', async () => {
    const page = await open({ scenario: 'signed-out,queued', ...vps });
    const log = page.getByRole('log');
    await log.getByText('Waiting to be sent · goes out when you have signed in').waitFor();
    expect(await log.getByText('Next try').count()).toBe(0);
    await page.getByText('Your reply is kept here and goes out when you have signed in.').waitFor();
    const check = page.getByRole('button', { name: 'Check now' }).first();
    expect(await check.getAttribute('aria-disabled')).toBe('true');
    expect(await check.getAttribute('title')).toContain('enter a key first');
    await check.click({ force: true });
    await page.locator('body').press('c');
    await pageTime(page, 100);
    expect(await callsOf(page, 'sync.now')).toEqual([]);
  });
});

describe('the two answers to "Discard this text for good?"', () => {
  it.each([320, 360, 420])('stand on one line in a window of %i', async (width) => {
    const page = await open({
      scenario: 'needs-user',
      ...vps,
      context: { viewport: { width, height: 700 } },
    });
    await page.getByRole('button', { name: 'Discard' }).click();
    const group = page.getByRole('group', { name: 'Discard this text for good?' });
    const tops = await group
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  });
});

describe('closing a ticket with an unsent draft', () => {
  it('says that it is kept', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await reply(page).fill('half a thou');
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page
      .getByRole('dialog')
      .getByText('What you have written and not sent is kept as a draft.')
      .waitFor();
  });
});

describe('the unsent list', () => {
  it('holds every unconfirmed reply with what can be done', async () => {
    const page = await open({ scenario: 'unsent' });
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await page.getByRole('heading', { name: 'Unsent' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(2);
    const cards = page.locator('.cards').getByRole('article');
    expect(await cards.count()).toBe(2);
    expect(await cards.first().innerText()).toContain('Encrypted reply');
    await page.getByRole('button', { name: 'Reply to #149921' }).click();
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
  });

  it('says that a reply waits for an earlier one to the same ticket whose fate is unknown', async () => {
    const page = await open({ scenario: 'unsent' });
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    const pane = page.getByRole('region', { name: 'Unsent' });
    const waits = pane.getByText('goes out once it is clear what became of the one before');
    await waits.waitFor();
    expect(await waits.count()).toBe(1);
    await pane.getByRole('alert').first().getByRole('button', { name: 'Discard' }).click();
    await pane.getByRole('alert').first().getByRole('button', { name: 'Discard' }).click();
    await waits.waitFor({ state: 'detached' });
    await pane.getByText('Waiting to be sent').waitFor();
  });

  it('says so when nothing waits to be sent', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await page.getByText('Nothing waits to be sent').waitFor();
  });
});
