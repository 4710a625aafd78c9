// A day with the program, in which every text that it ever holds is a planted one: the same in the preview and in
// Electron, through the page alone.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { createCanaries } from './canary.ts';
import { openRow } from './open-row.ts';

export const plant = () =>
  createCanaries(
    ...(['key', 'wrongKey', 'subject', 'body', 'requester', 'copyTo', 'service', 'agent', 'staff'] as const),
    ...(['sealed', 'sealedCode', 'sent', 'sealedSent', 'refused', 'echo', 'unsent', 'sealedUnsent'] as const),
    ...(['draft', 'sealedDraft', 'sealedNotice', 'newSubject', 'newBody', 'sought'] as const),
  );
export type Texts = ReturnType<typeof plant>['text'];
/** What may stand nowhere but in the conversation, and there only when asked for. */
export const sealedOnes = [
  'sealedNotice',
  'sealed',
  'sealedCode',
  'sealedSent',
  'sealedUnsent',
  'sealedDraft',
] as const;

export const subjects = { read: 'Läses', quiet: 'Hemlig', other: 'Annat' } as const;
export type Tickets = Readonly<
  Record<keyof typeof subjects, { readonly id: string; readonly number: string }>
>;

export function addTickets(server: TestServer, text: Texts): Tickets {
  const add = (subject: string) =>
    server.api.addTicket({
      subject: `${subject} ${text.subject}`,
      body: `Hej! ${text.body}.`,
      status: 'customer_reply',
      departmentSlug: 'general',
      requesterName: `Sam ${text.requester}`,
      ccEmails: [`${text.copyTo}@example.se`],
      linkedServices: [{ serviceType: 'vps', serviceId: 's-1', serviceName: text.service, details: null }],
    });
  return { read: add(subjects.read), quiet: add(subjects.quiet), other: add(subjects.other) };
}

/** A refused key first, then the right one. */
export async function signIn(page: Page, text: Texts): Promise<void> {
  for (const key of [text.wrongKey, text.key]) {
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Connect' }).click();
    if (key === text.wrongKey) await page.getByText('does not accept this API key').first().waitFor();
  }
  await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
  await isUpToDate(page);
}

export async function open(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: /^All open/ }).click();
  await openRow(page, new RegExp(`^${subject}`));
  // the subject too: the conversation that was open before says the same
  await page.getByRole('heading', { name: new RegExp(`^${subject}`) }).waitFor();
  await log(page).getByText('Hej!').first().waitFor();
}

const log = (page: Page) => page.getByRole('log', { name: 'Conversation' });
export const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const state = (page: Page, words: string) =>
  page.getByRole('status', { name: 'Connection' }).getByText(words).waitFor();
const isUpToDate = (page: Page) => state(page, 'Up to date');

/** An encrypted answer of staff: masked, and shown when asked for. */
export async function reveal(page: Page, server: TestServer, tickets: Tickets, text: Texts): Promise<void> {
  await open(page, subjects.quiet);
  const body = `Kontot är ${text.sealed}.\n\n\`\`\`\n${text.sealedCode}\n\`\`\``;
  server.api.staffReply(tickets.quiet.id, body, { encrypted: true, senderName: text.agent });
  await log(page).getByRole('button', { name: 'Show', exact: true }).first().click();
  await log(page).getByText(text.sealed).waitFor();
}

/** Copies the password out of it, and masks it again. */
export async function copyAndHide(page: Page, text: Texts): Promise<void> {
  await log(page).getByRole('button', { name: 'Copy', exact: true }).first().click();
  await page.getByText('Copied').first().waitFor();
  await log(page).getByRole('button', { name: 'Hide', exact: true }).click();
  await log(page).getByText(text.sealed).waitFor({ state: 'detached' });
}

/** Two answers that are news: a plain one, and an encrypted one. */
export function answer(server: TestServer, tickets: Tickets, text: Texts): void {
  server.api.staffReply(tickets.other.id, text.sealedNotice, { senderName: text.agent, encrypted: true });
  server.api.staffReply(tickets.other.id, `Svar: ${text.staff}`, { senderName: text.agent });
}

/** Finds a plain message by its text, and an encrypted one not at all. Answers what the list said of each. */
export async function search(page: Page, text: Texts): Promise<string> {
  const box = page.getByRole('searchbox', { name: 'Search tickets' });
  const list = page.getByRole('listbox', { name: 'Tickets' });
  await box.fill(text.staff);
  await list.getByRole('option').first().waitFor();
  await expect.poll(() => list.getByRole('option').count()).toBe(1);
  const found = await list.innerText();
  for (const word of [text.sealed, text.sealedCode, text.sought]) {
    await box.fill(word);
    await page.getByText(`Nothing found for “${word}”`).first().waitFor();
  }
  await box.fill(text.requester);
  await list.getByRole('option').first().waitFor();
  const named = await list.innerText();
  await box.fill('');
  return found + named;
}

async function send(page: Page, words: string, encrypted: boolean): Promise<void> {
  await setEncrypted(page, encrypted);
  await reply(page).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => reply(page).inputValue()).toBe('');
}

async function setEncrypted(page: Page, on: boolean): Promise<void> {
  const button = page.getByRole('switch', { name: 'Encrypted' });
  if ((await button.getAttribute('aria-checked')) !== String(on)) await button.click();
  await expect.poll(() => button.getAttribute('aria-checked')).toBe(String(on));
}

export async function sendReplies(page: Page, server: TestServer, text: Texts): Promise<void> {
  await open(page, subjects.read);
  await send(page, text.sent, false);
  await send(page, text.sealedSent, true);
  await expect.poll(() => server.api.applied().length).toBe(2);
}

/** HostUp answers with errors of every kind that quote the key and the text that was sent. */
export async function meetEchoes(page: Page, server: TestServer, text: Texts): Promise<void> {
  const said = `Invalid: Bearer ${text.key} ${text.refused} ${text.echo} åäö`;
  const errors = [{ pointer: '/message', detail: said, code: said }];
  const body = JSON.stringify({ type: said, title: said, detail: said, code: said, instance: said, errors });
  const headers = { 'content-type': 'application/problem+json', 'x-note': encodeURI(said) };
  server.faults.add({ kind: 'status', status: 400, method: 'POST', headers, body });
  await open(page, subjects.read);
  await send(page, text.refused, true);
  await page.getByText('was not accepted').first().waitFor();
  server.faults.add({ kind: 'status', method: 'GET', status: 500, headers, body });
  server.faults.add({ kind: 'html', method: 'GET', body: `<p>${said}</p>` });
  server.faults.add({ kind: 'wrong-json', method: 'GET', body: `{"data": ["${said}"` });
  server.faults.add({ kind: 'wrong-json', method: 'GET', body });
  await state(page, 'Problem');
  await expect.poll(() => server.faults.pending()).toBe(0);
  await isUpToDate(page);
}

/** HostUp is away: replies and a new ticket wait, drafts are kept. Leaves it away. */
export async function writeOffline(page: Page, server: TestServer, text: Texts): Promise<void> {
  await server.setOffline(true);
  await open(page, subjects.other);
  await send(page, text.unsent, false);
  await send(page, text.sealedUnsent, true);
  await page.getByText('Waiting to be sent').first().waitFor();
  await setEncrypted(page, false);
  await reply(page).fill(text.draft);
  await page.getByText('Draft saved').waitFor();
  await open(page, subjects.quiet);
  await setEncrypted(page, true);
  await reply(page).fill(text.sealedDraft);
  await page.getByText('Draft saved').waitFor();
  await page.getByRole('button', { name: 'New ticket' }).first().click();
  await page.getByRole('textbox', { name: 'Subject' }).fill(text.newSubject);
  await page.getByRole('textbox', { name: 'Message' }).fill(text.newBody);
  await page.getByRole('radiogroup', { name: 'Department' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByRole('article', { name: 'New ticket' }).getByText(text.newSubject).waitFor();
}

/** After a new start: everything is there again, so it was on the disk. HostUp must be back. */
export async function findAgain(page: Page, server: TestServer, text: Texts): Promise<void> {
  await open(page, subjects.quiet);
  await expect.poll(() => reply(page).inputValue()).toBe(text.sealedDraft);
  await open(page, subjects.other);
  await expect.poll(() => reply(page).inputValue()).toBe(text.draft);
  const arrived = () => server.api.applied().map(({ message }) => message);
  await page.getByRole('option', { name: new RegExp(`^${text.newSubject}`) }).waitFor();
  await expect.poll(arrived).toEqual(expect.arrayContaining([text.unsent, text.sealedUnsent]));
}
