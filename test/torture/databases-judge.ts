// What must hold after a start on broken files: the program works or says why not, the cache is what HostUp has, and
// of the outbox nothing is gone that could be read, nothing without a word, and nothing goes out twice.
import { existsSync } from 'node:fs';
import type { Session } from '../../electron/contract/model.ts';
import type { Damage } from './databases-damage.ts';
import { asides, bytesOf, integrity, readable, rowsNow, sameAs } from './databases-rows.ts';
import type { Kept, Stage } from './databases-stage.ts';

type Before = {
  readonly outbox: Buffer | null;
  readonly cache: Buffer | null;
  readonly hadWal: boolean;
  readonly readable: readonly Kept[];
  /** texts of the replies that HostUp has */
  readonly applied: readonly string[];
};

export type Verdict = { readonly wrong: string | null; readonly outcome: string };

export async function judge(stage: Stage, damage: Damage): Promise<Verdict> {
  const before: Before = {
    outbox: bytesOf(stage.outbox),
    cache: bytesOf(stage.cache),
    hadWal: (bytesOf(`${stage.outbox}-wal`)?.length ?? 0) > 0,
    readable: readable(stage.outbox, stage.kept),
    applied: appliedNow(stage),
  };
  await stage.start();
  const session = await sessionOf(stage);
  if (session.state !== 'signed-in')
    return { wrong: await judgeRefusal(stage, session, damage, before), outcome: `${session.problem?.code}` };
  if (damage.refused === 'store_broken') return { wrong: 'opened with another key', outcome: 'opened' };
  const mended = session.warnings.some(({ code }) => code === 'store_broken');
  const wrong =
    judgeRows(stage, before, mended) ?? (await judgeUse(stage, before, mended)) ?? (await judgeNext(stage));
  return { wrong, outcome: mended ? 'mended' : 'sound' };
}

async function sessionOf({ page }: Stage): Promise<Session> {
  const answer = await page().call('session.get', {});
  if (!answer.ok) throw new Error(`session.get answered ${answer.code}`);
  return answer.value;
}

async function judgeRefusal(
  stage: Stage,
  { state, problem }: Session,
  damage: Damage,
  before: Before,
): Promise<string | null> {
  const code = problem?.code;
  if (code !== 'store_broken' && code !== 'store_newer') return `${state} because of ${code}`;
  if (code === 'store_newer' && damage.refused !== 'store_newer') return 'no version is newer';
  if (code === 'store_broken' && !damage.refused && before.readable.length > 0)
    return `refused, though ${before.readable.length} rows can be read`;
  await stage.world.clock.advance(60_000);
  if (appliedNow(stage).length !== before.applied.length) return 'something was sent';
  const kept = asides(stage, 'outbox')[0] ?? bytesOf(stage.outbox);
  if (!before.hadWal && !same(kept, before.outbox)) return 'the refused outbox was not kept';
  if (
    !before.hadWal &&
    damage.refused &&
    asides(stage, 'outbox').length === 0 &&
    asides(stage, 'cache').length > 0
  )
    return 'the cache was replaced although nothing was opened';
  return null;
}

const appliedNow = ({ world }: Stage): string[] => world.api.applied().map(({ message }) => message);
const same = (a: Buffer | null, b: Buffer | null): boolean => (a && b ? a.equals(b) : a === b);

/** At once after the start. */
function judgeRows(stage: Stage, before: Before, mended: boolean): string | null {
  const rows = rowsNow(stage.outbox);
  const lost = stage.kept.filter(
    (kept) => !rows.some((row) => sameAs(kept)(row) || (row.key === kept.key && row.state === 'sent')),
  );
  const unsaved = before.readable.find((kept) => lost.includes(kept));
  if (unsaved) return `${unsaved.from} "${unsaved.text.slice(0, 12)}" could be read and is not there`;
  if (lost.length > 0 && !mended) return `${lost.length} rows gone without a word`;
  const [aside] = asides(stage, 'outbox');
  if (lost.length > 0 && !aside) return `${lost.length} rows gone, and no file kept`;
  if (aside && !mended) return 'the outbox was replaced without a word';
  if (aside && !before.hadWal && !same(aside, before.outbox)) return 'the file kept is not the one there was';
  if (asides(stage, 'cache').length > 0 && !mended) return 'the cache was replaced without a word';
  return null;
}

/** The program is used; damage that is met only now is mended by the next start. */
async function judgeUse(stage: Stage, before: Before, mended: boolean): Promise<string | null> {
  await stage.world.clock.advance(30_000);
  const first = await useAll(stage);
  if (first.wrong) return first.wrong;
  if (first.hurt) {
    await stage.stop();
    await stage.start();
    const { state, problem, warnings } = await sessionOf(stage);
    if (state !== 'signed-in') return `could not be mended: ${problem?.code}`;
    if (warnings.length === 0) return 'damage was met, and the next start says nothing';
    await stage.world.clock.advance(60_000);
    const second = await useAll(stage);
    if (second.hurt || second.wrong) return second.wrong ?? 'still damaged after it was mended';
  }
  return (await judgeReplies(stage, before, mended || first.hurt)) ?? writeOne(stage);
}

/** Asks for everything that a person could look at. `hurt`: the damage was met and said. */
async function useAll({ world, page }: Stage): Promise<{ hurt: boolean; wrong: string | null }> {
  let hurt = false;
  const heard = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T | null => {
    if (answer.ok) return answer.value;
    if (answer.code !== 'store_broken') throw new Error(`answered ${answer.code}`);
    hurt = true;
    return null;
  };
  const everything = { view: 'all', offset: 0, limit: 200 } as const;
  const listed = heard(await page().call('tickets.list', everything));
  heard(await page().call('tickets.list', { ...everything, query: 'svar' }));
  heard(await page().call('tickets.counts', {}));
  const atHostUp = world.api.tickets();
  let wrong: string | null = null;
  for (const { id, messages } of atHostUp) {
    heard(await page().call('thread.open', { ticketId: id }));
    const got = await page().call('thread.get', { ticketId: id, limit: 500 });
    // a damaged cache may not have taken it in
    const thread = !got.ok && got.code === 'not_found' ? null : heard(got);
    const shown = thread?.messages.filter(({ opening }) => !opening).length;
    if (thread && shown !== messages.length)
      wrong ??= `${shown} messages shown, HostUp has ${messages.length}`;
    if (listed && !thread && !hurt) wrong ??= 'a ticket is missing';
  }
  if (listed && listed.total !== atHostUp.length) wrong ??= `${listed.total} of ${atHostUp.length} tickets`;
  return { hurt, wrong: hurt ? null : wrong };
}

async function judgeReplies(stage: Stage, before: Before, mended: boolean): Promise<string | null> {
  const { world, texts, page } = stage;
  await world.clock.advance(10 * 60_000);
  const applied = appliedNow(stage);
  // what was saved from a damaged file may be older than the truth: a person decides whether it goes out
  if (asides(stage, 'outbox').length > 0 && applied.length > before.applied.length)
    return 'a salvaged reply went out by itself';
  for (const text of texts) {
    const times = applied.filter((message) => message === text).length;
    if (times > 1) return `"${text.slice(0, 12)}" applied ${times} times`;
    if (times === 0 && !mended) return `"${text.slice(0, 12)}" did not go out`;
  }
  const unsent = await page().call('outbox.list', {});
  if (!unsent.ok) return `outbox.list answered ${unsent.code}`;
  const stuck = unsent.value.find(({ state, ticketId }) => state !== 'needs-user' && !waits(ticketId));
  return stuck ? `a reply is ${stuck.state}` : null;

  function waits(ticketId: string): boolean {
    return unsent.ok && unsent.value.some((row) => row.ticketId === ticketId && row.state === 'needs-user');
  }
}

/** A new reply goes out on a ticket that nothing blocks. */
async function writeOne({ world, page, quiet: ticketId }: Stage): Promise<string | null> {
  const text = 'Efteråt går det att skriva.';
  const saved = await page().call('draft.save', { ticketId, text, encrypted: false });
  const sent = await page().call('reply.send', {
    id: 'after',
    ticketId,
    text,
    encrypted: false,
    reopen: false,
  });
  if (!saved.ok || !sent.ok) return 'nothing can be written';
  await world.clock.advance(10_000);
  const times = world.api.applied().filter(({ message }) => message === text).length;
  return times === 1 ? null : `what was written afterwards was applied ${times} times`;
}

/** The start after that: nothing more to mend, and the same rows. */
async function judgeNext(stage: Stage): Promise<string | null> {
  const rows = rowsNow(stage.outbox).map(({ key }) => key);
  const metLate = existsSync(`${stage.cache}.broken`);
  await stage.stop();
  const found = integrity(stage.outbox);
  if (found !== 'ok') return `the outbox is left behind unsound: ${found}`;
  await stage.start();
  const { state, warnings } = await sessionOf(stage);
  if (state !== 'signed-in' || warnings.length > 0 !== metLate)
    return `the next start is ${state}, warns ${warnings.length} times`;
  const later = rowsNow(stage.outbox).map(({ key }) => key);
  return rows.join() === later.join() ? null : 'rows changed by a start';
}
