import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../electron/contract/model.ts';
import { waitForLooks } from '../looks.ts';
import { callFrom, openTicket, picture, startProgram, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { addTicket, key } from './stand-in.ts';

describe.skipIf(runtime === null)(`replies in Electron${note}`, () => {
  const stage = setStage({ key });

  const openNew = async (page: Page, subject: string) => {
    const ticket = addTicket(stage.server, subject);
    await openTicket(page, subject);
    return ticket;
  };
  const applied = (text: string) =>
    until(`"${text}" at HostUp`, async () =>
      stage.server.api.applied().find(({ message }) => message === text),
    );
  const openQuick = async (ticketId: string) => {
    const page = await stage.program.page('#/');
    const session = (await callFrom(page, 'session.get', {})) as { value: Session };
    const [account] = session.value.accounts;
    await callFrom(page, 'window.quick', { ticketId: `${account?.id}/${ticketId}` });
    return stage.program.page('#/quick');
  };

  it('arrive, and encrypted ones arrive as encrypted', async () => {
    const page = await stage.program.page('#/');
    const ticket = await openNew(page, 'Nytt lösenord');
    await page.getByRole('textbox', { name: 'Reply' }).fill('Det är: hunter2');
    await page.getByRole('switch', { name: 'Encrypted' }).click();
    await picture(page, 'encrypted-composer');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await applied('Det är: hunter2')).toMatchObject({ ticketId: ticket.id, encrypted: true });
    await until(
      'an empty composer',
      async () => (await page.getByRole('textbox', { name: 'Reply' }).inputValue()) === '',
    );
    expect(stage.server.api.applied()).toHaveLength(1);
  });

  it('survive Escape, closing the window and another window as drafts', async () => {
    const page = await stage.program.page('#/');
    await openNew(page, 'Halvfärdigt');
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await reply.fill('Det här är inte kl');
    await reply.press('Escape');
    const closed = page.waitForEvent('close');
    await stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    await until('no window', () =>
      stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 0),
    );
    // what starting the program a second time does
    await stage.program.electron.evaluate(({ app }) => void app.emit('second-instance'));
    const anew = await stage.program.page('#/');
    await openTicket(anew, 'Halvfärdigt');
    await until(
      'the draft',
      async () => (await anew.getByRole('textbox', { name: 'Reply' }).inputValue()) === 'Det här är inte kl',
    );
  });

  it('go out from the quick-reply window', async () => {
    const ticket = addTicket(stage.server, 'Snabb fråga');
    stage.server.api.staffReply(ticket.id, 'Vilken domän gäller det?');
    await (await stage.program.page('#/')).getByRole('option', { name: /Snabb fråga/ }).waitFor();
    const quick = await openQuick(ticket.id);
    await quick.getByText('Vilken domän gäller det?').waitFor();
    await quick.getByText(ticket.number).first().waitFor();
    await quick.getByRole('textbox', { name: 'Reply' }).fill('exempel.se');
    await picture(quick, 'quick-reply');
    const size = await stage.program.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getSize()),
    );
    expect(size).toContainEqual([420, 520]);
    await quick.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await applied('exempel.se')).toMatchObject({ ticketId: ticket.id, encrypted: false });
  });

  it('lose no letter when Escape closes the quick-reply window', async () => {
    const ticket = addTicket(stage.server, 'Avbruten');
    await (await stage.program.page('#/')).getByRole('option', { name: /Avbruten/ }).waitFor();
    const quick = await openQuick(ticket.id);
    const reply = quick.getByRole('textbox', { name: 'Reply' });
    await quick.getByText(ticket.number).first().waitFor();
    await reply.fill('');
    await reply.pressSequentially('åäö och emoji 👩‍💻');
    const closed = quick.waitForEvent('close');
    // The window may be gone before the key comes up again.
    await reply.press('Escape').catch(() => undefined);
    await closed;
    const again = await openQuick(ticket.id);
    await until(
      'the draft',
      async () => (await again.getByRole('textbox', { name: 'Reply' }).inputValue()) === 'åäö och emoji 👩‍💻',
    );
  });

  it('wait while HostUp cannot be reached, through a restart, and go out once', async () => {
    const page = await stage.program.page('#/');
    const ticket = await openNew(page, 'Utan nät');
    await stage.server.setOffline(true);
    await page.getByRole('textbox', { name: 'Reply' }).fill('skickat utan nät');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await until(
      'an empty composer',
      async () => (await page.getByRole('textbox', { name: 'Reply' }).inputValue()) === '',
    );
    await page
      .getByRole('status', { name: 'Connection' })
      .getByText(/offline/i)
      .waitFor();
    await picture(page, 'offline-queued');
    await stage.program.quit();
    stage.program = await startProgram(stage.options);
    await (await stage.program.page('#/')).getByRole('listbox', { name: 'Tickets' }).waitFor();
    expect(stage.server.api.applied().filter(({ message }) => message === 'skickat utan nät')).toEqual([]);
    await stage.server.setOffline(false);
    expect(await applied('skickat utan nät')).toMatchObject({ ticketId: ticket.id });
    await waitForLooks(stage.server, 2);
    expect(stage.server.api.applied().filter(({ message }) => message === 'skickat utan nät')).toHaveLength(
      1,
    );
    expect(stage.program.complaints).toEqual([]);
  });
});
