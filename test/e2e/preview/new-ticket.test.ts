// A new ticket in the preview, against the stand-in: as it was filled in, refused at its fields, never lost.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../electron/contract/calls.ts';
import { closeBrowser, languages, openSignedIn, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

/** One that the stand-in's account has. */
const app = {
  serviceType: 'vps',
  serviceId: 'vps_01k5q0c4n7rjw2v8m6h3zbxtse',
  serviceName: 'app-01',
  details: null,
};

describe.each(languages)('a new ticket, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    scene.server.api.addTicket({ subject: 'Zebra', linkedServices: [app] });
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const box = (name: string) => page.getByRole('textbox', { name });
  const service = () => page.getByLabel(text.form.service);
  const create = () => page.getByRole('button', { name: text.createTicket }).click();
  const created = (subject: string) =>
    scene.server.api.tickets().find((ticket) => ticket.subject === subject);
  const isFocusWrong = () =>
    page.evaluate(() => document.activeElement?.closest('[aria-invalid=true]') != null);
  const fill = async (subject: string) => {
    await page.keyboard.press('n');
    await page.getByRole('radio', { name: 'Virtual servers' }).check();
    await box(text.subject).fill(subject);
    await box(text.message).fill('Inget svarar på SSH.');
  };

  it('goes to HostUp as it was filled in, about a service that was picked', async () => {
    await fill('app-01 är nere');
    await page.getByLabel(text.priorityLabel).selectOption('critical');
    await page.getByText(text.criticalReasonSays).waitFor();
    await page.getByLabel(text.criticalReason).fill('Butiken tar inga ordrar.');
    await service().selectOption({ label: 'app-01' });
    await box(text.ccLabel).fill('Drift <drift@example.se>, jour@example.se');
    await create();
    await page.getByRole('heading', { name: 'app-01 är nere' }).waitFor();
    await expect
      .poll(() => created('app-01 är nere'))
      .toMatchObject({
        departmentSlug: 'vps',
        priority: 'critical',
        body: 'Inget svarar på SSH.',
        ccEmails: ['drift@example.se', 'jour@example.se'],
        linkedServices: [{ serviceType: 'vps', serviceName: 'app-01' }],
      });
  });

  it('is not sent while something is missing, wrong or too long, which its field says', async () => {
    await page.locator('.thread-head').click();
    await page.keyboard.press('n');
    await page.getByLabel(text.priorityLabel).selectOption('critical');
    await box(text.ccLabel).pressSequentially('ingen adress,');
    const both = new Intl.ListFormat(locale).format(['ingen', 'adress']);
    await page.getByText(text.form.badAddresses(both)).waitFor();
    await create();
    await expect.poll(() => page.getByText(text.fieldProblems.required).count()).toBe(4);
    await page.getByText(text.fieldProblems.address).waitFor();
    await box(text.subject).fill('x'.repeat(limits.subject + 12));
    await page.getByText(text.form.tooLong(12, limits.subject)).waitFor();
    await create();
    await expect.poll(isFocusWrong).toBe(true);
    expect((await box(text.subject).inputValue()).length).toBe(limits.subject + 12);
    expect(scene.server.api.tickets().filter(({ subject }) => subject?.startsWith('xx'))).toEqual([]);

    await page.getByRole('button', { name: text.clearForm, exact: true }).click();
    await page.getByRole('button', { name: text.clearForm, exact: true }).last().click();
    await expect.poll(() => box(text.subject).inputValue()).toBe('');
  });

  it('is told not to hold a secret, which cannot be encrypted there', async () => {
    await box(text.message).fill('Lösenord: Sommar-2026!x');
    await page.getByText(text.notSecretHere).waitFor();
    await page.getByRole('button', { name: text.notSecret }).click();
    await page.getByText(text.notSecretHere).waitFor({ state: 'detached' });
  });

  it('keeps everything when HostUp refuses it, shows why at the field, and survives a reload', async () => {
    await page.locator('.thread-head').click();
    await fill('Fel tjänst');
    await service().selectOption({ label: text.form.anotherService });
    await box(text.serviceId).fill('vps_of_somebody_else');
    await create();
    await page.getByText('`serviceId` is not a service of this account.').waitFor();
    await expect.poll(isFocusWrong).toBe(true);
    await page.getByText(text.draftSaved).waitFor();
    await page.reload();
    await expect.poll(() => box(text.subject).inputValue()).toBe('Fel tjänst');
    await expect.poll(() => box(text.message).inputValue()).toBe('Inget svarar på SSH.');
    await expect.poll(() => box(text.serviceId).inputValue()).toBe('vps_of_somebody_else');
    await service().selectOption({ label: text.noService });
    await create();
    await page.getByRole('heading', { name: 'Fel tjänst' }).waitFor();
    await expect.poll(() => created('Fel tjänst')).toMatchObject({ linkedServices: [] });
    expect(scene.complaints).toEqual([]);
  });
});

describe.each(languages)('a new ticket with a lesser key, in %s', (_name, locale, text) => {
  let scene: Scene;
  afterEach(() => scene.close());

  it('offers the departments that tickets tell of where it may not list them', async () => {
    scene = await startScene('none', ['read:support', 'write:support']);
    scene.server.api.addTicket({ subject: 'Zebra', departmentSlug: 'billing' });
    const page = await openSignedIn(scene, text, locale);
    await page.keyboard.press('n');
    await page.getByText(text.departmentsPartial).waitFor();
    await page.getByRole('radio', { name: 'Billing', exact: true }).waitFor();
    // what they are for, only HostUp's own list tells
    expect(await page.locator('.choice .hint').count()).toBe(0);
  });

  it('is not offered at all where it may only read', async () => {
    scene = await startScene('none', ['read:support']);
    const page = await openSignedIn(scene, text, locale);
    await page.keyboard.press('n');
    await page.getByText(text.form.cannotCreate).waitFor();
    expect(await page.getByRole('button', { name: text.createTicket }).count()).toBe(0);
  });
});
