// Opening a ticket from the list, in a browser and in Electron.
import type { Page } from 'playwright-core';

/** Presses a row until its ticket is open: the list moves when answers arrive, and a person presses again, too. */
export async function openRow(page: Page, name: string | RegExp): Promise<void> {
  const row = page.getByRole('option', { name });
  const current = row.and(page.locator('[aria-current=true]'));
  for (let tries = 0; tries < 4; tries += 1) {
    await row.click();
    const opened = await current.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (opened) return;
  }
  throw new Error(`the list would not open ${name}`);
}
