// Attachments, downloads, pictures, and a ticket that leaves: in a menu, on paper.
import type { Page } from 'playwright-core';
import type { Text } from '../../../renderer/text/en.ts';
import { button, type States, vps } from './state.ts';

const name = 'console-app-01.png';
const preview = (page: Page, text: Text) => button(page, text.files.previewNamed(name)).click();

export const files: States = {
  downloads: { scenario: 'downloads', hash: vps },
  'downloads-list': { scenario: 'downloads' },
  'download-done': {
    scenario: 'normal',
    hash: vps,
    act: (page, text) => button(page, text.files.saveNamed(name)).click(),
  },
  'download-broken': {
    scenario: 'normal',
    hash: vps,
    act: async (page, text) => {
      await page.evaluate(() => {
        window.program.world.files.next = 'broken';
      });
      await button(page, text.files.saveNamed(name)).click();
    },
  },
  picture: { scenario: 'normal', hash: vps, act: preview },
  'picture-refused': {
    scenario: 'normal',
    hash: vps,
    act: async (page, text) => {
      await page.evaluate(() =>
        window.program.world.refuse.set('attachment.preview', { ok: false, code: 'refused' }),
      );
      await preview(page, text);
      await page.getByRole('alert').waitFor();
    },
  },
  'export-menu': {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await page.getByRole('log').waitFor();
      await page.keyboard.press('e');
    },
  },
  'link-menu': {
    scenario: 'normal',
    hash: vps,
    act: (page) => page.getByRole('link', { name: 'how to reach the console' }).click({ button: 'right' }),
  },
  print: { scenario: 'normal', hash: '#/print/tkt_vps' },
  'print-browser': { scenario: 'normal', hash: '#/print/tkt_db', inBrowser: true },
};
