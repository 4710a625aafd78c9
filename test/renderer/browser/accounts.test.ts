import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/account.ts';
import { callsOf, eventually, focused, lastInputOf, options, reply, send, useStage } from './stage.ts';

const open = useStage();
const several = { scenario: 'accounts' };
const ofAkeriet = { ...several, hash: '#/ticket/akeriet%2Ftkt_150210' };
const ofStudio = { ...several, hash: '#/ticket/studio%2Ftkt_150210' };
const navigation = (page: Page) => page.getByRole('navigation');
const names = (page: Page) => options(page).allTextContents();

/** Changes one account behind the page's back. */
const change = (page: Page, id: string, to: Partial<Account>) =>
  page.evaluate(
    ([wanted, next]) => {
      const { world, changed } = window.program;
      const accounts = world.session.accounts.map((one) => (one.id === wanted ? { ...one, ...next } : one));
      world.session = { ...world.session, accounts };
      changed('session', 'connection');
    },
    [id, to] as const,
  );

/** How wide the parts of each row are, and what of them does not fit. */
async function drawnRows(page: Page) {
  const rows = await page.locator('.ticket').evaluateAll((all) =>
    all.map((row) => {
      const box = (name: string) => row.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
      const edge = box('.ticket-meta').right + 1;
      return {
        name: box('.account-tag-name').width,
        preview: box('.ticket-preview').width,
        number: box('.ticket-number').width,
        service: box('.ticket-service').width,
        cut: box('.ticket-number').right - box('.ticket-place').right,
        out: [...row.querySelectorAll('.ticket-line > *, .ticket-meta > *')].some(
          (part) => part.getBoundingClientRect().right > edge,
        ),
      };
    }),
  );
  expect(rows.length).toBeGreaterThan(2);
  return rows;
}

describe('one account alone', () => {
  it('is never told of beside tickets and replies', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await reply(page).waitFor();
    await options(page).first().waitFor();
    expect(await page.locator('.account-tag, .reply-as, .of-account').count()).toBe(0);
    expect(await navigation(page).getByRole('heading', { name: 'Accounts' }).count()).toBe(0);
    expect((await names(page)).join()).not.toContain('account');
    await page.goto(page.url().replace(/#.*/, '#/new'));
    await page.getByRole('textbox', { name: 'Subject' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Account' }).count()).toBe(0);
  });
});

describe('several accounts in one list', () => {
  it('say of each ticket whose it is, also where the number is the same', async () => {
    const page = await open(several);
    await options(page).first().waitFor();
    const same = (await names(page)).filter((name) => name.includes('#150210'));
    expect(same).toHaveLength(3);
    for (const name of ['Bageriet', 'Åkeri & Söner AB', 'Studio Nord']) {
      expect(same.filter((row) => row.includes(`account ${name}`))).toHaveLength(1);
    }
  });

  it.each([1280, 800, 420])('are told apart by eye in every row, at %i', async (width) => {
    const context = { viewport: { width, height: 800 } };
    const page = await open({ scenario: 'accounts,accounts-long', language: 'sv', context });
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    const before = await drawnRows(page);
    for (const row of before) expect(row.service).toBeGreaterThanOrEqual(24);
    await page.evaluate(() => {
      const { world, changed } = window.program;
      world.tickets = world.tickets.map((ticket) => ({
        ...ticket,
        row: { ...ticket.row, priority: 'critical', hasDraft: true, unsent: 1 },
      }));
      changed('tickets');
    });
    await page.locator('.ticket-meta .chip.danger').first().waitFor();
    for (const row of [...before, ...(await drawnRows(page))]) {
      expect(row.name).toBeGreaterThanOrEqual(36);
      expect(row.preview).toBeGreaterThanOrEqual(120);
      expect(row.number).toBeGreaterThanOrEqual(40);
      expect(row.cut).toBeLessThanOrEqual(0.5);
      expect(row.out).toBe(false);
    }
  });

  it('are narrowed to one by a click or a key, with its counts, and a search stays within it', async () => {
    const page = await open(several);
    await options(page).first().waitFor();
    await navigation(page)
      .getByRole('button', { name: /^Åkeri & Söner AB, 1 ticket needs you/ })
      .click();
    await page.getByRole('heading', { name: 'Needs you · Åkeri & Söner AB' }).waitFor();
    await eventually(() => options(page).count(), 1);
    // the head says whose they are
    expect(await options(page).first().locator('.account-tag').count()).toBe(0);
    expect(await names(page)).not.toContainEqual(expect.stringContaining('account Åkeri'));
    expect(await lastInputOf(page, 'tickets.list')).toMatchObject({ accounts: ['akeriet'] });
    await navigation(page).getByRole('button', { name: 'All open 2' }).waitFor();
    await page.getByRole('searchbox').fill('150210');
    await eventually(() => options(page).count(), 1);
    await page.getByRole('searchbox').fill('');
    await options(page).first().focus();
    await page.keyboard.press('g');
    await page.getByRole('heading', { name: 'Needs you · Studio Nord' }).waitFor();
    await page.keyboard.press('g');
    await page.getByRole('heading', { name: 'Needs you', exact: true }).waitFor();
    expect(await lastInputOf(page, 'tickets.list')).not.toHaveProperty('accounts');
    await options(page).first().locator('.account-tag').waitFor();
  });

  it('leave the choice to the user where several hold a number: search, at once or later, and palette', async () => {
    const page = await open(several);
    const search = page.getByRole('searchbox');
    const offer = page.getByRole('button', { name: 'Open ticket #150210' });
    await options(page).first().waitFor();
    await search.fill('150210');
    await search.press('Enter');
    await page.getByText('Several accounts have #150210. Choose one.').waitFor();
    await eventually(() => options(page).count(), 3);
    expect(page.url()).not.toContain('/ticket/');
    await eventually(() => offer.count(), 0);
    await search.press('Enter');
    await page.getByRole('log').waitFor();
    expect(await callsOf(page, 'tickets.openByNumber')).toEqual([]);
    await search.fill('');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('#150210');
    await page.keyboard.press('Enter');
    await eventually(() => search.inputValue(), '150210');
    expect(await callsOf(page, 'tickets.openByNumber')).toEqual([]);
  });

  it('stand with colour and name beside each ticket of the palette, also in a narrow window', async () => {
    for (const width of [1280, 420]) {
      const context = { viewport: { width, height: 800 } };
      const page = await open({ scenario: 'accounts,accounts-long', context });
      await options(page).first().waitFor();
      await page.keyboard.press('Control+k');
      const hits = page.getByRole('dialog').getByRole('option');
      await hits.filter({ hasText: '#150210' }).first().waitFor();
      for (const hit of await hits.filter({ hasText: '#150210' }).all()) {
        expect((await hit.locator('.account-tag-name').boundingBox())?.width).toBeGreaterThanOrEqual(36);
        expect((await hit.locator('.palette-label').boundingBox())?.width).toBeGreaterThanOrEqual(80);
        expect(await hit.locator('.swatch').isVisible()).toBe(true);
      }
    }
  });

  it('leave the foot of the navigation in sight, and nothing to scroll sideways', async () => {
    const context = { viewport: { width: 1280, height: 520 } };
    const page = await open({ scenario: 'accounts,accounts-long', context });
    await options(page).first().waitFor();
    const nav = navigation(page);
    expect(await nav.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
    const settings = await nav.getByRole('button', { name: 'Settings' }).boundingBox();
    expect((settings?.y ?? 0) + (settings?.height ?? 0)).toBeLessThanOrEqual(520);
    await nav.getByRole('button', { name: 'Settings' }).click({ trial: true });
    expect(await nav.evaluate((element) => getComputedStyle(element).overflowX)).toBe('hidden');
  });

  it('say in which of them a ticket was found by its number', async () => {
    const page = await open(several);
    await options(page).first().waitFor();
    // the list cannot say whose it is
    await page.evaluate(() =>
      window.program.world.refuse.set('tickets.list', { ok: false, code: 'internal' }),
    );
    await page.getByRole('searchbox').fill('149990');
    await page.keyboard.press('Enter');
    await page.getByText('Found in the account Åkeri & Söner AB.').waitFor();
  });

  it('stand beside what is unsent and in the quick-reply window', async () => {
    const page = await open(several);
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await page.getByRole('article', { name: 'Reply to #150210' }).getByText('Åkeri & Söner AB').waitFor();
    const quick = await open({ ...several, hash: '#/quick' });
    await quick.getByText('Reply as Åkeri & Söner AB').waitFor();
  });

  it('are told of together, and each on demand', async () => {
    const page = await open({ scenario: 'accounts,accounts-troubles' });
    await page.getByRole('status', { name: 'Connection' }).getByText('1 of 3 up to date').waitFor();
    await page.getByRole('button', { name: 'How each account stands' }).click();
    const each = page.getByRole('dialog', { name: 'How each account stands' });
    await each.getByText('Offline · checked 25 min ago').waitFor();
    await each.getByText('Signed in · Read only').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => focused(page), 'How each account stands');
  });
});

describe('a reply', () => {
  it('says through which account it goes, and goes through that one', async () => {
    const page = await open(ofAkeriet);
    await page.getByText('Reply as Åkeri & Söner AB').waitFor();
    const described = await reply(page).evaluate(
      (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toBe('Reply as Åkeri & Söner AB');
    await reply(page).fill('Tack!');
    await send(page).click();
    await eventually(() => reply(page).inputValue(), '');
    expect(await lastInputOf(page, 'reply.send')).toMatchObject({ ticketId: 'akeriet/tkt_150210' });
  });

  it('of one account stays out of the same number in another', async () => {
    const page = await open(ofAkeriet);
    await reply(page).fill('for the haulier');
    await page.getByRole('option', { name: /Kassan når inte databasen/ }).click();
    await page.getByText('Reply as Bageriet').waitFor();
    expect(await reply(page).inputValue()).toBe('');
    await page.getByRole('option', { name: /Mejl till orderadressen/ }).click();
    await page.getByText('Reply as Åkeri & Söner AB').waitFor();
    expect(await reply(page).inputValue()).toBe('for the haulier');
  });

  it('is not offered where the key may only read, while other accounts write', async () => {
    const page = await open(ofAkeriet);
    await reply(page).waitFor();
    await change(page, 'akeriet', { canWrite: false });
    await page.getByText('You cannot reply as Åkeri & Söner AB.').waitFor();
    expect(await reply(page).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Close ticket' }).count()).toBe(0);
    await page.getByRole('option', { name: /Kassan når inte databasen/ }).click();
    await reply(page).fill('works');
    await page.getByRole('button', { name: 'Close ticket' }).waitFor();
  });
});

describe('an account in trouble while others work', () => {
  it('that is signed out is named, stays readable, keeps the draft, and takes a key of its own', async () => {
    const page = await open(ofStudio);
    await page.locator('.banner').getByText('Studio Nord is signed out.').waitFor();
    await page.getByRole('log').getByText('Kan ni prova igen?').waitFor();
    await page
      .getByText('Studio Nord is signed out. Your reply is kept here and goes out when it has a new key.')
      .waitFor();
    await reply(page).fill('a draft');
    await page.locator('.banner').getByRole('button', { name: 'Enter a new key' }).click();
    const dialog = page.getByRole('dialog', { name: 'New key for Studio Nord' });
    await dialog.getByRole('textbox', { name: 'API key' }).fill('hu_live_mistyped');
    await page.keyboard.press('Enter');
    await dialog.getByText('HostUp does not accept this API key.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('hu_live_mistyped');
    await dialog.getByRole('textbox', { name: 'API key' }).fill('hu_live_good');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await lastInputOf(page, 'session.connect')).toEqual({
      apiKey: 'hu_live_good',
      accountId: 'studio',
    });
    await eventually(() => page.locator('.banner').count(), 0);
    expect(await reply(page).inputValue()).toBe('a draft');
  });

  it('whose keychain is locked has a way to try again', async () => {
    const page = await open(several);
    await change(page, 'akeriet', { state: 'keychain-locked' });
    await page.getByText('The keychain does not give out the key of Åkeri & Söner AB.').waitFor();
    await page.getByRole('button', { name: 'Unlock and try again' }).click();
    await eventually(async () => (await callsOf(page, 'session.retryKeychain')).length, 1);
  });

  it('is told of once when all have the same', async () => {
    const page = await open(several);
    await options(page).first().waitFor();
    await page.evaluate(() => {
      const { world, changed } = window.program;
      const accounts = world.session.accounts.map((one) => ({ ...one, state: 'signed-in' as const }));
      world.session = { ...world.session, accounts };
      world.connections.clear();
      world.connection = { ...world.connection, state: 'offline', problem: { ok: false, code: 'offline' } };
      changed('session', 'connection');
    });
    await page.locator('.banner').getByText('HostUp cannot be reached from this computer.').waitFor();
    await eventually(() => page.locator('.banner').count(), 1);
  });
});
