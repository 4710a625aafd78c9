// What most of these tests play on: a desktop, the provider's API and the program, set up once for a file and cleared
// away after it.
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { TestServer } from '../../server/server.ts';
import { type PrivateDesktop, startDesktop } from './private-desktop.ts';
import { type Options, type Program, startProgram } from './program.ts';
import { startStandIn } from './stand-in.ts';

export type Stage = {
  readonly desktop: PrivateDesktop;
  readonly server: TestServer;
  /** what the program was started with, for starting it again */
  readonly options: Options;
  /** the one that is quit at the end; put here whichever runs by then */
  program: Program;
};

/**
 * To be called where the tests are described. Its parts are there when they run.
 * @param prepare what HostUp has before the program starts
 */
export function setStage(
  { key }: { readonly key?: string } = {},
  prepare: (server: TestServer) => void = () => {},
): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    const [desktop, server] = await Promise.all([startDesktop(), startStandIn()]);
    const options = { desktop, folder: join(desktop.folder, 'data'), url: server.url };
    Object.assign(stage, { desktop, server, options: key === undefined ? options : { ...options, key } });
    prepare(server);
    stage.program = await startProgram(stage.options);
  });
  afterAll(async () => {
    await stage.program?.quit();
    await stage.server?.close();
    await stage.desktop?.stop();
  });
  return stage;
}
