import { describe, expect, it } from 'vitest';
import { atRest } from '../open-state.ts';
import { callsOf, eventually, focused, narrow, options, pageTime, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };

describe('the connection', () => {
  it.each([
    ['normal', 'Up to date', null],
    ['offline', 'Offline', 'Replies wait here and leave when HostUp can be reached.'],
    ['error', 'Problem', 'status 502 · request req_01hx7c9k2m'],
    ['paused', 'Paused', 'HostUp asked us to slow down.'],
    ['signed-out', 'Signed out', 'What was saved stays readable, and your drafts are kept.'],
    ['first-sync', 'Fetching', '18 of 46 conversations'],
  ])('%s: the status says "%s"', async (scenario, state, words) => {
    const page = await open({ scenario, ...vps });
    const status = page.getByRole('status', { name: 'Connection' });
    await eventually(async () => (await status.innerText()).includes(state), true);
    if (words !== null) await page.getByText(words).waitFor();
    await page.getByRole('log').getByText('We restarted the node.').waitFor();
  });

  it('says of when a copy is while HostUp cannot be reached', async () => {
    const page = await open({ scenario: 'offline', ...vps });
    await page.getByText(/Saved copy as of \d\d:\d\d/).waitFor();
  });

  it('is checked by a button and by "c"', async () => {
    const page = await open();
    await page.getByRole('navigation').getByRole('button', { name: 'Check now' }).click();
    await options(page).first().focus();
    await page.keyboard.press('c');
    await eventually(async () => (await callsOf(page, 'sync.now')).length, 2);
  });

  it('is not checked before a pause that HostUp asked for ends, and says so', async () => {
    const page = await open({ scenario: 'paused', ...vps });
    const buttons = page.getByRole('button', { name: 'Check now' });
    await page.getByText('HostUp asked us to slow down.').waitFor();
    expect(await buttons.count()).toBe(2);
    for (const button of await buttons.all()) {
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await button.click({ force: true });
    }
    const description = await page.locator('.banner').getByRole('button').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${description}"]`).textContent()).toContain('goes on when it ends');
    await options(page).first().focus();
    await page.keyboard.press('c');
    await pageTime(page, 100);
    expect(await callsOf(page, 'sync.now')).toEqual([]);
  });

  it('counts the last seconds of a pause', async () => {
    const page = await open({ scenario: 'paused', ...vps });
    await page.getByText('HostUp asked us to slow down.').waitFor();
    await page.evaluate(() => {
      const { world } = window.program;
      const retryAt = Date.now() + 100_000;
      world.connection = { ...world.connection, problem: { ok: false, code: 'rate_limited', retryAt } };
      window.program.changed('connection');
    });
    const words = page.getByText(/Paused, goes on in 1 min \d+ s\./);
    await words.waitFor();
    const before = await words.innerText();
    await eventually(async () => (await page.locator('.banner').innerText()).includes(before), false);
  });

  it('shows that the program is away, and asks everything again when it is back', async () => {
    const page = await open(vps);
    const status = page.getByRole('status', { name: 'Connection' });
    await page.getByRole('log').waitFor();
    await page.evaluate(() => {
      window.program.link.value = false;
    });
    await eventually(async () => (await status.innerText()).includes('Program away'), true);
    await page.evaluate(() => {
      window.program.arrive('tkt_vps', 'Written while the page was alone.');
      window.program.link.value = true;
    });
    await page.getByRole('log').getByText('Written while the page was alone.').waitFor();
    await eventually(async () => (await status.innerText()).includes('Up to date'), true);
  });
});

describe('warnings', () => {
  it('are said until they are dismissed', async () => {
    const page = await open({ scenario: 'warnings' });
    await page.getByText('The saved tickets were damaged and have been replaced.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page
      .getByText('The saved tickets were damaged and have been replaced.')
      .waitFor({ state: 'detached' });
  });
});

describe('notifications', () => {
  it('are articles in a region, and open their ticket', async () => {
    const page = await open({ scenario: 'notices' });
    const region = page.getByRole('region', { name: 'Notifications' });
    const articles = region.getByRole('article');
    await eventually(() => articles.count(), 2);
    expect(await articles.first().innerText()).toContain('Kim Lindqvist answered #149943');
    await articles.first().getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: /VPS unreachable/ }).waitFor();
    await eventually(() => articles.count(), 1);
    await articles.first().getByRole('button', { name: 'Dismiss' }).click();
    await eventually(() => articles.count(), 0);
  });

  it('bring a narrow window to the ticket too', async () => {
    const page = await open({ scenario: 'notices', context: narrow });
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByRole('button', { name: 'Open' })
      .first()
      .click();
    await page.getByRole('log', { name: 'Conversation' }).waitFor();
  });
});

describe('settings', () => {
  it('change language and theme at once', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press(',');
    await page.getByLabel('Language').selectOption('sv');
    await page.getByRole('dialog', { name: 'Inställningar' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv');
    await page.getByLabel('Utseende').selectOption('dark');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await eventually(ground, 'rgb(22, 23, 21)');
    await page.getByRole('button', { name: 'Klart' }).click();
    await page.getByRole('listbox', { name: 'Ärenden' }).waitFor();
  });
});

describe('a narrow window', () => {
  it('shows one pane at a time, with a way back to the same row', async () => {
    const page = await open({ context: narrow });
    await options(page).nth(1).click();
    await page.getByRole('log').waitFor();
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('listbox').waitFor();
    await eventually(() => focused(page).then((name) => name.includes('#149921')), true);
    expect(await page.getByRole('log').isVisible()).toBe(false);
  });

  it('has the views in a drawer that Escape closes', async () => {
    const page = await open({ context: narrow });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Closed/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Closed/ })
      .click();
    await page.getByRole('heading', { name: 'Closed' }).waitFor();
    await page.getByRole('navigation').waitFor({ state: 'hidden' });
  });

  it('has no sideways scroll in any state', async () => {
    for (const [scenario, hash] of [
      ['normal', ''],
      ['error', '#/ticket/tkt_db'],
      ['unsent', '#/ticket/tkt_invoice'],
      ['normal', '#/new'],
      ['warnings', '#/quick'],
    ] as const) {
      const page = await open({ scenario, hash, language: 'sv', context: narrow });
      await atRest(page);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('#app *')]
          .filter(
            (one) =>
              one.getBoundingClientRect().right > innerWidth + 1 &&
              one.closest('.nav, pre, .sr-only') === null,
          )
          .map((one) => one.className),
      );
      expect(wide, `${scenario} ${hash}`).toEqual([]);
    }
  });
});
