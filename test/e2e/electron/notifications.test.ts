import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { waitForLooks } from '../looks.ts';
import { openRow } from '../open-row.ts';
import { clickTopmost, displayed, received } from './notification-daemon.ts';
import { picture, startProgram, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { addTicket, key } from './stand-in.ts';

describe.skipIf(runtime === null)(`notifications in Electron${note}`, () => {
  let ticket: { id: string; number: string };
  const stage = setStage({ key }, (server) => {
    ticket = addTicket(server, 'Räksmörgås på webbhotellet');
  });

  beforeAll(async () => {
    await listOf(await stage.program.page('#/'));
  });

  const listOf = async (page: Page) => {
    const list = page.getByRole('listbox', { name: 'Tickets' });
    await list.getByRole('option').first().waitFor();
    return list;
  };
  const isDisplayed = (count: number) =>
    until(`${count} notifications`, async () => (await displayed(stage.desktop)) === count);

  it('say nothing about what was there before', async () => {
    await waitForLooks(stage.server, 2);
    expect(await displayed(stage.desktop)).toBe(0);
  });

  it('tell of a staff reply; a click opens its ticket, with the window closed', async () => {
    const page = await stage.program.page('#/');
    const closed = page.waitForEvent('close');
    await stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    stage.server.api.staffReply(ticket.id, 'Hej!\n\n<b>Åtgärdat</b> & klart nu.', { senderName: 'Anna' });
    await isDisplayed(1);
    await clickTopmost(stage.desktop);
    const anew = await stage.program.page('#/');
    const conversation = anew.getByRole('log', { name: 'Conversation' });
    await conversation.getByText('klart nu').waitFor();
    await picture(anew, 'opened-by-notification');
    const [first, ...others] = await received(stage.desktop);
    expect(others).toEqual([]);
    expect(first?.title).toContain(ticket.number);
    expect(first?.title).toContain('Anna');
    expect(first?.body).toContain('Räksmörgås på webbhotellet');
    // dunst keeps what it received, in which markup must have been escaped
    expect(first?.body).not.toContain('<b>');
  });

  it('never show the text of an encrypted message', async () => {
    const other = addTicket(stage.server, 'Lösenord till servern');
    stage.server.api.staffReply(other.id, 'hemligt-lösenord-123', { encrypted: true });
    await isDisplayed(1);
    const [latest] = await received(stage.desktop);
    expect(latest?.title).toContain(other.number);
    expect(JSON.stringify(latest)).not.toContain('hemligt');
  });

  it('open the ticket in a window that is already there', async () => {
    const other = addTicket(stage.server, 'DNS pekar fel');
    stage.server.api.staffReply(other.id, 'Vi har ändrat A-posten.');
    await isDisplayed(1);
    await clickTopmost(stage.desktop);
    const page = await stage.program.page('#/');
    await page.getByRole('log', { name: 'Conversation' }).getByText('Vi har ändrat A-posten').waitFor();
    expect(
      await stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1);
    await received(stage.desktop);
  });

  it('are not raised again by a restart', async () => {
    const before = (await received(stage.desktop)).length;
    await stage.program.quit();
    stage.program = await startProgram(stage.options);
    await listOf(await stage.program.page('#/'));
    await waitForLooks(stage.server, 2);
    expect(await displayed(stage.desktop)).toBe(0);
    expect((await received(stage.desktop)).length).toBe(before);
  });

  it('go away once the ticket is read here', async () => {
    const other = addTicket(stage.server, 'Certifikat löper ut');
    stage.server.api.staffReply(other.id, 'Certifikatet är förnyat.');
    await isDisplayed(1);
    const page = await stage.program.page('#/');
    await listOf(page);
    await openRow(page, /Certifikat löper ut/);
    await page.getByRole('log', { name: 'Conversation' }).getByText('Certifikatet är förnyat').waitFor();
    await isDisplayed(0);
  });
});
