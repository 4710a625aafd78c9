import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, inputsOf, options, pageTime, reply, settings, useStage } from './stage.ts';

const open = useStage();
const several = { scenario: 'accounts' };

async function unfold(page: Page, name: string) {
  const dialog = await settings(page);
  await dialog
    .getByRole('group', { name })
    .or(dialog.locator('summary', { hasText: name }))
    .first()
    .click();
  return dialog.getByRole('group', { name });
}

const refuse = (page: Page, name: 'account.change' | 'account.add', code: 'store_full' | 'offline' | null) =>
  page.evaluate(
    ([call, why]) => {
      if (why === null) window.program.world.refuse.delete(call);
      else window.program.world.refuse.set(call, { ok: false, code: why });
    },
    [name, code] as const,
  );

describe('an account in the settings', () => {
  it('is renamed where it stands, and what was typed stays when that fails', async () => {
    const page = await open(several);
    const card = await unfold(page, 'Bageriet');
    const field = card.getByRole('textbox', { name: 'Name' });
    await refuse(page, 'account.change', 'store_full');
    await field.fill('Bageriet på Södermalm');
    await field.press('Tab');
    await page.getByText('It could not be saved. What you typed is still here.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).first().inputValue()).toBe(
      'Bageriet på Södermalm',
    );
    await refuse(page, 'account.change', null);
    await page.getByRole('textbox', { name: 'Name' }).first().press('Enter');
    await page.locator('summary', { hasText: 'Bageriet på Södermalm' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByText('Bageriet på Södermalm', { exact: true }).waitFor();
  });

  it('takes no name of another account, says so at the field, and on closing that it was not kept', async () => {
    const page = await open(several);
    const card = await unfold(page, 'Bageriet');
    const field = card.getByRole('textbox', { name: 'Name' });
    await field.fill(' studio NORD ');
    await field.press('Tab');
    await card.getByText('Another account here already has this name.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe(' studio NORD ');
    await page.keyboard.press('Escape');
    await page
      .getByText('The account’s name could not be saved. Another account here already has this name.')
      .waitFor();
    expect(await page.evaluate(() => window.program.world.session.accounts[0]?.name)).toBe('Bageriet');
    await (await unfold(page, 'Bageriet')).getByRole('textbox', { name: 'Name' }).fill('BAGERIET');
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByText('BAGERIET', { exact: true }).waitFor();
  });

  it('keeps a name that was typed last before the dialog is closed', async () => {
    const page = await open(several);
    const card = await unfold(page, 'Bageriet');
    await card.getByRole('textbox', { name: 'Name' }).fill('Konditoriet');
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByText('Konditoriet', { exact: true }).waitFor();
  });

  it('has a colour with a name, chosen with the arrow keys', async () => {
    const page = await open(several);
    const card = await unfold(page, 'Bageriet');
    const colours = card.getByRole('radiogroup', { name: 'Colour' });
    expect(await colours.getByRole('radio').count()).toBe(8);
    expect(await colours.getByRole('radio', { name: 'Blue' }).isChecked()).toBe(true);
    await colours.getByRole('radio', { name: 'Blue' }).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => colours.getByRole('radio', { name: 'Slate' }).isChecked(), true);
    await eventually(() => page.evaluate(() => window.program.world.session.accounts[0]?.colour), 'slate');
  });

  it('says how it stands and where its key is', async () => {
    const page = await open(several);
    const card = await unfold(page, 'Studio Nord');
    await card.getByText('Signed out · Key kept in the keychain of this computer').waitFor();
    await card.getByText(/HostUp does not accept this API key/).waitFor();
  });
});

describe('signing out of one account', () => {
  it('asks, names only what is lost of it, and leaves the others', async () => {
    const page = await open({ ...several, hash: '#/ticket/akeriet%2Ftkt_150210' });
    await reply(page).fill('typed for the haulier');
    await page.getByText('Draft saved').waitFor();
    await options(page).first().focus();
    const card = await unfold(page, 'Åkeri & Söner AB');
    await card.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog', { name: /^Sign out of Åkeri & Söner AB/ });
    await dialog.getByText('1 reply not sent yet will be lost:').waitFor();
    await dialog.getByText('1 draft will be lost.').waitFor();
    await dialog.getByRole('button', { name: 'Sign out of Åkeri & Söner AB' }).click();
    await page.getByText('Åkeri & Söner AB is signed out and removed from this computer.').waitFor();
    expect(await inputsOf(page, 'account.signOut')).toEqual([{ accountId: 'akeriet' }]);
    expect(await callsOf(page, 'session.signOut')).toEqual([]);
    expect(new URL(page.url()).hash).toBe('#/');
    await eventually(
      async () => (await options(page).allTextContents()).some((name) => name.includes('Åkeri')),
      false,
    );
    await page.getByRole('option', { name: /Kassan når inte databasen/ }).waitFor();
    const saves = async () => (await callsOf(page, 'draft.save')).length;
    const before = await saves();
    await pageTime(page, 600);
    expect(await saves()).toBe(before);
  });

  it('of all accounts names them', async () => {
    const page = await open(several);
    await (await settings(page)).getByRole('button', { name: 'Sign out of all accounts' }).click();
    const dialog = page.getByRole('dialog', { name: /^Sign out of all accounts/ });
    await dialog.getByText(/of Bageriet, Åkeri & Söner AB and Studio Nord are removed/).waitFor();
    await dialog.getByRole('button', { name: 'Sign out of all accounts' }).click();
    await page.getByRole('textbox', { name: 'API key' }).waitFor();
  });
});

describe('adding an account', () => {
  it('says at the field what is wrong with the key, keeps what was typed, and shows the new one', async () => {
    const page = await open();
    await (await settings(page)).getByRole('button', { name: 'Add account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add account' });
    const key = dialog.getByRole('textbox', { name: 'API key' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    const add = dialog.getByRole('button', { name: 'Add account' });
    expect(await key.getAttribute('type')).toBe('password');
    await name.fill('Studio Nord');
    await add.click();
    await dialog.getByText('Enter the key that HostUp’s panel gave you.').waitFor();
    expect(await callsOf(page, 'account.add')).toEqual([]);
    for (const [typed, says] of [
      ['hu_live_wrong', 'HostUp does not accept this API key.'],
      ['hu_live_used', 'This key belongs to an account that is here already.'],
    ] as const) {
      await key.fill(typed);
      await page.keyboard.press('Enter');
      await dialog.getByText(says).waitFor();
      expect(await key.getAttribute('aria-invalid')).toBe('true');
      expect([await key.inputValue(), await name.inputValue()]).toEqual([typed, 'Studio Nord']);
    }
    await refuse(page, 'account.add', 'offline');
    await key.fill('hu_live_good');
    await page.keyboard.press('Enter');
    await dialog.getByText('HostUp cannot be reached from this computer.').waitFor();
    expect([await key.inputValue(), await name.inputValue()]).toEqual(['hu_live_good', 'Studio Nord']);
    await refuse(page, 'account.add', null);
    await page.keyboard.press('Enter');
    await page.getByText('Studio Nord is added.').waitFor();
    const list = page.getByRole('navigation');
    await list.getByRole('button', { name: /^Account 1/ }).waitFor();
    await list.getByRole('button', { name: /^Studio Nord/ }).waitFor();
  });

  it('says at the name that another account has it, and keeps what was typed', async () => {
    const page = await open(several);
    await (await settings(page)).getByRole('button', { name: 'Add account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add account' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await name.fill('bageriet');
    await dialog.getByRole('textbox', { name: 'API key' }).fill('hu_live_good');
    await page.keyboard.press('Enter');
    await dialog.getByText('Another account here already has this name.').waitFor();
    await eventually(() => name.evaluate((field) => field === document.activeElement), true);
    expect(await dialog.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('hu_live_good');
    await name.fill('Konditoriet');
    expect(await dialog.getByText('Another account here already has this name.').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByText('Konditoriet is added.').waitFor();
  });

  it('gives each account without a name one that stays its own', async () => {
    const page = await open();
    await (await settings(page)).getByRole('button', { name: 'Add account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add account' });
    await dialog.getByRole('textbox', { name: 'API key' }).fill('hu_live_good');
    await page.keyboard.press('Enter');
    await page.getByText('Account 2 is added.').waitFor();
    const kept = () => page.evaluate(() => window.program.world.session.accounts.map(({ name }) => name));
    await eventually(kept, ['Account 1', 'Account 2']);
  });

  it('is not offered in the demo', async () => {
    const page = await open({ scenario: 'demo' });
    expect(await (await settings(page)).getByRole('button', { name: 'Add account' }).count()).toBe(0);
  });
});
