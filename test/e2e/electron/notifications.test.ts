import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../../server/server.ts';
import { openRow } from '../open-row.ts';
import { clickTopmost, displayed, received } from './notification-daemon.ts';
import { type PrivateDesktop, startDesktop } from './private-desktop.ts';
import { type Program, picture, startProgram, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { addTicket, key, startStandIn } from './stand-in.ts';

describe.skipIf(runtime === null)(`notifications in Electron${note}`, () => {
  let desktop: PrivateDesktop;
  let server: TestServer;
  let program: Program;
  let options: Parameters<typeof startProgram>[0];
  let ticket: { id: string; number: string };

  beforeAll(async () => {
    [desktop, server] = await Promise.all([startDesktop(), startStandIn()]);
    ticket = addTicket(server, 'Räksmörgås på webbhotellet');
    options = { desktop, folder: join(desktop.folder, 'data'), url: server.url, key };
    program = await startProgram(options);
    await listOf(await program.page('#/'));
  });
  afterAll(async () => {
    await program?.quit();
    await server?.close();
    await desktop?.stop();
  });

  const listOf = async (page: Page) => {
    const list = page.getByRole('listbox', { name: 'Tickets' });
    await list.getByRole('option').first().waitFor();
    return list;
  };
  const isDisplayed = (count: number) =>
    until(`${count} notifications`, async () => (await displayed(desktop)) === count);

  it('say nothing about what was there before', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await displayed(desktop)).toBe(0);
  });

  it('tell of a staff reply; a click opens its ticket, with the window closed', async () => {
    const page = await program.page('#/');
    const closed = page.waitForEvent('close');
    await program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    server.api.staffReply(ticket.id, 'Hej!\n\n<b>Åtgärdat</b> & klart nu.', { senderName: 'Anna' });
    await isDisplayed(1);
    await clickTopmost(desktop);
    const anew = await program.page('#/');
    const conversation = anew.getByRole('log', { name: 'Conversation' });
    await conversation.getByText('klart nu').waitFor();
    await picture(anew, 'opened-by-notification');
    const [first, ...others] = await received(desktop);
    expect(others).toEqual([]);
    expect(first?.title).toContain(ticket.number);
    expect(first?.title).toContain('Anna');
    expect(first?.body).toContain('Räksmörgås på webbhotellet');
    // dunst keeps what it received, in which markup must have been escaped
    expect(first?.body).not.toContain('<b>');
  });

  it('never show the text of an encrypted message', async () => {
    const other = addTicket(server, 'Lösenord till servern');
    server.api.staffReply(other.id, 'hemligt-lösenord-123', { encrypted: true });
    await isDisplayed(1);
    const [latest] = await received(desktop);
    expect(latest?.title).toContain(other.number);
    expect(JSON.stringify(latest)).not.toContain('hemligt');
  });

  it('open the ticket in a window that is already there', async () => {
    const other = addTicket(server, 'DNS pekar fel');
    server.api.staffReply(other.id, 'Vi har ändrat A-posten.');
    await isDisplayed(1);
    await clickTopmost(desktop);
    const page = await program.page('#/');
    await page.getByRole('log', { name: 'Conversation' }).getByText('Vi har ändrat A-posten').waitFor();
    expect(await program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      1,
    );
    await received(desktop);
  });

  it('are not raised again by a restart', async () => {
    const before = (await received(desktop)).length;
    await program.quit();
    program = await startProgram(options);
    await listOf(await program.page('#/'));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await displayed(desktop)).toBe(0);
    expect((await received(desktop)).length).toBe(before);
  });

  it('go away once the ticket is read here', async () => {
    const other = addTicket(server, 'Certifikat löper ut');
    server.api.staffReply(other.id, 'Certifikatet är förnyat.');
    await isDisplayed(1);
    const page = await program.page('#/');
    await listOf(page);
    await openRow(page, /Certifikat löper ut/);
    await page.getByRole('log', { name: 'Conversation' }).getByText('Certifikatet är förnyat').waitFor();
    await isDisplayed(0);
  });
});
