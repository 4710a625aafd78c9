// An answer of staff's that comes while a reply is written: told before Send, also where the page was loaded anew.
import { describe, expect, it } from 'vitest';
import { createParts, settle } from './parts.ts';

async function open() {
  const parts = createParts();
  parts.thread.open('tkt_vps');
  await settle();
  return { ...parts, composer: parts.composers.of('tkt_vps') };
}

describe('an answer that comes while writing', () => {
  it('is told about until it is looked at', async () => {
    const { composer, program } = await open();
    composer.type('I think');
    expect(composer.overtaken.value).toBe(false);
    program.arrive('tkt_vps', 'Found it.');
    await settle();
    expect(composer.overtaken.value).toBe(true);
    composer.seeArrived();
    expect(composer.overtaken.value).toBe(false);
  });

  /** The page anew, after what was typed had been kept; then an answer is fetched that was sent so long after that. */
  async function afterReload(sentAfter: number, seenUpTo?: null) {
    const first = await open();
    first.composer.type('I think');
    await first.composers.flush();
    const kept = first.program.world.drafts.get('tkt_vps') ?? expect.fail('no draft was kept');
    const draft = seenUpTo === null ? { ...kept, seenUpTo } : kept;
    const again = createParts();
    again.program.world.drafts.set('tkt_vps', draft);
    again.program.arrive('tkt_vps', 'Found it.', { sentAt: draft.savedAt + sentAfter });
    again.thread.open('tkt_vps');
    await settle();
    return { ...again, composer: again.composers.of('tkt_vps') };
  }

  it.each([
    ['sent after the draft was kept', 1],
    ['sent before that, and fetched after it', -60_000],
  ])('is told about after a reload too: %s', async (_, sentAfter) => {
    const { composer } = await afterReload(sentAfter);
    expect([composer.text.value, composer.overtaken.value]).toEqual(['I think', true]);
  });

  it('is told by its time where the draft is of a version that kept nothing else', async () => {
    expect((await afterReload(1, null)).composer.overtaken.value).toBe(true);
    expect((await afterReload(0, null)).composer.overtaken.value).toBe(false);
  });

  it('is not told about again once it was looked at, also after a reload', async () => {
    const { composer, clock, program, thread } = await afterReload(1);
    composer.seeArrived();
    expect(composer.overtaken.value).toBe(false);
    await clock.advance(300);
    const newest = thread.value.value?.messages.at(-1)?.id;
    expect(newest).toEqual(expect.any(String));
    expect(program.world.drafts.get('tkt_vps')).toMatchObject({ text: 'I think', seenUpTo: newest });
  });

  it('is not told about when nothing is being written', async () => {
    const { composer, program } = await open();
    program.arrive('tkt_vps', 'Found it.');
    await settle();
    expect(composer.overtaken.value).toBe(false);
    composer.type('Thanks');
    expect(composer.overtaken.value).toBe(false);
  });
});
