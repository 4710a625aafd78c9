import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../renderer/stores/accounts.ts';
import { createCounts } from '../../../renderer/stores/counts.ts';
import { createNewTicket } from '../../../renderer/stores/new-ticket.ts';
import { createSession } from '../../../renderer/stores/session.ts';
import { scenarios } from '../../fakes/program-scenarios.ts';
import { createParts, refusal, settle, start } from './parts.ts';

async function open(scenario = 'accounts') {
  const parts = createParts();
  scenarios[scenario]?.(parts.program.world, start);
  const session = createSession(parts.page, parts.changes);
  const gone: (readonly [string, number])[] = [];
  const accounts = createAccounts(parts.page, parts.changes, session, (...left) => gone.push(left));
  await settle();
  return { ...parts, session, accounts, gone };
}

describe('the accounts', () => {
  it('are several from two on, and one alone is asked nothing of', async () => {
    const one = await open('normal');
    expect(one.accounts.list.value).toHaveLength(1);
    expect(one.accounts.several.value).toBe(false);
    expect(one.calls('connection.get')).toEqual([]);
    const three = await open();
    expect(three.accounts.several.value).toBe(true);
    expect(three.accounts.connections.value.get('studio')?.state).toBe('signed-out');
    expect(three.accounts.connections.value.get('bageriet')?.state).toBe('up-to-date');
  });

  it('are narrowed to one that is there, and to all again once it has gone', async () => {
    const { accounts } = await open();
    accounts.choose('nobody');
    expect(accounts.chosen.value).toBeNull();
    accounts.choose('akeriet');
    expect(accounts.chosen.value).toBe('akeriet');
    expect(await accounts.signOut('akeriet')).toBeNull();
    expect(accounts.chosen.value).toBeNull();
  });

  it('tell of one that has gone, but not while none of them is known', async () => {
    const { accounts, gone, program } = await open();
    await accounts.signOut('studio');
    expect(gone).toEqual([['studio', 2]]);
    const before = program.world.session;
    program.world.session = { ...before, state: 'starting', accounts: [] };
    program.changed('session');
    await settle();
    program.world.session = before;
    program.changed('session');
    await settle();
    expect(gone).toHaveLength(1);
  });

  it('answer why a change was refused, and keep what was', async () => {
    const { accounts, program } = await open();
    program.world.refuse.set('account.change', refusal('store_full'));
    expect((await accounts.change('studio', { name: 'Norr' }))?.code).toBe('store_full');
    expect(accounts.of('studio')?.name).toBe('Studio Nord');
    program.world.refuse.clear();
    expect(await accounts.change('studio', { name: 'Norr', colour: 'rose' })).toBeNull();
    expect(accounts.of('studio')).toMatchObject({ name: 'Norr', colour: 'rose' });
    expect((await accounts.add('hu_live_used', 'Igen'))?.code).toBe('key_in_use');
  });
});

it('counts of the list follow the account that it is narrowed to', async () => {
  const parts = createParts();
  scenarios.accounts?.(parts.program.world, start);
  const account = signal<string | null>(null);
  const counts = createCounts(parts.page, parts.changes, account);
  await settle();
  const all = counts.value.value?.needsYou;
  account.value = 'akeriet';
  expect(counts.shown.value).toBeNull();
  await settle();
  expect(counts.shown.value?.needsYou).toBe(1);
  expect(counts.value.value?.needsYou).toBe(all);
});

describe('composers of an account that has gone', () => {
  it('are forgotten with what waited to be saved, and others are not', async () => {
    const { composers, program, clock } = await open();
    composers.of('akeriet/tkt_150210').type('for the haulier');
    composers.of('bageriet/tkt_150210').type('for the baker');
    composers.forget((id) => id.startsWith('akeriet/'));
    await clock.advance(5_000);
    expect([...program.world.drafts.keys()].filter((id) => id.endsWith('150210'))).toEqual([
      'bageriet/tkt_150210',
    ]);
    expect(composers.of('akeriet/tkt_150210').text.value).toBe('');
    expect(composers.of('bageriet/tkt_150210').text.value).toBe('for the baker');
  });
});

describe('a new ticket among several accounts', () => {
  async function fill() {
    const parts = await open();
    parts.program.world.delivery = 'sent';
    const ids = signal<readonly string[]>(['bageriet', 'akeriet', 'studio']);
    const create = () => createNewTicket(parts.page, parts.changes, parts.newId, parts.later, ids);
    const store = create();
    await settle();
    store.start(null);
    await settle();
    store.set('departmentSlug', 'vps');
    store.set('subject', 'Ny server');
    store.set('message', 'Hej!');
    const drafts = () => [...parts.program.world.drafts.keys()].filter((id) => id.endsWith('/new'));
    return { ...parts, ids, create, store, drafts };
  }

  it('asks which, and guesses none', async () => {
    const { store, calls } = await fill();
    expect(store.account.value).toBeNull();
    expect(await store.send()).toEqual({ done: 'no' });
    expect(store.fieldProblems.value.get('account')).toBe('required');
    expect(calls('ticket.create')).toEqual([]);
    await store.chooseAccount('akeriet');
    expect((await store.send()).done).toBe('created');
    expect(calls('ticket.create')[0]?.input).toMatchObject({ account: 'akeriet' });
    expect(store.account.value).toBeNull();
  });

  it('begins with the one that the list is narrowed to, but only while nothing is typed', async () => {
    const { store, create } = await fill();
    store.start('studio');
    expect(store.account.value).toBeNull();
    const other = create();
    other.start('studio');
    expect(other.account.value).toBe('studio');
    expect(other.touched.value).toBe(false);
  });

  it('keeps what was typed when it is for another, and its draft moves along', async () => {
    const { store, clock, drafts, create } = await fill();
    await clock.advance(250);
    expect(drafts()).toEqual(['bageriet/new']);
    for (const account of ['studio', 'akeriet']) {
      await store.chooseAccount(account);
      await clock.advance(250);
      expect(drafts()).toEqual([`${account}/new`]);
      expect(store.form.value).toMatchObject({
        subject: 'Ny server',
        message: 'Hej!',
        departmentSlug: 'vps',
      });
    }
    const again = create();
    await settle();
    expect(again.account.value).toBe('akeriet');
    expect(again.form.value.message).toBe('Hej!');
  });

  it('is never without a draft while it moves', async () => {
    const { store, clock, program, drafts } = await fill();
    await clock.advance(250);
    program.world.refuse.set('draft.save', refusal('store_full'));
    await store.chooseAccount('studio');
    await clock.advance(250);
    expect(drafts()).toEqual(['bageriet/new']);
    expect(store.saveState.value).toBe('failed');
    program.world.refuse.clear();
    await clock.advance(3_000);
    expect(drafts()).toEqual(['studio/new']);
  });

  it('leaves another one that is kept there alone', async () => {
    const { store, clock, program } = await fill();
    const theirs = JSON.stringify({ id: 'theirs', form: { ...store.form.value, message: 'Ett annat' } });
    program.world.drafts.set('studio/new', {
      text: theirs,
      encrypted: false,
      savedAt: start,
      seenUpTo: null,
    });
    await clock.advance(250);
    await store.chooseAccount('studio');
    await clock.advance(250);
    expect(program.world.drafts.get('studio/new')?.text).toBe(theirs);
    expect(program.world.drafts.get('bageriet/new')?.text).toContain('Hej!');
  });

  it('chooses a department again that the account does not have', async () => {
    const { store, program } = await fill();
    program.world.departments = {
      ...program.world.departments,
      departments: [{ slug: 'billing', name: 'Fakturering', description: null }],
    };
    await store.chooseAccount('akeriet');
    expect(store.form.value).toMatchObject({ departmentSlug: '', message: 'Hej!' });
  });

  it('takes no service of one account along to another, and keeps one until an account is chosen', async () => {
    const { store } = await fill();
    store.set('serviceType', 'vps');
    store.set('serviceId', 'svc_1');
    await store.chooseAccount('akeriet');
    expect(store.form.value).toMatchObject({ serviceType: 'vps', serviceId: 'svc_1' });
    await store.chooseAccount('studio');
    expect(store.form.value).toMatchObject({ serviceType: '', serviceId: '', message: 'Hej!' });
  });

  it('is forgotten with its account, and stays when another goes', async () => {
    const { store, drafts, clock } = await fill();
    await store.chooseAccount('akeriet');
    store.forget('studio');
    expect(store.form.value.message).toBe('Hej!');
    store.forget('akeriet');
    expect(store.form.value.message).toBe('');
    await clock.advance(5_000);
    expect(drafts()).toEqual([]);
  });
});
