// What the composer says of its draft where there is nothing left to save.
import { describe, expect, it } from 'vitest';
import { makeOutgoing } from '../../fakes/program-fixtures.ts';
import { createParts, settle } from './parts.ts';

async function open() {
  const parts = createParts();
  parts.thread.open('tkt_vps');
  await settle();
  return { ...parts, composer: parts.composers.of('tkt_vps') };
}

describe('a draft', () => {
  it('that was a reply on its way is saved as soon as it is taken back', async () => {
    const { composer, clock, page, program } = await open();
    program.world.outgoing.push(makeOutgoing(0, { id: 'reply-1', ticketId: 'tkt_vps', text: 'not yet' }));
    await composer.takeBack(async () => {
      const answer = await page.call('outbox.edit', { id: 'reply-1' });
      return answer.ok ? answer.value : null;
    });
    await clock.advance(300);
    expect(composer.text.value).toBe('not yet');
    expect(program.world.drafts.get('tkt_vps')?.text).toBe('not yet');
    expect(composer.saveState.value).toBe('saved');
  });

  it('that was changed and changed back is saved', async () => {
    const { composer, clock } = await open();
    composer.type('hej');
    await clock.advance(300);
    composer.type('hej!');
    composer.type('hej');
    await clock.advance(300);
    expect(composer.saveState.value).toBe('saved');
  });

  it('that was begun and taken out again is none', async () => {
    const { composer, clock } = await open();
    composer.type('h');
    composer.type('');
    await clock.advance(300);
    expect(composer.saveState.value).toBe('none');
  });
});
