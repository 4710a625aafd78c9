import { expect, it } from 'vitest';
import { eventually, reply, useStage } from './stage.ts';

const open = useStage();
const troubled = { scenario: 'accounts,accounts-troubles', hash: '#/ticket/akeriet%2Ftkt_150210' };
const banners = '.banners .banner';

it('of several accounts are one line in a narrow window, which leaves room to read and to write', async () => {
  const page = await open({ ...troubled, context: { viewport: { width: 420, height: 700 } } });
  await reply(page).waitFor();
  const line = page.getByRole('button', { name: '3 accounts have a problem' });
  expect(await line.getAttribute('aria-expanded')).toBe('false');
  expect(await page.getByText('Studio Nord is signed out.').isVisible()).toBe(false);
  expect((await page.locator('.banners').boundingBox())?.height).toBeLessThanOrEqual(44);
  const composer = await page.locator('.composer').boundingBox();
  const foot = await page.getByRole('status', { name: 'Connection' }).filter({ visible: true }).boundingBox();
  expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  expect((await page.getByRole('log').boundingBox())?.height).toBeGreaterThan(120);
  await line.press('Enter');
  await page.locator('.banners').getByText('Studio Nord is signed out.').waitFor();
  await page.locator('.banners').getByText('Bageriet: HostUp cannot be reached.').waitFor();
  expect((await page.locator('.banners').boundingBox())?.height).toBeLessThanOrEqual(350);
  await line.press('Enter');
  await eventually(() => page.getByText('Studio Nord is signed out.').isVisible(), false);
});

it('of several accounts are a line each where there is room', async () => {
  const page = await open(troubled);
  await page.locator(banners).getByText('Studio Nord is signed out.').waitFor();
  await eventually(() => page.locator(banners).filter({ visible: true }).count(), 3);
  expect(await page.getByRole('button', { name: '3 accounts have a problem' }).count()).toBe(0);
});

it('of its own account keeps a conversation from coming, not of another', async () => {
  const page = await open({ scenario: troubled.scenario, hash: '#/ticket/bageriet%2Ftkt_domain' });
  await page.getByText('This conversation has not been fetched yet.').waitFor();
  const later = page.getByText('It is fetched as soon as HostUp can be reached.');
  await later.waitFor();
  await page.evaluate(() => {
    const { world, changed } = window.program;
    const offline = world.connections.get('bageriet');
    world.connections = new Map(offline === undefined ? [] : [['akeriet', offline]]);
    changed('connection');
  });
  await page.locator('.banners').getByText('Åkeri & Söner AB: HostUp cannot be reached.').waitFor();
  await later.waitFor({ state: 'detached' });
});

it('of one account stay told of in full, also in a narrow window', async () => {
  const page = await open({ ...troubled, context: { viewport: { width: 420, height: 700 } } });
  await page.getByRole('button', { name: '3 accounts have a problem' }).click();
  await page.locator('.banners').getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: '2 accounts have a problem' }).waitFor();
  await page.evaluate(() => {
    window.program.world.connections.delete('bageriet');
    window.program.changed('connection');
  });
  await page.locator(banners).getByText('Studio Nord is signed out.').waitFor();
  await eventually(() => page.locator(banners).count(), 1);
});

it('of several that need a key leads to the first of them in the settings, with the keyboard on the way to its key', async () => {
  const page = await open(troubled);
  await page.locator(banners).getByText('Studio Nord is signed out.').waitFor();
  await page.evaluate(() => {
    const { world, changed } = window.program;
    const accounts = world.session.accounts.map((one) =>
      one.id === 'akeriet' ? one : { ...one, state: 'signed-out' as const },
    );
    world.session = { ...world.session, accounts };
    changed('session');
  });
  await page.getByRole('button', { name: 'Show accounts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const opened = dialog.locator('details[open]');
  expect(await opened.count()).toBe(1);
  const toKey = opened.getByRole('button', { name: 'Enter a new key' });
  await eventually(() => toKey.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: /^New key for / });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await asked.waitFor({ state: 'detached' });
});
