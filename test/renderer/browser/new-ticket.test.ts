import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, options, useStage } from './stage.ts';

const open = useStage();
const subject = (page: Page) => page.getByRole('textbox', { name: 'Subject' });
const department = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Department' }).getByRole('radio', { name });
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });

async function fill(page: Page, delivery: 'sent' | 'queued' | 'rejected'): Promise<void> {
  await page.evaluate((state) => {
    window.program.world.delivery = state;
  }, delivery);
  await department(page, 'VPS').check();
  await subject(page).fill('Hjälp');
  await message(page).fill('Hej!');
}

describe('the new-ticket form', () => {
  it('is reached by "n", shows errors at their fields, and keeps what was typed', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('n');
    await eventually(() => focused(page), 'new-subject');
    await page.keyboard.type('Ny server');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    expect(await page.getByRole('radiogroup', { name: 'Department' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(await department(page, 'VPS').evaluate((radio) => radio === document.activeElement)).toBe(true);
    await options(page).first().click();
    await page.getByRole('log').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Message' }).fill('Hej!');
    expect(await page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Ny server');
    await department(page, 'VPS').check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Ny server' }).waitFor();
  });

  it('asks why when it is critical', async () => {
    const page = await open({ hash: '#/new' });
    expect(await page.getByLabel('Why is it critical?').count()).toBe(0);
    await page.getByLabel('Priority').selectOption('critical');
    await page.getByLabel('Why is it critical?').waitFor();
  });

  it('shows what HostUp refused at the field', async () => {
    const page = await open({ hash: '#/new' });
    await page.evaluate(() => {
      window.program.world.delivery = 'rejected';
    });
    await department(page, 'VPS').check();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Hjälp');
    await page.getByRole('textbox', { name: 'Message' }).fill('Hej!');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByText('The subject is too vague.').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Hej!');
    await eventually(() => focused(page), 'new-subject');
  });
});

describe('a new ticket that is being written', () => {
  it('is there again after a restart of the page', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page, 'sent');
    await page.getByText('Draft saved').waitFor();
    const kept = await page.evaluate(
      () => [...window.program.world.drafts].find(([id]) => id.endsWith('/new'))?.[1].text,
    );
    expect(kept).toContain('Hjälp');
    expect(kept).toContain('"departmentSlug":"vps"');
  });

  it('is not cleared by one wrong click', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page, 'sent');
    await page.getByRole('button', { name: 'Clear' }).dblclick();
    expect(await message(page).inputValue()).toBe('Hej!');
    const group = page.getByRole('group', { name: 'Clear everything you filled in?' });
    await group.getByRole('button', { name: 'Clear' }).click();
    expect(await message(page).inputValue()).toBe('');
  });

  it('says gently that it cannot be encrypted when it looks like a secret', async () => {
    const page = await open({ hash: '#/new' });
    await message(page).fill('The root password is Tr0ub4dor&3');
    await page.getByText(/looks like it contains a password\. A new ticket cannot be encrypted/).waitFor();
    await page.getByRole('button', { name: 'Not a secret' }).click();
    await page.getByText('A new ticket cannot be encrypted').waitFor({ state: 'detached' });
  });
});

describe('a new ticket that waits for the network', () => {
  it('says "not sent yet" as the outcome of the form, in the list and beside everything else', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page, 'queued');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.locator('.flash').getByText('Not sent yet').waitFor();
    await page.locator('.cards').getByRole('status', { name: 'Not sent yet' }).waitFor();
    await page.keyboard.press('1');
    const dock = page.locator('.dock').getByRole('status', { name: 'Not sent yet' });
    expect(await dock.innerText()).toContain('Hjälp');
    await dock.getByRole('button', { name: 'Unsent' }).click();
    await page.getByRole('heading', { name: 'Unsent' }).waitFor();
  });

  it('says to call when it is critical, as an alert', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page, 'queued');
    await page.getByLabel('Priority').selectOption('critical');
    await page.getByLabel('Why is it critical?').fill('Everything is down.');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.locator('.flash').getByText('Not sent yet — call HostUp').waitFor();
    await page.locator('.cards').getByRole('alert', { name: 'Not sent yet — call HostUp' }).waitFor();
    await page.keyboard.press('1');
    await page.locator('.dock').getByRole('alert', { name: 'Not sent yet — call HostUp' }).waitFor();
  });

  it('says the same in Swedish, and can be thrown away', async () => {
    const page = await open({ scenario: 'waiting-tickets', language: 'sv' });
    await page.locator('.dock').getByRole('alert', { name: 'Inte skickat än – ring HostUp' }).waitFor();
    await page.locator('.dock').getByRole('status', { name: 'Inte skickat än' }).waitFor();
    await page.keyboard.press('5');
    const card = page.locator('.cards').getByRole('article').first();
    await card.getByRole('button', { name: 'Kasta' }).click();
    await card
      .getByRole('group', { name: 'Kasta texten för gott?' })
      .getByText('Kasta', { exact: true })
      .click();
    await eventually(async () => (await callsOf(page, 'outbox.discard')).length, 1);
  });
});

describe('a new ticket that goes out later', () => {
  const arrives = (page: Page) =>
    page.evaluate(() => {
      const { world } = window.program;
      const { id } = world.outgoing.at(-1) ?? { id: '' };
      world.outgoing = world.outgoing.map((outgoing) =>
        outgoing.id === id
          ? { ...outgoing, state: 'sent', ticketId: 'tkt_invoice', ticketNumber: '149921' }
          : outgoing,
      );
      window.program.changed('outbox', 'tickets');
    });

  it('is opened for whoever waits for it, beside the list of tickets', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page, 'queued');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'Unsent' }).waitFor();
    await arrives(page);
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    await page.locator('.flash').getByText('Created as #149921').waitFor();
    await options(page).first().waitFor();
  });

  it('is offered to whoever does something else by then, also after a restart of the page', async () => {
    const page = await open({ scenario: 'waiting-tickets', hash: '#/ticket/tkt_vps' });
    await page.locator('.dock').getByRole('status', { name: 'Not sent yet' }).waitFor();
    await arrives(page);
    const flash = page.locator('.flash');
    await flash.getByText('Created as #149921').waitFor();
    expect(await page.getByRole('heading', { name: /Betalning/ }).count()).toBe(0);
    await flash.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
  });

  it('that was made at once leaves no empty list of what is unsent', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await page.getByText('Nothing waits to be sent').waitFor();
    await page.keyboard.press('n');
    await fill(page, 'sent');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'Hjälp' }).waitFor();
    await options(page).first().waitFor();
    expect(await page.getByText('Nothing waits to be sent').count()).toBe(0);
  });
});

describe('a new ticket that waits and is edited', () => {
  const edit = (page: Page) =>
    page.locator('.cards').getByRole('article').first().getByRole('button', { name: 'Edit' });

  it('comes back into the form as it was filled in, and goes on from there', async () => {
    const page = await open({ scenario: 'waiting-tickets' });
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await edit(page).click();
    expect(await subject(page).inputValue()).toBe('Hela webbplatsen är nere');
    expect(await page.locator('.cards').getByRole('button', { name: 'Send again' }).count()).toBe(0);
    expect(await page.getByLabel('Why is it critical?').inputValue()).toBe('Butiken tar inte emot ordrar.');
    expect(await page.getByRole('list', { name: 'Addresses' }).getByRole('listitem').allInnerTexts()).toEqual(
      ['jour@example.se'],
    );
    await message(page).fill('Inget svarar sedan 09:30.');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'Hela webbplatsen är nere' }).waitFor();
    expect(await callsOf(page, 'ticket.create')).toMatchObject([
      { input: { id: 'new-critical', message: 'Inget svarar sedan 09:30.' } },
    ]);
  });

  it('is still there, and not sent, when the form is cleared', async () => {
    const page = await open({ scenario: 'waiting-tickets' });
    await options(page).first().waitFor();
    await page.keyboard.press('5');
    await edit(page).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page
      .getByRole('group', { name: 'Clear everything you filled in?' })
      .getByRole('button', { name: 'Clear' })
      .click();
    const alert = page.locator('.cards').getByRole('alert', { name: 'Your new ticket is not sent' });
    await alert.getByText('It was taken back to be changed').waitFor();
    await alert.getByRole('button', { name: 'Edit' }).click();
    await eventually(() => subject(page).inputValue(), 'Hela webbplatsen är nere');
  });

  it('waits on while the form holds another one', async () => {
    const page = await open({ scenario: 'waiting-tickets', hash: '#/new' });
    await message(page).fill('Another matter.');
    await page.keyboard.press('Escape');
    await page.locator('.dock').getByRole('button', { name: 'Unsent' }).first().click();
    await edit(page).click();
    await page.getByText('The form holds another ticket. Create or clear that one first.').waitFor();
    expect(await callsOf(page, 'outbox.editTicket')).toEqual([]);
    expect(await message(page).inputValue()).toBe('Another matter.');
  });
});

describe('a critical ticket that waits', () => {
  it('leads to where HostUp says its number', async () => {
    const page = await open({ scenario: 'waiting-tickets' });
    const alert = page.locator('.dock').getByRole('alert');
    await alert.getByText('call HostUp. The number is at').waitFor();
    await alert.getByRole('button', { name: 'hostup.se' }).click();
    await eventually(async () => (await callsOf(page, 'link.open')).length, 1);
    expect(await callsOf(page, 'link.open')).toMatchObject([{ input: { href: 'https://hostup.se/' } }]);
  });
});

describe('a new ticket that HostUp refused', () => {
  it('is told wherever the user is, and comes back into the form as it was filled in', async () => {
    const page = await open({ scenario: 'refused-ticket' });
    const alert = page.getByRole('alert', { name: 'Your new ticket was not accepted' });
    await alert.getByText('The subject is too vague.').waitFor();
    await alert.getByRole('button', { name: 'Edit' }).click();
    expect(await subject(page).inputValue()).toBe('Hjälp');
    expect(await message(page).inputValue()).toBe('app-01 svarar inte.');
    expect(await page.getByLabel('Priority').inputValue()).toBe('high');
    expect(await page.getByRole('list', { name: 'Addresses' }).getByRole('listitem').allInnerTexts()).toEqual(
      ['drift@example.se', 'jour@example.se'],
    );
    expect(await page.getByLabel('Identity of the service').inputValue()).toBe('vps_app01');
    expect(await subject(page).getAttribute('aria-invalid')).toBe('true');
    await alert.waitFor({ state: 'detached' });
    await subject(page).fill('app-01 svarar inte på SSH');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'app-01 svarar inte på SSH' }).waitFor();
    expect(await callsOf(page, 'ticket.create')).toMatchObject([{ input: { id: 'new-refused' } }]);
  });

  it('waits while the form holds another one', async () => {
    const page = await open({ scenario: 'refused-ticket', hash: '#/new' });
    await message(page).fill('Another matter.');
    await page.getByRole('alert').getByRole('button', { name: 'Edit' }).click();
    await page.getByText('The form holds another ticket. Create or clear that one first.').waitFor();
    expect(await message(page).inputValue()).toBe('Another matter.');
  });
});
