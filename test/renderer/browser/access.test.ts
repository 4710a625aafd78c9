// What a screen reader and a keyboard meet, checked over every kind of view: names, references, landmarks, focus.
import { describe, expect, it } from 'vitest';
import { atRest } from '../open-state.ts';
import { eventually, focused, narrow, useStage } from './stage.ts';

const open = useStage();

const views = [
  ['normal', '#/ticket/tkt_vps'],
  ['normal', '#/new'],
  ['first-run', ''],
  ['keychain-locked', ''],
  ['unsent', '#/ticket/tkt_db'],
  ['notices,error', '#/ticket/tkt_invoice'],
  ['needs-user', '#/quick'],
  ['read-only', '#/ticket/tkt_vps'],
] as const;

describe.each(views)('%s %s', (scenario, hash) => {
  it.each([
    ['wide', {}],
    ['narrow', narrow],
  ])('%s: every control has a name, every reference a target, every id is one', async (_width, context) => {
    const page = await open({ scenario, hash, context });
    await atRest(page);
    const problems = await page.evaluate(() => {
      const found: string[] = [];
      const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const textOf = (ids: string | null) =>
        (ids ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ');
      const nameOf = (element: Element) =>
        element.getAttribute('aria-label') ??
        (element.hasAttribute('aria-labelledby') ? textOf(element.getAttribute('aria-labelledby')) : null) ??
        (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
          : element.textContent);
      const controls =
        'button, a[href], input, select, textarea, summary, progress, [role]:not([role=presentation]), dialog, nav, section[aria-label]';
      for (const element of document.querySelectorAll(controls)) {
        if (visible(element) && (nameOf(element) ?? '').trim() === '')
          found.push(`no name: ${element.outerHTML.slice(0, 90)}`);
      }
      for (const attribute of ['aria-describedby', 'aria-labelledby', 'for']) {
        for (const element of document.querySelectorAll(`[${attribute}]`)) {
          for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
            if (document.getElementById(id) === null) found.push(`${attribute} leads nowhere: ${id}`);
          }
        }
      }
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`id twice: ${id}`);
      for (const element of document.querySelectorAll('[tabindex]')) {
        if (Number(element.getAttribute('tabindex')) > 0) found.push('tabindex above 0');
      }
      for (const element of document.querySelectorAll('[aria-hidden=true]')) {
        if (element.querySelector('button, a[href], input') !== null)
          found.push('hidden from readers but reachable');
      }
      for (const element of document.querySelectorAll('button')) {
        const box = element.getBoundingClientRect();
        if (
          visible(element) &&
          !element.matches('.sr-only, .link, .number') &&
          Math.min(box.width, box.height) < 20
        ) {
          found.push(`small target: ${element.outerHTML.slice(0, 90)}`);
        }
      }
      const mains = [...document.querySelectorAll('main')].filter(visible);
      if (mains.length > 1) found.push('more than one main');
      return found;
    });
    expect(problems).toEqual([]);
  });
});

it('every control of the main page is reached with Tab, and none is reached twice', async () => {
  const page = await open({ hash: '#/ticket/tkt_vps' });
  await page.getByRole('log').waitFor();
  const seen: string[] = [];
  for (let index = 0; index < 60; index += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      return element === document.body
        ? ''
        : (element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    });
    if (name === '' || name === seen[0]) break;
    seen.push(name);
  }
  for (const name of [
    'New ticket',
    'Check now',
    'Settings',
    'Search tickets',
    'Conversation',
    'Reply',
    'Encrypted',
    'Send',
  ]) {
    expect(seen).toContain(name);
  }
  expect(seen.filter((name) => name.includes('#149')).length).toBeLessThanOrEqual(2);
});

it('shows where the keyboard is', async () => {
  const page = await open();
  await page.getByRole('option').first().waitFor();
  for (const name of ['New ticket', 'Settings', 'Check now']) {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline, name).toBe('solid');
  }
});

it('says news politely: banners, notifications and passing words are live, times are not', async () => {
  const page = await open({ scenario: 'notices,offline' });
  const live = await page.evaluate(() => ({
    notices: document.querySelector('.notices')?.getAttribute('aria-live'),
    flash: document.querySelector('.flash')?.getAttribute('aria-live'),
    banners: document.querySelector('.banners')?.getAttribute('aria-live'),
    age: document.querySelector('.connection-age')?.getAttribute('aria-live'),
  }));
  expect(live).toEqual({ notices: 'polite', flash: 'polite', banners: 'polite', age: 'off' });
});

it('stands still for those who want that', async () => {
  const page = await open({
    scenario: 'unknown',
    hash: '#/ticket/tkt_vps',
    context: { reducedMotion: 'reduce' },
  });
  await page.getByText('Checking whether it arrived').waitFor();
  const duration = await page.evaluate(() => {
    const spinner = document.querySelector('.spinner');
    return spinner === null ? '' : getComputedStyle(spinner).animationDuration;
  });
  expect(duration).toBe('0.001s');
});

it('has a notification there at once for those who want that', async () => {
  const page = await open({ scenario: 'notices', context: { reducedMotion: 'reduce' } });
  const card = page.getByRole('region', { name: 'Notifications' }).locator('.notice').first();
  expect(await card.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
});

it('is readable in forced colours', async () => {
  const page = await open({ hash: '#/ticket/tkt_vps', context: { forcedColors: 'active' } });
  await page.getByRole('log').waitFor();
  const border = await page.evaluate(() => {
    const message = document.querySelector('.message.customer');
    return message === null ? '' : getComputedStyle(message).borderTopStyle;
  });
  expect(border).toBe('solid');
});

it('moves the keyboard into the drawer and back', async () => {
  const page = await open({ context: narrow });
  await page.getByRole('button', { name: 'Menu' }).click();
  await eventually(() => page.evaluate(() => document.activeElement?.closest('nav') != null), true);
  await page.keyboard.press('Escape');
  await eventually(() => focused(page), 'Menu');
});
