// The list in the preview, against the stand-in: what narrows and orders it, whose turn it is, and the user's own marks.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes, closeBrowser, languages, openSignedIn, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

const hour = 3_600_000;
const service = {
  serviceType: 'vps',
  serviceId: 'vps_01k5q0c4n7rjw2v8m6h3zbxtse',
  serviceName: 'app-01',
  details: null,
};
const subjects = { mail: 'Mejl studsar', bill: 'Fel faktura', cron: 'Cron stannar', old: 'Gammalt' } as const;
const { mail, bill, cron, old } = subjects;

type Name = keyof typeof subjects;

/** An account that holds these tickets alone. */
function addTickets({ server }: Scene): Record<Name, string> {
  const { api } = server;
  const add = (subject: string, ago: number, more: Parameters<typeof api.addTicket>[0]) =>
    api.addTicket({ subject, createdAt: Date.now() - ago * hour, departmentSlug: 'vps', ...more }).id;
  const ids = {
    old: add(old, 900, { status: 'closed' }),
    bill: add(bill, 9, { status: 'on_hold', departmentSlug: 'billing', priority: 'urgent' }),
    cron: add(cron, 7, { status: 'customer_reply', priority: 'low', linkedServices: [service] }),
    mail: add(mail, 5, { status: 'customer_reply', priority: 'high' }),
  };
  api.staffReply(ids.cron, 'Den är igång igen.', { senderName: 'Åsa', at: Date.now() - 2 * hour });
  return ids;
}

describe.each(languages)('the list, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  let ids: Record<Name, string>;
  beforeAll(async () => {
    scene = await startScene('unlocked', allScopes, { tickets: 0 });
    ids = addTickets(scene);
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const rows = () => page.getByRole('listbox', { name: text.tickets }).getByRole('option');
  const row = (subject: string) => rows().filter({ hasText: subject });
  const flash = (words: string) => page.locator('.flash').getByText(words).waitFor();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const expectRows = (order: readonly string[], message = '') =>
    expect.poll(() => page.locator('.ticket-subject').allInnerTexts(), { message }).toEqual(order);

  it('is narrowed by status, priority, department and service, together and in every view', async () => {
    await page.keyboard.press('9');
    await expectRows([cron, mail, bill, old]);
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: text.filters });
    const box = (name: string) => panel.getByRole('checkbox', { name, exact: true });
    for (const [name, found] of [
      [text.status.on_hold, [bill]],
      [text.status.closed, [old]],
      [text.priority.high, [mail]],
      ['Billing', [bill]],
      ['app-01', [cron]],
    ] as const) {
      await box(name).check();
      await expectRows(found, name);
      await box(name).uncheck();
    }
    await box(text.status.on_hold).check();
    await box(text.status.closed).check();
    await expectRows([bill, old]);
    await panel.getByRole('button', { name: text.done }).click();

    await page.keyboard.press('3');
    await expectRows([bill]);
    await page.keyboard.press('9');
    await button(text.removeFilter(`${text.filterGroups.statuses}: ${text.status.on_hold}`)).click();
    await expectRows([old]);
    await button(text.clearFilters).click();
    await expectRows([cron, mail, bill, old]);
  });

  it('is put in each order', async () => {
    const sort = async (order: keyof typeof text.sorts) => {
      await page.getByRole('button', { name: new RegExp(`^${text.sort}`) }).click();
      await page.getByRole('menuitemradio', { name: text.sorts[order] }).click();
      await button(text.sortedBy(text.sorts[order])).waitFor();
    };
    await page.keyboard.press('3');
    for (const [order, found] of [
      ['turn', [bill, mail, cron]],
      ['created', [mail, cron, bill]],
      ['priority', [bill, mail, cron]],
      ['number', [mail, cron, bill]],
      ['activity', [cron, mail, bill]],
    ] as const) {
      await sort(order);
      await expectRows(found, order);
    }
  });

  it('tells whose turn it is, since when, and who needs to do something', async () => {
    await page.keyboard.press('9');
    const hours = text.dates.hours;
    await row(mail)
      .getByText(text.hostupTurnSince(`5 ${hours}`))
      .waitFor();
    await row(cron)
      .getByText(text.yourTurnSince(`2 ${hours}`))
      .waitFor();
    await row(old).getByText(text.status.closed, { exact: true }).waitFor();
    await page
      .getByRole('option', { name: new RegExp(`^${mail}, #\\d+, ${text.turnHostupLong} 5 ${hours}`) })
      .waitFor();
    await page.keyboard.press('1');
    await expectRows([cron]);
    await page.keyboard.press('2');
    await expectRows([mail, bill]);
  });

  it('shows what is unread alone, until several are marked as read at once', async () => {
    await page.keyboard.press('3');
    for (const id of [ids.mail, ids.bill]) scene.server.api.staffReply(id, 'Ett svar.');
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: text.filters });
    await panel.getByRole('checkbox', { name: text.filterUnread }).check();
    await panel.getByRole('button', { name: text.done }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByRole('option', { name: new RegExp(`^${mail}.*, ${text.unread}, `) }).waitFor();

    for (const subject of [mail, bill]) await row(subject).click({ modifiers: ['ControlOrMeta'] });
    await page.locator('.selection-bar').getByText(text.selected(2)).waitFor();
    await page.keyboard.press('i');
    await flash(text.marked.read(2));
    await page.getByText(text.noMatches).waitFor();
    await button(text.removeFilter(text.filterUnread)).click();
    await expect.poll(() => rows().count()).toBe(3);
    await page.keyboard.press('Escape');
  });

  it('keeps several muted ones quiet while another is told of', async () => {
    for (const subject of [mail, bill]) await row(subject).click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('m');
    await flash(text.marked.muted(2));
    // it can be taken back for as long as somebody points at it
    await page.locator('.flash').getByRole('button').hover();
    await page.getByRole('option', { name: new RegExp(`^${mail}.*${text.mutedMark}`) }).waitFor();
    for (const id of [ids.mail, ids.bill, ids.cron]) scene.server.api.staffReply(id, `Svar till ${id}.`);
    const notices = page.getByRole('region', { name: text.notifications });
    await notices.getByText(`Svar till ${ids.cron}.`).waitFor();
    for (const id of [ids.mail, ids.bill]) {
      await page.getByRole('option', { name: `Svar till ${id}.` }).waitFor();
      expect(await notices.getByText(`Svar till ${id}.`).count()).toBe(0);
    }
    await page.keyboard.press('z');
    await flash(text.undone);
    await expect.poll(() => page.getByRole('option', { name: text.mutedMark }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('takes back what was done by keyboard', async () => {
    await row(bill).focus();
    await page.keyboard.press('h');
    await flash(text.marked.hidden(1));
    await expect.poll(() => row(bill).count()).toBe(0);
    await page.keyboard.press('z');
    await flash(text.undone);
    await row(bill).focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: text.snoozeTimes.reply }).click();
    await flash(text.marked.snoozed(1));
    await page.keyboard.press('7');
    await row(text.snoozedUntilReply).waitFor();
    scene.server.api.staffReply(ids.bill, 'Fakturan är rättad.');
    await expect.poll(() => rows().count()).toBe(0);
    await page.keyboard.press('1');
    await row(bill).waitFor();
  });

  it('keeps pins, snoozes and hidden tickets over a restart', async () => {
    const choose = async (subject: string, ...names: readonly string[]) => {
      await row(subject).click({ button: 'right' });
      for (const name of names) await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
    };
    await page.keyboard.press('3');
    await choose(mail, text.pin);
    await flash(text.marked.pinned(1));
    await rows().first().filter({ hasText: mail }).waitFor();
    await choose(bill, text.hideTicket);
    await flash(text.marked.hidden(1));
    await choose(cron, text.snooze, text.snoozeTimes.nextWeek);
    await flash(text.marked.snoozed(1));
    await page.keyboard.press('1');
    await expect.poll(() => row(cron).count()).toBe(0);

    await page.context().close();
    await scene.previews()[0]?.end('SIGTERM');
    page = await openSignedIn(scene, text, locale);
    await page.keyboard.press('7');
    await expectRows([cron]);
    await page.keyboard.press('8');
    await expectRows([bill]);
    await page.keyboard.press('3');
    await rows().first().filter({ hasText: mail }).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});
