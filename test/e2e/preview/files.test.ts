// Files in the preview: attachments and exports land where a browser would put them, in both languages, and what is
// on paper is what a browser prints.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeBrowser, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const picture = 'övervakning-app-01.png';
const words = {
  en: { all: 'All open', folder: 'Downloads', save: 'Save', preview: 'Preview' },
  sv: { all: 'Alla öppna', folder: 'Hämtningar', save: 'Spara', preview: 'Förhandsvisa' },
};

/** The demo in a language, with a folder for downloads of that language, open at a ticket with a picture. */
async function start(language: 'en' | 'sv'): Promise<{ page: Page; folder: string }> {
  scene = await startScene('none');
  const home = scene.env.HOME ?? '';
  const folder = join(home, words[language].folder);
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(home, '.config'), { recursive: true });
  writeFileSync(
    join(home, '.config', 'user-dirs.dirs'),
    `XDG_DOWNLOAD_DIR="$HOME/${words[language].folder}"\n`,
  );
  writeFileSync(join(scene.folder, 'settings.json'), JSON.stringify({ language }));
  delete scene.env.XDG_CONFIG_HOME;
  const page = await scene.open(await scene.start(['--demo']));
  await page.getByRole('button', { name: words[language].all }).click();
  await page.getByRole('option', { name: /VPS app-01 svarar inte/ }).click();
  return { page, folder };
}

describe('an attachment', () => {
  it.each(['en', 'sv'] as const)('is previewed and saved (%s)', async (language) => {
    const { page, folder } = await start(language);
    await page.getByRole('button', { name: `${words[language].preview} ${picture}` }).click();
    const image = page.getByRole('dialog', { name: picture }).getByRole('img', { name: picture });
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(100);
    await page.keyboard.press('Escape');

    const save = page.getByRole('button', { name: `${words[language].save} ${picture}` });
    await save.click();
    const place = page.getByRole('list').getByText(`~/${words[language].folder}`);
    await place.first().waitFor();
    expect(readdirSync(folder)).toEqual([picture]);
    const bytes = readFileSync(join(folder, picture));
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    expect(statSync(join(folder, picture)).mode & 0o777).toBe(0o600);

    await save.click();
    const second = picture.replace('.png', ' (2).png');
    await expect.poll(() => readdirSync(folder).sort()).toEqual([second, picture].sort());
    expect(scene.complaints).toEqual([]);
  });
});

describe('a ticket', () => {
  it('is exported as Markdown, and printed by the browser', async () => {
    const { page, folder } = await start('en');
    await page.getByRole('log', { name: 'Conversation' }).waitFor();
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: 'Markdown' }).click();
    await expect
      .poll(() => readdirSync(folder))
      .toEqual([expect.stringMatching(/^\d+ VPS app-01 svarar inte\.md$/)]);
    const [name = ''] = readdirSync(folder);
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain('# VPS app-01 svarar inte\n');
    expect(text).toContain(`- Attachment: ${picture} (image/png)`);

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    await page.locator('body[data-printed=yes]').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('log', { name: 'Conversation' }).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});
