// A ticket as a document, asked for as a page asks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilesStage, type FilesStage } from '../downloads/stage.ts';

const ends: (() => unknown)[] = [];
let stage: FilesStage;
beforeEach(async () => {
  stage = await createFilesStage((work) => ends.push(work));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const timeZone = 'Europe/Stockholm';

/** A ticket of a known shape, once its conversation is here. */
async function ticket(subject: string) {
  const { api } = stage.world;
  const { id, number } = api.addTicket({
    subject,
    body: 'Servern svarar inte.\n# inte en rubrik',
    status: 'customer_reply',
    departmentSlug: 'vps',
    priority: 'high',
    requesterName: 'Alva Berg',
    createdAt: Date.parse('2026-04-26T21:30:00Z'),
  });
  api.staffReply(id, 'Vi tittar på det. <script>', {
    senderName: 'Kim',
    at: Date.parse('2026-04-26T22:10:00Z'),
  });
  api.staffReply(id, 'lösenord: hemligt-1', {
    senderName: 'Kim',
    encrypted: true,
    at: Date.parse('2026-04-27T06:00:00Z'),
  });
  await stage.program.page.call('sync.now', {});
  return stage.until('the conversation', async () => {
    const found = await stage.program.page.call('tickets.openByNumber', { number });
    const ticketId = found.ok ? found.value.ticketId : '';
    const thread = await stage.program.page.call('thread.get', { ticketId, limit: 10 });
    return thread.ok && thread.value.messages.length === 3
      ? { ticketId, number, thread: thread.value }
      : null;
  });
}

describe('a ticket as Markdown', () => {
  it('has its facts, and its messages by day where the user is', async () => {
    const { ticketId, number } = await ticket('VPS *svarar* inte');
    const answer = await stage.program.page.call('ticket.markdown', { ticketId, messageId: null, timeZone });
    expect(answer.ok && answer.value.text.split('\n')).toEqual([
      '# VPS \\*svarar\\* inte',
      '',
      `- **Ticket:** #${number}`,
      '- **Status:** Answered',
      expect.stringMatching(/^- \*\*Department:\*\* ./),
      '- **Priority:** High',
      expect.stringMatching(/^- \*\*Created:\*\* Sunday,? 26 April 2026 23:30$/),
      '',
      expect.stringMatching(/^## Sunday,? 26 April 2026$/),
      '',
      '### 23:30 · Alva Berg · opened the ticket',
      '',
      'Servern svarar inte.\\',
      '\\# inte en rubrik',
      '',
      expect.stringMatching(/^## Monday,? 27 April 2026$/),
      '',
      '### 00:10 · Kim · HostUp',
      '',
      'Vi tittar på det. \\<script\\>',
      '',
      '### 08:00 · Kim · HostUp',
      '',
      '*Encrypted message, left out.*',
      '',
    ]);
  });

  it('is in Swedish for who reads Swedish, and never holds what was encrypted', async () => {
    const { ticketId } = await ticket('Nätet');
    await stage.program.page.call('settings.set', { language: 'sv' });
    const answer = await stage.program.page.call('ticket.markdown', {
      ticketId,
      messageId: null,
      timeZone: 'UTC',
    });
    const text = answer.ok ? answer.value.text : '';
    expect(text).toContain('- **Skapat:** Söndag 26 april 2026 21:30');
    expect(text).toContain('## Söndag 26 april 2026');
    expect(text).toContain('*Krypterat meddelande, utelämnat.*');
    expect(text).not.toContain('hemligt');
  });

  it('can be one message alone', async () => {
    const { ticketId, thread } = await ticket('Nätet');
    const messageId = thread.messages[1]?.id ?? '';
    expect(await stage.program.page.call('ticket.markdown', { ticketId, messageId, timeZone })).toEqual({
      ok: true,
      value: { text: '### 00:10 · Kim · HostUp\n\nVi tittar på det. \\<script\\>\n' },
    });
    const other = await stage.source('mysql-error.log');
    const mixed = { ticketId, messageId: other.messageId, timeZone };
    expect(await stage.program.page.call('ticket.markdown', mixed)).toMatchObject({ code: 'not_found' });
    const elsewhere = { ticketId, messageId: null, timeZone: 'Mars/Olympus' };
    expect(await stage.program.page.call('ticket.markdown', elsewhere)).toMatchObject({
      code: 'invalid_request',
    });
  });

  it('lists its attachments', async () => {
    const { ticketId } = await stage.source('mysql-error.log');
    const answer = await stage.program.page.call('ticket.markdown', { ticketId, messageId: null, timeZone });
    const text = answer.ok ? answer.value.text : '';
    expect(text).toContain('- Attachment: mysql-error.log (text/plain)');
    expect(text).toMatch(
      /## Attachments\n\n- mysql-error\.log \(text\/plain\) – \w+,? \d+ \w+ 20\d\d \d\d:\d\d · /,
    );
  });
});

describe('an export', () => {
  it('is saved where the user says, under the name of the ticket', async () => {
    const { ticketId, number } = await ticket('a/b: *c*');
    const answer = await stage.program.page.call('ticket.export', { ticketId, format: 'markdown', timeZone });
    expect(answer).toEqual({ ok: true, value: { id: expect.any(String) } });
    const name = `${number} a b_ _c_.md`;
    expect(stage.files()).toEqual([name]);
    expect(stage.read(name).toString()).toContain('# a/b: \\*c\\*');
    expect(await stage.list()).toMatchObject([
      { ticketId, attachmentId: null, state: 'done', filename: name, received: stage.read(name).length },
    ]);
  });

  it('is not made when the user says no, or where the page itself must print', async () => {
    const { ticketId } = await ticket('x');
    stage.disk.no = true;
    const no = await stage.program.page.call('ticket.export', { ticketId, format: 'markdown', timeZone });
    expect(no).toEqual({ ok: true, value: { id: null } });
    stage.disk.no = false;
    const pdf = await stage.program.page.call('ticket.export', { ticketId, format: 'pdf', timeZone });
    expect(pdf).toMatchObject({ ok: false, code: 'refused' });
    expect([stage.files(), await stage.list()]).toEqual([[], []]);
  });

  it('says so where HostUp has said more than is here', async () => {
    const { ticketId } = await ticket('Nätet');
    const text = async () => {
      const answer = await stage.program.page.call('ticket.markdown', {
        ticketId,
        messageId: null,
        timeZone,
      });
      return answer.ok ? answer.value.text : '';
    };
    const notWhole = '*The whole conversation had not been fetched when this was made.*';
    expect(await text()).not.toContain(notWhole);
    stage.server.faults.add({
      kind: 'drop-before',
      path: `/tickets/${ticketId}`,
      times: Number.POSITIVE_INFINITY,
    });
    stage.world.api.staffReply(ticketId, 'Nytt');
    await stage.program.page.call('sync.now', {});
    await stage.until('the note', async () => (await text()).includes(notWhole));
    const part = await stage.program.page.call('print.part', { ticketId, before: null });
    expect(part).toMatchObject({ value: { whole: false, total: 3 } });
  });
});
