// The promises of the composer: nothing typed is lost, nothing is sent twice, the mark is never dropped.
import { describe, expect, it } from 'vitest';
import { makeOutgoing } from '../../fakes/program-fixtures.ts';
import { createParts, refusal, settle } from './parts.ts';

async function open() {
  const parts = createParts();
  parts.thread.open('tkt_vps');
  await settle();
  return { ...parts, composer: parts.composers.of('tkt_vps') };
}

describe('a draft', () => {
  it('is saved within 300 ms of a keystroke, also while the typing goes on', async () => {
    const { composer, clock, program } = await open();
    for (let index = 1; index <= 10; index += 1) {
      composer.type('x'.repeat(index));
      await clock.advance(100);
      const saved = program.world.drafts.get('tkt_vps')?.text.length ?? 0;
      expect(index - saved).toBeLessThanOrEqual(3);
    }
    await clock.advance(300);
    expect(program.world.drafts.get('tkt_vps')?.text).toHaveLength(10);
    expect(composer.saveState.value).toBe('saved');
  });

  it('is saved at once when asked to', async () => {
    const { composer, composers, program } = await open();
    composer.type('hej');
    await composers.flush();
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('hej');
  });

  it('says when it could not be saved, keeps the text, and tries again', async () => {
    const { composer, clock, program } = await open();
    program.world.refuse.set('draft.save', refusal('store_full'));
    composer.type('precious');
    await clock.advance(300);
    expect(composer.saveState.value).toBe('failed');
    expect(composer.text.value).toBe('precious');
    program.world.refuse.clear();
    await clock.advance(3_100);
    expect(composer.saveState.value).toBe('saved');
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('precious');
  });

  it('is kept also where it is too long to be sent, and can be sent once it is shorter', async () => {
    const { composer, clock, program } = await open();
    const long = 'x'.repeat(400_000);
    composer.type(long);
    await clock.advance(300);
    expect(program.world.drafts.get('tkt_vps')?.text).toBe(long);
    expect(composer.saveState.value).toBe('saved');
    expect(composer.tooLongToKeep.value).toBe(false);
    composer.type('short now');
    expect(await composer.send(false)).toBe(true);
    expect(program.world.outgoing.map(({ text }) => text)).toContain('short now');
  });

  it('says where it is too long to be kept, keeps what was, and saves again once it is shorter', async () => {
    const { composer, clock, program } = await open();
    composer.type('kept');
    await clock.advance(300);
    composer.type('x'.repeat(400_001));
    await clock.advance(300);
    expect(composer.tooLongToKeep.value).toBe(true);
    expect(composer.saveState.value).toBe('failed');
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('kept');
    composer.type('x'.repeat(400_000));
    await clock.advance(300);
    expect(composer.saveState.value).toBe('saved');
    expect(program.world.drafts.get('tkt_vps')?.text).toHaveLength(400_000);
  });

  it('does not end up in another ticket', async () => {
    const { composers, thread, clock, program } = await open();
    composers.of('tkt_vps').type('for the server');
    thread.open('tkt_mail');
    await settle();
    composers.of('tkt_mail').type('for the mail');
    await clock.advance(300);
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('for the server');
    expect(program.world.drafts.get('tkt_mail')?.text).toBe('for the mail');
  });

  it('is taken over from the program when a ticket is opened, with its mark', async () => {
    const { thread, composers, program } = await open();
    program.world.drafts.set('tkt_mail', { text: 'hemligt', encrypted: true, savedAt: 1, seenUpTo: null });
    thread.open('tkt_mail');
    await settle();
    expect(composers.of('tkt_mail').text.value).toBe('hemligt');
    expect(composers.of('tkt_mail').encrypted.value).toBe(true);
  });

  it('follows what another window writes, but never under the hands of who writes here', async () => {
    const { composer, program } = await open();
    program.world.drafts.set('tkt_vps', {
      text: 'from the small window',
      encrypted: false,
      savedAt: 1,
      seenUpTo: null,
    });
    program.changed('ticket:tkt_vps');
    await settle();
    expect(composer.text.value).toBe('from the small window');
    composer.type('from here');
    program.world.drafts.set('tkt_vps', { text: 'late', encrypted: false, savedAt: 2, seenUpTo: null });
    program.changed('ticket:tkt_vps');
    await settle();
    expect(composer.text.value).toBe('from here');
  });

  it('is not brought back by an answer that was asked for before it was sent', async () => {
    const { composer, clock, program } = await open();
    composer.type('once');
    await clock.advance(300);
    program.world.delay.set('thread.get', 20);
    program.changed('ticket:tkt_vps');
    await composer.send(false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(composer.text.value).toBe('');
  });
});

describe('sending', () => {
  it('empties the composer only after the program said that the reply is durable', async () => {
    const { composer, program } = await open();
    composer.type('hello');
    program.world.delay.set('reply.send', 10);
    const sending = composer.send(false);
    expect(composer.text.value).toBe('hello');
    expect(await sending).toBe(true);
    expect(composer.text.value).toBe('');
    expect(program.world.outgoing).toHaveLength(1);
  });

  it('sends once, however often it is pressed', async () => {
    const { composer, calls, program } = await open();
    composer.type('hello');
    await Promise.all([composer.send(false), composer.send(false), composer.send(false)]);
    expect(calls('reply.send')).toHaveLength(1);
    expect(program.world.outgoing).toHaveLength(1);
  });

  it('leaves no draft behind', async () => {
    const { composer, clock, program } = await open();
    composer.type('hello');
    composer.setEncrypted(true);
    await composer.send(false);
    await clock.advance(5_000);
    expect(program.world.drafts.has('tkt_vps')).toBe(false);
    expect(composer.encrypted.value).toBe(false);
  });

  it('keeps the text and the mark when it is refused, and tries the same reply again', async () => {
    const { composer, calls, program } = await open();
    composer.type('secret thing');
    composer.setEncrypted(true);
    program.world.refuse.set('reply.send', refusal('store_full'));
    expect(await composer.send(false)).toBe(false);
    expect(composer.text.value).toBe('secret thing');
    expect(composer.problem.value?.code).toBe('store_full');
    program.world.refuse.clear();
    expect(await composer.send(false)).toBe(true);
    const inputs = calls('reply.send').map(({ input }) => input as { id: string; encrypted: boolean });
    expect(inputs.map(({ encrypted }) => encrypted)).toEqual([true, true]);
    expect(inputs[0]?.id).toBe(inputs[1]?.id);
  });

  it('uses another id for another reply', async () => {
    const { composer, program } = await open();
    for (const text of ['ok', 'ok']) {
      composer.type(text);
      await composer.send(false);
    }
    expect(new Set(program.world.outgoing.map(({ id }) => id)).size).toBe(2);
  });

  it('sends neither blanks nor what is too long', async () => {
    const { composer, calls } = await open();
    composer.type(' \n ');
    expect(await composer.send(false)).toBe(false);
    composer.type('x'.repeat(100_001));
    expect(composer.tooLong.value).toBe(true);
    expect(await composer.send(false)).toBe(false);
    expect(calls('reply.send')).toHaveLength(0);
  });
});

describe('a hand-over whose answer was lost', () => {
  /** The program stores the reply, and its answer never comes. */
  async function loseAnswer() {
    const parts = await open();
    const { composer, program } = parts;
    composer.type('did it arrive?');
    program.world.delay.set('reply.send', 10);
    const sending = composer.send(false);
    await settle();
    return { ...parts, sending };
  }

  it('is seen in the outbox, and the composer is emptied', async () => {
    const { composer, program, sending, newId } = await loseAnswer();
    program.link.value = false;
    expect(await sending).toBe(false);
    expect(composer.text.value).toBe('did it arrive?');
    newId();
    program.world.outgoing.push(
      makeOutgoing(0, { id: 'reply-1', ticketId: 'tkt_vps', text: 'did it arrive?' }),
    );
    program.link.value = true;
    await settle();
    expect(composer.text.value).toBe('');
  });

  it('is sent again with the same id when it never arrived', async () => {
    const { composer, program, sending, calls } = await loseAnswer();
    program.link.value = false;
    await sending;
    program.link.value = true;
    await settle();
    expect(composer.text.value).toBe('did it arrive?');
    expect(await composer.send(false)).toBe(true);
    expect(new Set(calls('reply.send').map(({ input }) => (input as { id: string }).id)).size).toBe(1);
    expect(program.world.outgoing).toHaveLength(1);
  });

  it.each([false, true])(
    'and was changed since goes once where it never arrived (encrypted: %s)',
    async (encrypted) => {
      const { composer, program } = await open();
      composer.type('first version');
      composer.setEncrypted(encrypted);
      program.world.refuse.set('reply.send', refusal('disconnected'));
      expect(await composer.send(false)).toBe(false);
      program.world.refuse.clear();
      composer.type('second version');
      expect(await composer.send(false)).toBe(true);
      expect(composer.text.value).toBe('');
      await composer.send(false);
      expect(program.world.outgoing).toHaveLength(1);
    },
  );

  it.each([false, true])(
    'and was changed since stays where the first version arrived (encrypted: %s)',
    async (encrypted) => {
      const { composer, program } = await open();
      composer.type('first version');
      composer.setEncrypted(encrypted);
      program.world.refuse.set('reply.send', refusal('disconnected'));
      await composer.send(false);
      program.world.refuse.clear();
      const text = encrypted ? null : 'first version';
      program.world.outgoing.push(makeOutgoing(0, { id: 'reply-1', ticketId: 'tkt_vps', text, encrypted }));
      composer.type('second version');
      expect(await composer.send(false)).toBe(false);
      expect(composer.text.value).toBe('second version');
      expect(await composer.send(false)).toBe(true);
      expect(program.world.outgoing.map(({ id }) => id)).toEqual(['reply-1', 'reply-2']);
    },
  );

  it('leaves a text that was changed since as a reply of its own', async () => {
    const { composer, program, sending } = await loseAnswer();
    program.link.value = false;
    await sending;
    composer.type('did it arrive? One more thing');
    program.world.outgoing.push(
      makeOutgoing(0, { id: 'reply-1', ticketId: 'tkt_vps', text: 'did it arrive?' }),
    );
    program.link.value = true;
    await settle();
    expect(composer.text.value).toBe('did it arrive? One more thing');
    expect(await composer.send(false)).toBe(true);
    expect(program.world.outgoing.map(({ id }) => id)).toEqual(['reply-1', 'reply-2']);
  });
});

describe('a reply taken back', () => {
  it('stands before what has been typed since, and keeps the stronger mark', async () => {
    const { composer, clock, program } = await open();
    composer.type('typed since');
    await composer.takeBack(async () => ({
      text: 'taken back',
      encrypted: true,
      savedAt: 1,
      seenUpTo: null,
    }));
    expect(composer.text.value).toBe('taken back\n\ntyped since');
    expect(composer.encrypted.value).toBe(true);
    await clock.advance(300);
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('taken back\n\ntyped since');
  });
});
