// The main job in the preview: sign in, hear of an answer, read, reply, also encrypted.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addTicket, closeBrowser, connectWith, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

describe('with a key', () => {
  it('says that a key is wrong and keeps it, then connects and shows the list', async () => {
    scene = await startScene();
    addTicket(scene, 'Webbmejlen är långsam');
    const page = await scene.open(await scene.start());
    await connectWith(page, 'not-the-key');
    await page.getByText('HostUp does not accept this API key').waitFor();
    expect(await page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('not-the-key');

    await connectWith(page, key);
    await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
    await page.getByRole('button', { name: 'All open' }).click();
    await page.getByRole('option', { name: 'Webbmejlen är långsam' }).waitFor();
    await page.getByRole('status', { name: 'Connection' }).getByText('Up to date').waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('shows the answer of staff, and opens its ticket from the notification', async () => {
    scene = await startScene();
    const ticket = addTicket(scene, 'Cron jobs stopped');
    scene.env.HOSTUP_API_KEY = key;
    const page = await scene.open(await scene.start());
    await page.getByRole('status', { name: 'Connection' }).getByText('Up to date').waitFor();
    scene.server.api.staffReply(ticket.id, 'They run again since noon.', { senderName: 'Sara' });

    const notice = page.getByRole('region', { name: 'Notifications' }).getByRole('article');
    await notice.getByText('They run again since noon.').waitFor();
    await notice.getByRole('button', { name: 'Open' }).click();
    const log = page.getByRole('log', { name: 'Conversation' });
    await log.getByRole('article', { name: 'Sara' }).getByText('They run again since noon.').waitFor();
    await notice.waitFor({ state: 'detached' });
    expect(scene.complaints).toEqual([]);
  });

  it('sends a plain and an encrypted reply, each once', async () => {
    scene = await startScene();
    const ticket = addTicket(scene, 'FTP-lösenord');
    scene.env.HOSTUP_API_KEY = key;
    const page = await scene.open(await scene.start());
    await openTicket(page, 'FTP-lösenord');
    const box = page.getByRole('textbox', { name: 'Reply' });
    await box.fill('Tack! Räksmörgås & <b>inte fet</b>');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => scene.server.api.applied().length).toBe(1);
    await expect.poll(() => box.inputValue()).toBe('');

    await page.getByRole('switch', { name: 'Encrypted' }).click();
    await box.fill('losen: hemligt-123');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => scene.server.api.applied().length).toBe(2);
    const applied = scene.server.api.applied();
    expect(applied).toMatchObject([
      { ticketId: ticket.id, message: 'Tack! Räksmörgås & <b>inte fet</b>', encrypted: false },
      { ticketId: ticket.id, message: 'losen: hemligt-123', encrypted: true },
    ]);
    await page.getByRole('log').getByText('Räksmörgås').waitFor();
    // masked until it is asked for
    await page.getByRole('log').getByRole('button', { name: 'Show', exact: true }).first().waitFor();
    expect(await page.getByText('hemligt-123').count()).toBe(0);
    expect(scene.complaints).toEqual([]);
  });
});

describe('without a key', () => {
  it('has a demo, from the button and from the command line', async () => {
    scene = await startScene();
    const page = await scene.open(await scene.start());
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await page.getByRole('listbox', { name: 'Tickets' }).getByRole('option').first().waitFor();
    expect(scene.server.log()).toEqual([]);
    expect(scene.complaints).toEqual([]);
  });

  it('starts in the demo with --demo', async () => {
    scene = await startScene('none');
    const page = await scene.open(await scene.start(['--demo']));
    await page.getByRole('listbox', { name: 'Tickets' }).getByRole('option').first().waitFor();
    expect(scene.server.log()).toEqual([]);
  });
});
