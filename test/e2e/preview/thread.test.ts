// A conversation in the preview, against the stand-in: days and senders, code, quotes and links, copying, and the place
// where somebody reads.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastMidnight } from '../../tools/same-day.ts';
import { closeBrowser, languages, openSignedIn, openTicket, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

/** Noon so many days ago. */
const noon = (daysAgo: number): number => new Date().setHours(12 - 24 * daysAgo, 0, 0, 0);

/** How its day begins to be called: of another year, without the name of the weekday. */
function threeDaysAgo(locale: string): string {
  const date = new Date(noon(3));
  if (date.getFullYear() !== new Date().getFullYear()) return `${date.getDate()} `;
  return `${new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date)} `;
}

const log = [
  '2026-04-27 12:05:01 ERROR mysqld: disk full',
  '2026-04-27 12:05:02 ERROR mysqld: shutting down',
];
const command = 'df -h /var';
const said = 'Har ni tömt loggarna?';

/** With what engineers paste: a log, a command, a quoted answer, a link. */
function addPasted({ server }: Scene): void {
  const { api } = server;
  const body = `Databasen stannade:\n\n${log.join('\n')}\n\nVad gör vi?`;
  const { id } = api.addTicket({ subject: 'Zebra databas', body, createdAt: noon(3), requesterName: 'Elin' });
  api.staffReply(id, `Kör:\n\n\`\`\`\n${command}\n\`\`\`\n\nSe https://docs.example.se/disk?full=1.`, {
    senderName: 'Kim',
    at: noon(1),
  });
  const answer = `Det är fullt.\n\nDen 27 april 2026 kl. 12:05 skrev Kim:\n> ${said}\n> Kör annars df.`;
  api.customerReply(id, answer, { senderName: 'Elin', at: Date.now() });
}

/** So long that it does not fit. */
function addLong({ server }: Scene): string {
  const { api } = server;
  const createdAt = noon(9);
  const { id } = api.addTicket({ subject: 'Zebra lång', createdAt });
  for (let index = 1; index <= 30; index += 1)
    api.customerReply(id, `Rad ${index}: fortfarande nere.`, { at: createdAt + index * 60_000 });
  return id;
}

const many = (word: string) => Array.from({ length: 30 }, (_, index) => `${word} ${index}.`).join('\n\n');

describe.each(languages)('a conversation, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  let long: string;
  beforeAll(async () => {
    await pastMidnight();
    scene = await startScene('unlocked', undefined, { tickets: undefined });
    addPasted(scene);
    long = addLong(scene);
    page = await openSignedIn(scene, text, locale);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => scene.close());

  const conversation = () => page.getByRole('log', { name: text.conversation });
  const message = (words: string) => conversation().getByRole('article').filter({ hasText: words });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const flash = (words: string) => page.locator('.flash').getByText(words).waitFor();
  const top = () => conversation().evaluate((element) => element.scrollTop);
  const belowTheFold = () =>
    conversation().evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
    );

  it('stands by day, from the opening on, with each sender apart', async () => {
    await openTicket(page, 'Zebra databas', text);
    const days = () => conversation().locator('.day').allInnerTexts();
    await expect
      .poll(days)
      .toEqual([
        expect.stringMatching(new RegExp(`^${threeDaysAgo(locale)}`, 'i')),
        text.dates.yesterday,
        text.dates.today,
      ]);
    const first = conversation().getByRole('article').first();
    await first.getByText(text.opening).waitFor();

    await openTicket(page, 'VPS app-01 svarar inte', text);
    const places = [];
    for (const name of [text.you, text.staffName('Kim'), text.automatic]) {
      const one = conversation()
        .getByRole('article', { name: new RegExp(`^${name}, .*\\d\\d:\\d\\d`) })
        .first();
      const x = (await one.boundingBox())?.x;
      places.push(`${x} ${await one.evaluate((element) => getComputedStyle(element).backgroundColor)}`);
    }
    expect(new Set(places).size).toBe(3);
  });

  it('shows logs and commands as they are, copies them, and folds what is quoted', async () => {
    await openTicket(page, 'Zebra databas', text);
    const code = conversation().locator('pre');
    await expect.poll(() => code.allInnerTexts()).toEqual([log.join('\n'), command]);
    expect(await code.first().evaluate((element) => getComputedStyle(element).fontFamily)).toContain('mono');
    await message(command).getByRole('button', { name: text.copy, exact: true }).click();
    await flash(text.copied);
    expect(await copied()).toBe(command);

    const quoted = message('Det är fullt.').getByText(said);
    expect(await quoted.isVisible()).toBe(false);
    await conversation().getByText(text.quoted).click();
    await quoted.waitFor();
  });

  it('asks before a link is opened, and leaves copying it to the browser', async () => {
    const address = 'https://docs.example.se/disk?full=1';
    const link = conversation().getByRole('link', { name: address });
    expect(await link.getAttribute('href')).toBe(address);
    expect(
      await link.evaluate((element) =>
        element.dispatchEvent(new Event('contextmenu', { bubbles: true, cancelable: true })),
      ),
    ).toBe(true);
    await page.context().route('https://docs.example.se/**', (route) => route.fulfill({ body: 'guide' }));
    await link.click();
    const ask = page.getByRole('dialog', { name: text.openLinkAsk('docs.example.se') });
    await ask.getByText(address).waitFor();
    await ask.getByRole('button', { name: text.cancel }).click();
    expect(page.context().pages()).toHaveLength(1);
    await link.click();
    const opened = page.context().waitForEvent('page');
    await ask.getByRole('link', { name: text.openLink }).click();
    const other = await opened;
    await other.getByText('guide').waitFor();
    expect(other.url()).toBe(address);
    await other.close();
    await page.bringToFront();
  });

  it('is copied as Markdown, one message and all of it', async () => {
    await message(command).getByRole('button', { name: text.files.copyMarkdown }).click();
    await flash(text.copied);
    await expect.poll(copied).toContain(`\`\`\`\n${command}\n\`\`\``);
    expect(await copied()).not.toContain('# Zebra databas');
    await conversation().focus();
    await page.keyboard.press('d');
    await expect.poll(copied).toMatch(/^# Zebra databas\n/);
    const whole = await copied();
    for (const words of [log.join('\n'), command, `> ${said}`]) expect(whole).toContain(words);
  });

  it('starts at the first message that is new, and leads back to it', async () => {
    scene.server.api.staffReply(long, many('Först'));
    scene.server.api.staffReply(long, many('Sedan'));
    await page.getByRole('option', { name: new RegExp(`^Zebra lång.*${text.unread}`) }).waitFor();
    await openTicket(page, 'Zebra lång', text);
    const mark = conversation().locator('.first-new');
    await mark.waitFor();
    const distance = async () =>
      ((await mark.boundingBox())?.y ?? 0) - ((await conversation().boundingBox())?.y ?? 0);
    await expect.poll(distance).toBeLessThan(40);
    expect(await distance()).toBeGreaterThanOrEqual(0);
    await expect.poll(() => conversation().getByRole('article', { name: text.new }).count()).toBe(2);
    await conversation().evaluate((element) => element.scrollTo({ top: 0 }));
    await expect.poll(distance).toBeGreaterThan(400);
    await conversation().focus();
    await page.keyboard.press('u');
    await expect.poll(distance).toBeLessThan(40);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Först 0.');
  });

  it('keeps the place of the reader when a message arrives, and tells of it', async () => {
    await conversation().evaluate((element) => element.scrollTo({ top: 200 }));
    await expect.poll(top).toBe(200);
    const line = await message('Rad 5:').boundingBox();
    scene.server.api.staffReply(long, 'Nu är den uppe igen.');
    const pill = page.getByRole('button', { name: text.newMessages(1) });
    await pill.waitFor();
    expect([await top(), await message('Rad 5:').boundingBox()]).toEqual([200, line]);
    await pill.click();
    await pill.waitFor({ state: 'detached' });
    await expect.poll(belowTheFold).toBeLessThan(2);
    await message('Nu är den uppe igen.').waitFor();

    // who reads the end goes on reading the end
    scene.server.api.staffReply(long, many('Sist'));
    await message('Sist 29.').waitFor();
    await expect.poll(belowTheFold).toBeLessThan(2);
    expect(scene.complaints).toEqual([]);
  });
});
