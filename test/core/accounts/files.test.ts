// Files of several accounts: each is fetched with its own account's key, and goes with it.
import { readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { Source } from '../../../electron/core/downloads/entry.ts';
import { until } from '../downloads/until.ts';
import { ask, createAgency, idsOf, offline, rowsOf, sessionOf } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Two accounts whose tickets are alike to the last id, and the attachment that both have. */
async function twoWithFiles() {
  const agency = createAgency(['key-a', 'key-b'], { tickets: undefined });
  ends.push(agency.remove);
  const program = await agency.opened();
  ends.push(() => program.app.stop());
  await agency.clock.advance(60_000);
  const [a = '', b = ''] = await idsOf(program);
  const sources: Source[] = [];
  for (const { id: ticketId } of await rowsOf(program)) {
    const { messages } = await ask(program, 'thread.get', { ticketId, limit: 100 });
    for (const { id: messageId, attachments } of messages) {
      const file = attachments.find(({ filename }) => filename === 'mysql-error.log');
      if (file) sources.push({ ticketId, messageId, attachmentId: file.id });
    }
  }
  const of = (account: string) =>
    sources.find(({ ticketId }) => ticketId.startsWith(`${account}/`)) ?? expect.fail('no such attachment');
  const finish = () =>
    until(agency.clock, 'every download to be done', async () =>
      (await ask(program, 'downloads.list', {})).every(({ state }) => state === 'done'),
    );
  return { agency, program, a, b, of, finish };
}

const fetched = (asked: readonly { readonly key: string; readonly path: string }[]) =>
  asked.filter(({ path }) => path.includes('/attachments/')).map(({ key }) => key);

it('fetches an attachment with the key of its account, and tells of it by its scoped ticket', async () => {
  const { agency, program, b, of, finish } = await twoWithFiles();
  const source = of(b);
  const { id } = await ask(program, 'attachment.save', source);
  await finish();
  expect(fetched(agency.asked)).toEqual(['key-b']);
  expect(await ask(program, 'downloads.list', {})).toMatchObject([{ ...source, id, state: 'done' }]);
  await ask(program, 'downloads.dismiss', { id: id ?? '' });
  expect(await ask(program, 'downloads.list', {})).toEqual([]);
});

it('knows an attachment in its own account only, and lists the downloads of all', async () => {
  const { agency, program, a, b, of, finish } = await twoWithFiles();
  const mixed = { ...of(b), ticketId: `${a}/no-such` };
  expect(await program.page.call('attachment.save', mixed)).toMatchObject({ code: 'not_found' });
  await ask(program, 'attachment.save', of(a));
  await ask(program, 'attachment.save', of(b));
  await finish();
  expect(fetched(agency.asked).sort()).toEqual(['key-a', 'key-b']);
  const list = await ask(program, 'downloads.list', {});
  expect(list.map(({ ticketId }) => ticketId).sort()).toEqual([of(a).ticketId, of(b).ticketId].sort());
  await ask(program, 'account.signOut', { accountId: b });
  expect(await ask(program, 'downloads.list', {})).toMatchObject([{ ticketId: of(a).ticketId }]);
  expect(await program.page.call('attachment.save', of(b))).toMatchObject({ ok: false });
});

it('takes unfinished files along when an account is signed out, also one that could not be opened', async () => {
  const { agency, program, a, b, of } = await twoWithFiles();
  const unfinished = () => readdirSync(agency.folder).filter((name) => name.endsWith('.part'));
  const states = async () => (await ask(program, 'downloads.list', {})).map(({ state }) => state);
  for (const key of ['key-a', 'key-b']) agency.trouble.set(key, offline);
  await ask(program, 'attachment.save', of(a));
  await ask(program, 'attachment.save', of(b));
  await until(agency.clock, 'both to break off', async () =>
    (await states()).every((state) => state === 'broken'),
  );
  await program.app.stop();
  await agency.keychain.remove(`api-key:${b}`);
  const later = await agency.start();
  ends.push(() => later.app.stop());
  expect((await sessionOf(later)).accounts[1]).toMatchObject({ state: 'keychain-locked' });
  expect(unfinished()).toHaveLength(2);
  await ask(later, 'account.signOut', { accountId: b });
  expect(unfinished()).toHaveLength(1);
  await until(agency.clock, 'the other one', async () => {
    const [left, second] = await ask(later, 'downloads.list', {});
    return second === undefined && left?.ticketId === of(a).ticketId;
  });
});

it('exports and copies the ticket of the account that is named', async () => {
  const { program, a, of } = await twoWithFiles();
  const { ticketId } = of(a);
  const timeZone = 'Europe/Stockholm';
  const { text } = await ask(program, 'ticket.markdown', { ticketId, messageId: null, timeZone });
  expect(text).toContain('mysql-error.log');
  await ask(program, 'ticket.export', { ticketId, format: 'markdown', timeZone });
  expect(await ask(program, 'downloads.list', {})).toMatchObject([{ ticketId, attachmentId: null }]);
});

it('names the account in documents while there are several', async () => {
  const { program, a, b, of } = await twoWithFiles();
  const named = async (account: string) => {
    const { ticketId } = of(account);
    const { text } = await ask(program, 'ticket.markdown', { ticketId, messageId: null, timeZone: 'UTC' });
    const { account: printed } = await ask(program, 'print.part', { ticketId, before: null });
    return [/\*\*Account:\*\* (.+)/.exec(text)?.[1] ?? null, printed];
  };
  // the first one was given no name, and is told by its place
  expect([await named(a), await named(b)]).toEqual([
    ['1', '1'],
    ['Kund 2', 'Kund 2'],
  ]);
  await ask(program, 'account.signOut', { accountId: a });
  expect(await named(b)).toEqual([null, null]);
});
