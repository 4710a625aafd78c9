import { describe, expect, it } from 'vitest';
import { callsOf, eventually, options, reply, settings, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('settings', () => {
  it('are all reached with the keyboard alone', async () => {
    const page = await open();
    await settings(page);
    const seen = new Set<string>();
    for (let step = 0; step < 24; step += 1) {
      seen.add(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? ''));
      await page.keyboard.press('Tab');
    }
    for (const name of [
      'Replace key',
      'Add account',
      'Keep texts of encrypted messages on this computer',
      'Send a test notification',
      'Notification history',
      'Copy diagnostics',
      'Sign out',
      'Done',
    ]) {
      expect([...seen]).toContain(name);
    }
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count(), 0);
  });

  it('say where the key is and what is on the disk, or what it costs that nothing is', async () => {
    const durable = await settings(await open());
    await durable.getByText('Key kept in the keychain of this computer').waitFor();
    await durable.getByText(/are on the disk of this computer, encrypted/).waitFor();
    const page = await open({ scenario: 'not-durable' });
    await page.locator('.banner').getByText('No keychain took the key').waitFor();
    const dialog = await settings(page);
    await dialog.getByText('Key kept until you quit').waitFor();
    await dialog.getByText(/Nothing is written to disk: after a restart/).waitFor();
  });

  it('let texts of encrypted messages not be kept, and say what that costs', async () => {
    const page = await open();
    const dialog = await settings(page);
    const keep = dialog.getByRole('switch', { name: 'Keep texts of encrypted messages on this computer' });
    expect(await keep.getAttribute('aria-checked')).toBe('true');
    await dialog.getByText(/Without a connection it cannot be read/).waitFor();
    await keep.press('Space');
    await eventually(() => keep.getAttribute('aria-checked'), 'false');
    expect(await page.evaluate(() => window.program.world.settings.keepEncrypted)).toBe(false);
  });

  it('set between which pauses replies are checked for', async () => {
    const page = await open();
    const dialog = await settings(page);
    const pause = (name: string) =>
      dialog.getByRole('group', { name: 'Check for replies' }).getByRole('combobox', { name });
    expect(await pause('At least').inputValue()).toBe('null');
    await pause('At most').selectOption('every 5 min');
    await pause('At least').selectOption('every hour');
    const chosen = () =>
      page.evaluate(() => {
        const { shortestPause, longestPause } = window.program.world.settings;
        return [shortestPause, longestPause];
      });
    await eventually(chosen, [5, 60]);
    await pause('At most').selectOption('Automatic');
    await eventually(chosen, [null, 60]);
  });

  it('keep quiet between two times, and say what that means', async () => {
    const page = await open();
    const dialog = await settings(page);
    expect(await dialog.getByLabel('From', { exact: true }).count()).toBe(0);
    await dialog.getByRole('switch', { name: 'No notifications between two times' }).press('Space');
    await dialog.getByText(/^From 22:00 to 07:00 only critical tickets are heard/).waitFor();
    await dialog.getByRole('combobox', { name: 'From', exact: true }).selectOption('23:30');
    const chosen = () => page.evaluate(() => window.program.world.settings.quietHours);
    await eventually(chosen, { on: true, from: 1410, to: 420 });
    await dialog.getByRole('combobox', { name: 'To', exact: true }).selectOption('23:30');
    await dialog.getByText('The same time twice: it is never quiet.').waitFor();
  });

  it('write the quiet hours by the clock of 24 hours, also one between the quarters', async () => {
    const page = await open({ context: { locale: 'en-US' } });
    const dialog = await settings(page);
    await page.evaluate(() => {
      window.program.world.settings.quietHours = { on: true, from: 22 * 60 + 7, to: 7 * 60 };
      window.program.changed('settings');
    });
    const from = dialog.getByRole('combobox', { name: 'From', exact: true });
    await eventually(() => from.locator('option:checked').textContent(), '22:07');
    const times = await from.locator('option').allTextContents();
    expect(times).toEqual([...times].sort());
    expect([times[0], times.at(-1), times.length]).toEqual(['00:00', '23:45', 97]);
  });

  it('go back and say why when a choice cannot be kept', async () => {
    const page = await open();
    const dialog = await settings(page);
    await page.evaluate(() =>
      window.program.world.refuse.set('settings.set', { ok: false, code: 'store_read_only' }),
    );
    const theme = dialog.getByRole('combobox', { name: 'Appearance' });
    await theme.selectOption('Dark');
    await dialog.getByText('The folder of this program cannot be written to.').waitFor();
    await eventually(() => theme.inputValue(), 'system');
  });

  it('copy diagnostics, and say so inside the dialog', async () => {
    const page = await open({ context: clipboard });
    const dialog = await settings(page);
    await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
    await dialog.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('program: HostUp Support');
  });

  it('send a test notification, and say when the system refused it', async () => {
    const page = await open();
    const dialog = await settings(page);
    await dialog.getByRole('button', { name: 'Send a test notification' }).click();
    await dialog.getByText(/^The system took it\. If you see nothing/).waitFor();
    await page.evaluate(() => {
      window.program.world.testBecomes = 'failed';
    });
    await dialog.getByRole('button', { name: 'Send a test notification' }).click();
    await dialog.getByText(/^The system refused it/).waitFor();
    await page.evaluate(() => {
      window.program.world.testBecomes = 'unsupported';
    });
    await dialog.getByRole('button', { name: 'Send a test notification' }).click();
    await dialog.getByText(/^This system shows no notifications/).waitFor();
  });
});

describe('a key in use', () => {
  it('is replaced only by one that HostUp accepts, and what was typed stays', async () => {
    const page = await open();
    await (await settings(page)).getByRole('button', { name: 'Replace key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace key' });
    const field = dialog.getByRole('textbox', { name: 'API key' });
    await dialog.getByText('The key in use stays until HostUp accepts the new one.').waitFor();
    await field.fill('wrong');
    await page.keyboard.press('Enter');
    await dialog.getByText('HostUp does not accept this API key.').waitFor();
    await dialog.getByText('The key you had stays in use.').waitFor();
    expect(await field.inputValue()).toBe('wrong');
    expect(await options(page).count()).toBeGreaterThan(0);
    await field.fill('hu_live_good');
    await page.keyboard.press('Enter');
    await page.getByText('The new key is in use.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a key of another customer', () => {
  it('is refused with the way forward, and stays typed', async () => {
    const page = await open();
    await page.evaluate(() => {
      window.program.world.badKey = { ok: false, code: 'other_customer' };
    });
    await (await settings(page)).getByRole('button', { name: 'Replace key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace key' });
    const field = dialog.getByRole('textbox', { name: 'API key' });
    await field.fill('hu_live_other');
    await page.keyboard.press('Enter');
    await dialog.getByText(/seems to belong to another customer\. Add it as an account of its own/).waitFor();
    await dialog.getByText('The key you had stays in use.').waitFor();
    expect(await field.inputValue()).toBe('hu_live_other');
    expect(await callsOf(page, 'session.connect')).toMatchObject([{ input: { accountId: 'acc' } }]);
  });
});

describe('signed out by HostUp', () => {
  it('reads on, keeps drafts and the typed key, and takes a new one', async () => {
    const page = await open({ scenario: 'signed-out', ...vps });
    await page.getByRole('log').getByText('We restarted the node.').waitFor();
    await reply(page).fill('a draft');
    await page.getByRole('button', { name: 'Enter a new key' }).click();
    const field = page.getByRole('textbox', { name: 'API key' });
    await field.fill('hu_live_mistyped');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('HostUp does not accept this API key.').waitFor();
    expect(await page.getByRole('dialog').getByText('The key you had').count()).toBe(0);
    expect(await field.inputValue()).toBe('hu_live_mistyped');
    await field.fill('hu_live_good');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await reply(page).inputValue()).toBe('a draft');
  });
});

describe('a locked keychain', () => {
  it('says that it is still locked, and keeps another key that was typed wrong', async () => {
    const page = await open({ scenario: 'keychain-locked' });
    await page.getByRole('button', { name: 'Unlock and try again' }).click();
    await page.getByText(/It is still locked\./).waitFor();
    await page.getByText('Use another key').click();
    const field = page.getByRole('textbox', { name: 'API key' });
    await field.fill('hu_live_mistyped');
    await page.keyboard.press('Enter');
    await page.getByText('HostUp does not accept this API key.').waitFor();
    expect(await field.inputValue()).toBe('hu_live_mistyped');
    await page.evaluate(() => {
      window.program.world.session = { ...window.program.world.session, state: 'signed-in', problem: null };
      window.program.changed('session', 'tickets');
    });
    await options(page).first().waitFor();
  });
});

describe('signing out', () => {
  it('asks, and names what would be lost', async () => {
    const page = await open({ scenario: 'unsent' });
    await (await settings(page)).getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('4 replies not sent yet will be lost:').waitFor();
    await dialog.getByText('Reply to #149921 · Betalning dras två gånger').waitFor();
    await dialog.getByText('1 draft will be lost.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await callsOf(page, 'session.signOut')).toEqual([]);
    await (await settings(page)).getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'API key' }).waitFor();
    // never all of them: there may be accounts that this run does not show
    expect(await callsOf(page, 'session.signOut')).toEqual([]);
    expect(await callsOf(page, 'account.signOut')).toMatchObject([{ input: { accountId: 'acc' } }]);
  });

  it('says that a reply is being sent right now', async () => {
    const page = await open({ scenario: 'sending' });
    await (await settings(page)).getByRole('button', { name: 'Sign out' }).click();
    await page
      .getByRole('dialog')
      .getByText(/being sent right now and may still reach HostUp/)
      .waitFor();
  });

  it('counts the new ticket that is being written, and forgets it', async () => {
    const page = await open({ hash: '#/new' });
    await page.getByRole('textbox', { name: 'Message' }).fill('Hej!');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByText('2 drafts will be lost.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'API key' }).fill('hu_live_good');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
  });

  it('of the demo is leaving it, with nothing to fear', async () => {
    const page = await open({ scenario: 'demo' });
    await (await settings(page)).getByRole('button', { name: 'Leave the demo' }).click();
    await page.getByRole('dialog', { name: 'Leave the demo?' }).waitFor();
  });
});

it('the name of the program stands on one line beside the demo mark', async () => {
  for (const language of ['en', 'sv'] as const) {
    const page = await open({ scenario: 'demo', language });
    const title = page.locator('.nav-title');
    await title.waitFor();
    const box = await title.evaluate((one) => ({
      height: one.clientHeight,
      cut: one.scrollWidth > one.clientWidth,
    }));
    expect(box).toEqual({ height: 20, cut: false });
  }
});
