import { describe, expect, it } from 'vitest';
import { isSmooth, scrolled } from './scrolling.ts';
import { drawn, eventually, focused, options, saidOf, useStage } from './stage.ts';

const open = useStage();

describe('the list of tickets', () => {
  it('names each ticket by subject, number and turn', async () => {
    const page = await open();
    const first = options(page).first();
    const name = await saidOf(first);
    expect(name).toContain('VPS unreachable since the reboot, #149943, waiting for you 4 min');
    expect(name).toContain('unread');
    expect(await first.getAttribute('aria-setsize')).toBe('3');
    expect(await first.getAttribute('aria-posinset')).toBe('1');
  });

  it('shows what needs the user first, and everything open when nothing does', async () => {
    const page = await open();
    expect(await options(page).count()).toBe(3);
    const calm = await open({ scenario: 'nothing-needs-you' });
    await calm.getByRole('heading', { name: 'All open' }).waitFor();
    expect(await options(calm).count()).toBe(2);
  });

  it('opens with a click and with Enter, and tells which one is open', async () => {
    const page = await open();
    await options(page).nth(1).click();
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    expect(await options(page).nth(1).getAttribute('aria-current')).toBe('true');
    expect(await options(page).nth(1).getAttribute('aria-selected')).toBe('false');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /VPS unreachable/ }).waitFor();
    await eventually(() => focused(page), 'Conversation');
    expect(new URL(page.url()).hash).toBe('#/ticket/tkt_vps');
  });

  it('never shows an encrypted message', async () => {
    const page = await open();
    expect(await options(page).nth(2).innerText()).toContain('Encrypted message');
  });
});

describe('ten thousand tickets', () => {
  it('are reached by keyboard from end to end with few rows drawn', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await options(page).first().waitFor();
    await page.keyboard.press('End');
    await eventually(() => focused(page).then((name) => name.includes('#190001')), true);
    expect(await options(page).count()).toBeLessThan(40);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowUp');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role')), 'option');
    await page.keyboard.press('Home');
    await eventually(() => focused(page).then((name) => name.includes('#200000')), true);
  });

  it.each([
    ['en', '10,000', '10,000 tickets found'],
    ['sv', '10\u00a0000', '10\u00a0000 ärenden hittades'],
  ] as const)('are counted as the language writes numbers: %s', async (language, count, found) => {
    const page = await open({ scenario: 'many', language });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('3');
    const head = page.locator('.pane-head');
    await eventually(() => head.locator('.count').textContent(), count);
    expect(await page.locator('.nav-item[aria-current=page] .count').textContent()).toBe(count);
    await page.getByRole('searchbox').fill('question');
    await eventually(() => head.locator('h2').textContent(), found);
  });

  it('scroll without a hitch', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await options(page).first().waitFor();
    const run = await scrolled(page);
    expect(isSmooth(run), JSON.stringify(run)).toBe(true);
    await eventually(async () => (await saidOf(options(page).nth(8)))?.includes('Question number'), true);
  });

  it('keep the keyboard on the same ticket when others arrive above it', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await options(page).first().waitFor();
    await page.keyboard.press('j');
    for (let index = 0; index < 4; index += 1) await page.keyboard.press('j');
    const before = await focused(page);
    await page.evaluate(() => window.program.arrive('tkt_5000', 'Late answer'));
    await eventually(async () => (await saidOf(options(page).first()))?.includes('#195000'), true);
    await eventually(async () => (await focused(page)).split(',')[1], before.split(',')[1]);
  });

  it('open the one that the button went down on, also where another has taken its place', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await options(page).first().waitFor();
    const pressed = await saidOf(options(page).nth(1));
    await options(page).nth(1).hover();
    await page.mouse.down();
    await page.evaluate(() => window.program.arrive('tkt_5000', 'Late answer'));
    await eventually(() => saidOf(options(page).nth(2)), pressed);
    await page.mouse.up();
    await page.getByRole('heading', { name: pressed?.split(',')[0] ?? '', exact: true }).waitFor();
  });

  it('do not lose the keyboard when its row is scrolled out of sight', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await options(page).first().focus();
    await page.mouse.move(400, 500);
    await page.mouse.wheel(0, 20_000);
    const isFarDown = () => page.getByRole('listbox').evaluate((list) => list.scrollTop > 10_000);
    await eventually(isFarDown, true);
    await drawn(page);
    expect(await focused(page)).toContain('#200000');
    await page.keyboard.press('ArrowDown');
    await eventually(() => focused(page).then((name) => name.includes('#199999')), true);
  });
});

describe('searching', () => {
  it('is reached by "/", narrows the list, and is cleared by Escape', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('betalning');
    await eventually(() => options(page).count(), 1);
    await eventually(() => page.locator('mark').first().innerText(), 'Betalning');
    await page.keyboard.press('Escape');
    await eventually(() => options(page).count(), 3);
    expect(await page.getByRole('searchbox', { name: 'Search tickets' }).inputValue()).toBe('');
  });

  it('says so when nothing is found', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('zebra');
    await page.getByText('Nothing found for “zebra”').waitFor();
    expect(await options(page).count()).toBe(0);
  });

  it('offers to open a ticket by its number where the list does not hold it', async () => {
    const page = await open();
    const offer = page.getByRole('button', { name: 'Open ticket #149650' });
    await page.evaluate(() =>
      window.program.world.refuse.set('tickets.list', { ok: false, code: 'internal' }),
    );
    await page.getByRole('searchbox').fill('#149650');
    await offer.click();
    await page.getByRole('heading', { name: 'PHP 8.4 on web hosting?' }).waitFor();
    const other = await open();
    await other.getByRole('searchbox').fill('149650');
    await eventually(() => options(other).count(), 1);
    expect(await other.getByRole('button', { name: 'Open ticket #149650' }).count()).toBe(0);
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'PHP 8.4 on web hosting?' }).waitFor();
  });

  it('offers it with a press of the key, too', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('#149650');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'PHP 8.4 on web hosting?' }).waitFor();
  });

  it('says when there is no ticket with that number', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('999999');
    await page.keyboard.press('Enter');
    await page.getByText('HostUp has no such ticket for this account.').waitFor();
  });

  it('cuts nothing off that is too long, and says what of it is searched for', async () => {
    const page = await open();
    const box = page.getByRole('searchbox', { name: 'Search tickets' });
    await box.fill(`hosting${'?'.repeat(504)}`);
    const says = 'The search is 11 characters too long. Only its first 500 characters are searched for.';
    await page.getByRole('status').filter({ hasText: says }).waitFor();
    expect(await box.inputValue()).toHaveLength(511);
    expect(
      await box.evaluate((field) => field.ariaDescribedByElements?.map((one) => one.textContent)),
    ).toEqual([says]);
    await box.fill('web hosting?');
    await page.getByText(says).waitFor({ state: 'detached' });
  });

  it('survives words that mean something to a pattern', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('PHP 8.4 [on] (web) *?');
    await page.getByText(/Nothing found/).waitFor();
    await page.getByRole('searchbox').fill('web hosting?');
    await eventually(() => options(page).count(), 1);
  });
});

describe('keys', () => {
  it('go to every view', async () => {
    const page = await open();
    await options(page).first().waitFor();
    for (const [key, title] of [
      ['2', 'Waiting for HostUp'],
      ['3', 'All open'],
      ['4', 'Closed'],
      ['5', 'Unsent'],
      ['6', 'Drafts'],
      ['1', 'Needs you'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
    }
  });

  it('are listed by "?", and the sheet gives the keyboard back', async () => {
    const page = await open();
    await options(page).first().focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('#149943');
    await page.getByRole('heading', { name: 'Needs you', exact: true }).waitFor();
  });

  it('go from conversation to conversation with j and k', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await page.getByRole('log', { name: 'Conversation' }).focus();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    await eventually(() => focused(page), 'Conversation');
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: /VPS unreachable/ }).waitFor();
  });

  it('are letters while somebody writes', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await page.getByRole('log').waitFor();
    await page.keyboard.press('r');
    await eventually(() => focused(page), 'Reply');
    await page.keyboard.type('jk1?/x');
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('jk1?/x');
    await page.keyboard.press('Escape');
    await eventually(() => focused(page), 'Conversation');
  });
});
