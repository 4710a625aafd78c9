// What the store tests share: stores on a fake program, with time turned by hand.
import { signal } from '@preact/signals';
import type { Failure } from '../../../electron/contract/codes.ts';
import { client } from '../../../electron/contract/transport.ts';
import { createChanges } from '../../../renderer/stores/changes.ts';
import { createComposers } from '../../../renderer/stores/composers.ts';
import { createSettings } from '../../../renderer/stores/settings.ts';
import { createThread } from '../../../renderer/stores/thread.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createProgram } from '../../fakes/program.ts';
import { createWorld } from '../../fakes/program-world.ts';

export const start = Date.parse('2026-04-27T12:00:00Z');

export function createParts() {
  const clock = createFakeClock(start);
  const program = createProgram(createWorld(start), () => clock.now());
  program.world.delivery = 'queued';
  const page = client(program.transport);
  const changes = createChanges(page, program.link);
  let count = 0;
  const order = () => {
    count += 1;
    return count;
  };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `reply-${ids}`;
  };
  const later = (run: () => void, milliseconds: number) => {
    const stop = clock.after(milliseconds, run);
    return () => void stop();
  };
  const composers = createComposers({ client: page, order, newId, later });
  const settings = createSettings(page, changes, () => {});
  const thread = createThread(page, changes, order, composers.hear);
  const calls = (name: string) => program.heard.filter((call) => call.name === name);
  const accountIds = signal<readonly string[]>(['acc']);
  return {
    clock,
    program,
    page,
    changes,
    order,
    newId,
    later,
    accountIds,
    composers,
    settings,
    thread,
    calls,
  };
}

/** Lets everything that is ready run. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

export const refusal = (code: Failure['code']): Failure => ({ ok: false, code });
