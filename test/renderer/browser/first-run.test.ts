import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, useStage } from './stage.ts';

const open = useStage();

describe('the first run', () => {
  it('takes a key and shows the tickets', async () => {
    const page = await open({ scenario: 'first-run' });
    await page.getByRole('textbox', { name: 'API key' }).fill('  hu_live_good ');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
  });

  it('says that a key is wrong, with what to quote, and keeps what was typed', async () => {
    const page = await open({ scenario: 'first-run' });
    const key = page.getByRole('textbox', { name: 'API key' });
    await key.fill('hu_live_wrong');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('HostUp does not accept this API key.').waitFor();
    expect(await page.locator('main').innerText()).toContain('req_7f3a91c2');
    expect(await key.inputValue()).toBe('hu_live_wrong');
    expect(await key.getAttribute('aria-invalid')).toBe('true');
    await key.fill('hu_live_good');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
  });

  it('hides the key until it is asked to show it', async () => {
    const page = await open({ scenario: 'first-run' });
    const key = page.getByRole('textbox', { name: 'API key' });
    await key.fill('hu_live_good');
    expect(await key.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show key' }).click();
    expect(await key.getAttribute('type')).toBe('text');
    expect(await key.inputValue()).toBe('hu_live_good');
  });

  it('goes back to the field when nothing was typed', async () => {
    const page = await open({ scenario: 'first-run' });
    await page.getByRole('button', { name: 'Connect' }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  });

  it('says at the field what cannot be a key, and asks nobody about it', async () => {
    const page = await open({ scenario: 'first-run' });
    const key = page.getByRole('textbox', { name: 'API key' });
    await key.fill('   ');
    await key.press('Enter');
    await page.getByText('Enter the key that HostUp’s panel gave you.').waitFor();
    await key.fill('x'.repeat(5_000));
    await key.press('Enter');
    await page.getByText('That is too long to be an API key.').waitFor();
    expect(await key.getAttribute('aria-invalid')).toBe('true');
    expect(await callsOf(page, 'session.connect')).toEqual([]);
    await key.fill('hu_live_good');
    expect(await page.getByText('too long').count()).toBe(0);
    await key.press('Enter');
    await page.getByRole('listbox').waitFor();
  });

  it('starts the demo', async () => {
    const page = await open({ scenario: 'first-run' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await page.getByRole('listbox').waitFor();
    expect(await page.getByRole('navigation').innerText()).toContain('Demo');
  });

  it('names the page and the scopes of a key', async () => {
    const page = await open({ scenario: 'first-run' });
    const words = await page.locator('main').innerText();
    for (const word of ['API management', 'read:support', 'write:support', 'read:account']) {
      expect(words).toContain(word);
    }
  });

  it('says what it costs to have no keychain', async () => {
    const page = await open({ scenario: 'first-run-no-keychain' });
    const words = await page.locator('main').innerText();
    expect(words).toContain('only until you quit');
    expect(words).toContain('Nothing is written to disk');
  });
});

describe('a locked keychain', () => {
  it('offers to try again, and says when it is still locked', async () => {
    const page = await open({ scenario: 'keychain-locked' });
    await page.getByRole('button', { name: 'Unlock and try again' }).click();
    await page.getByText(/It is still locked\./).waitFor();
    await page.evaluate(() => {
      window.program.world.session = { ...window.program.world.session, state: 'signed-in' };
    });
    await page.getByRole('button', { name: 'Unlock and try again' }).click();
    await page.getByRole('listbox').waitFor();
  });

  it('takes another key only from somebody who asks for that', async () => {
    const page = await open({ scenario: 'keychain-locked' });
    expect(await page.getByRole('textbox', { name: 'API key' }).isVisible()).toBe(false);
    await page.getByText('Use another key').click();
    await page.getByText('This replaces the saved key.').waitFor();
    expect(await page.getByRole('textbox', { name: 'API key' }).isVisible()).toBe(true);
    expect(await focused(page)).not.toBe('API key');
  });
});
