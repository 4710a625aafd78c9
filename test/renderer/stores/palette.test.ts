import { describe, expect, it } from 'vitest';
import { createPalette } from '../../../renderer/stores/palette.ts';
import { manyTickets } from '../../fakes/program-tickets.ts';
import { createParts, refusal, settle, start } from './parts.ts';

async function open() {
  const parts = createParts();
  parts.program.world.tickets = manyTickets(start, 10_000);
  const palette = createPalette(parts.page, parts.later);
  palette.start();
  await settle();
  const asked = () => parts.calls('tickets.list').map(({ input }) => input);
  return { ...parts, palette, asked };
}

describe('the palette', () => {
  it('begins with the few tickets that something happened to last', async () => {
    const { palette, asked } = await open();
    expect(asked()).toEqual([{ view: 'all', sort: 'activity', offset: 0, limit: 8 }]);
    expect(palette.found.value).toMatchObject({ typed: '' });
    expect(palette.found.value?.rows).toHaveLength(8);
  });

  it('asks once, a moment after the last letter, for twenty at most', async () => {
    const { palette, asked, clock } = await open();
    for (const text of ['n', 'nu', 'number 7']) palette.type(text);
    await clock.advance(200);
    await settle();
    expect(asked().slice(1)).toEqual([{ view: 'all', query: 'number 7', offset: 0, limit: 20 }]);
    expect(palette.found.value).toMatchObject({ typed: 'number 7' });
    expect(palette.found.value?.rows).toHaveLength(20);
  });

  it('asks for a number without what stands before it', async () => {
    const { palette, asked, clock } = await open();
    palette.type(' #195000 ');
    await clock.advance(200);
    await settle();
    expect(asked().at(-1)).toMatchObject({ query: '195000' });
    expect(palette.found.value?.rows.map(({ number }) => number)).toEqual(['195000']);
  });

  it('never shows the answer of an older question', async () => {
    const { palette, clock, program } = await open();
    program.world.delay.set('tickets.list', 20);
    palette.type('number 7');
    await clock.advance(200);
    program.world.delay.clear();
    palette.type('');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(palette.found.value).toMatchObject({ typed: '' });
  });

  it('says what went wrong, and forgets it with the next answer', async () => {
    const { palette, clock, program } = await open();
    program.world.refuse.set('tickets.list', refusal('store_broken'));
    palette.type('seven');
    await clock.advance(200);
    await settle();
    expect(palette.problem.value?.code).toBe('store_broken');
    expect(palette.found.value).toBeNull();
    program.world.refuse.clear();
    palette.type('number');
    await clock.advance(200);
    await settle();
    expect(palette.problem.value).toBeNull();
  });
});
