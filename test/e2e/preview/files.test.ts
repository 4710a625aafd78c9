// Files in the preview: attachments and exports land where a browser would put them, in both languages, and what is
// on paper is what a browser prints.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, languages, openSignedIn, openTicket, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

const subject = 'VPS app-01 svarar inte';
const picture = 'övervakning-app-01.png';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const attachment = { 'en-GB': 'Attachment', 'sv-SE': 'Bilaga' } as const;
const names = { 'en-GB': 'Downloads', 'sv-SE': 'Hämtningar' } as const;

/** A home whose folder for downloads has the name of that language. */
function makeDownloads({ env, folder }: Scene, language: string, name: string): string {
  const home = env.HOME ?? '';
  const downloads = join(home, name);
  mkdirSync(downloads, { recursive: true });
  mkdirSync(join(home, '.config'), { recursive: true });
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="$HOME/${name}"\n`);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ language }));
  delete env.XDG_CONFIG_HOME;
  return downloads;
}

describe.each(languages)('files, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    scene = await startScene('none', undefined, { tickets: undefined });
    folder = makeDownloads(scene, locale.slice(0, 2), names[locale]);
    page = await openSignedIn(scene, text, locale);
    await openTicket(page, subject, text);
  });
  afterAll(() => scene.close());
  beforeEach(() => scene.server.clearLog());

  const files = () => readdirSync(folder).sort();
  const { saveNamed, resumeNamed, cancelNamed, previewNamed } = text.files;
  // each stands with its attachment and in the list of all
  const press = (name: string) => page.getByRole('log').getByRole('button', { name }).click();
  const downloads = () => page.getByRole('region', { name: text.files.downloads }).getByRole('listitem');
  const fail = (kind: 'truncate' | 'hang') => scene.server.faults.add({ kind, path: '/attachments/' });
  const answers = () =>
    scene.server
      .log()
      .filter(({ path }) => path.includes('/attachments/'))
      .map(({ status }) => status);
  const choose = async (format: 'markdown' | 'pdf') => {
    await page.getByRole('button', { name: text.actions, exact: true }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${text.exportTicket}`) }).click();
    await page.getByRole('menuitem', { name: text.files.formats[format] }).click();
  };

  it('previews a picture only when it is asked to', async () => {
    await page.getByRole('log').getByText(picture).waitFor();
    expect(answers()).toEqual([]);
    await press(previewNamed(picture));
    const image = page.getByRole('dialog', { name: picture }).getByRole('img', { name: picture });
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    expect(files()).toEqual([]);
  });

  it('saves an attachment, readable by nobody else, and a second time beside the first', async () => {
    await press(saveNamed(picture));
    await downloads().getByText(`~/${names[locale]}`).waitFor();
    expect(files()).toEqual([picture]);
    expect(readFileSync(join(folder, picture)).subarray(0, 4)).toEqual(png);
    expect(statSync(join(folder, picture)).mode & 0o777).toBe(0o600);
    await press(saveNamed(picture));
    const second = picture.replace('.png', ' (2).png');
    await expect.poll(files).toEqual([second, picture]);
    for (const name of [second, picture])
      await downloads()
        .getByRole('button', { name: text.files.dismissNamed(name) })
        .click();
    await expect.poll(() => downloads().count()).toBe(0);
  });

  it('fetches only the rest of one that broke off, once it is asked to go on', async () => {
    const before = files();
    fail('truncate');
    await press(saveNamed(picture));
    await downloads().getByText(text.codes.connection_lost.says).waitFor();
    const third = picture.replace('.png', ' (3).png');
    const part = files().filter((name) => !before.includes(name));
    expect(part).toEqual([expect.stringContaining(third)]);
    expect(part).not.toContain(third);
    await downloads()
      .getByRole('button', { name: resumeNamed(third) })
      .click();
    await downloads().getByText(text.files.saved).waitFor();
    expect(files()).toEqual([...before, third].sort());
    expect(readFileSync(join(folder, third))).toEqual(readFileSync(join(folder, picture)));
    // the first was cut off, the second brought the rest
    expect(answers()).toEqual([null, 206]);
  });

  it('leaves nothing of one that is cancelled, under way or broken off', async () => {
    const before = files();
    const fourth = picture.replace('.png', ' (4).png');
    for (const kind of ['hang', 'truncate'] as const) {
      fail(kind);
      await press(saveNamed(picture));
      if (kind === 'hang') await downloads().getByRole('progressbar').waitFor();
      else await downloads().getByText(text.codes.connection_lost.says).waitFor();
      await downloads()
        .getByRole('button', { name: cancelNamed(fourth) })
        .click();
      await expect.poll(() => downloads().filter({ hasText: fourth }).count()).toBe(0);
      await expect.poll(files).toEqual(before);
    }
  });

  it('exports a ticket as Markdown with the list of its attachments', async () => {
    await choose('markdown');
    const exported = () => files().find((name) => name.endsWith('.md')) ?? '';
    await expect.poll(exported).toMatch(new RegExp(`^\\d+ ${subject}\\.md$`));
    const read = () => readFileSync(join(folder, exported()), 'utf8');
    await expect.poll(read).toContain(`# ${subject}\n`);
    const markdown = read();
    expect(markdown).toMatch(new RegExp(`${attachment[locale]}: ${picture} \\(image/png`));
    expect(markdown).toContain('ping -c 4 192.0.2.10');
  });

  it('prints a ticket through the browser, which can save it as PDF', async () => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await choose('pdf');
    await page.locator('body[data-printed=yes]').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
    await page.getByRole('button', { name: text.back }).click();
    await page.getByRole('log', { name: text.conversation }).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});
