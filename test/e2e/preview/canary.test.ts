// Nothing of the key and of what was read and written stands anywhere in the clear: in no byte of any file, argument,
// environment or output of the preview, while it runs, after a power cut, and after an orderly end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addUp, type Scan, scanBytes, scanFolders } from '../canary.ts';
import {
  addTickets,
  findAgain,
  meetEchoes,
  plant,
  revealAndCopy,
  sealedOnes,
  search,
  sendReplies,
  signIn,
  writeOffline,
} from '../canary-walk.ts';
import { killHard, processesOf, scanProcesses } from '../processes.ts';
import type { Preview } from './program.ts';
import { allScopes, closeBrowser, type Scene, startScene } from './scene.ts';

let scene: Scene;
let temporary: string;
afterEach(async () => {
  await scene.close();
  rmSync(temporary, { recursive: true, force: true });
});
afterAll(closeBrowser);

describe.skipIf(process.platform !== 'linux')('planted texts', () => {
  it('stand nowhere', async () => {
    const { text, probes } = plant();
    temporary = mkdtempSync(join(tmpdir(), 'preview-tmp-'));
    scene = await startScene();
    scene.server.api.setKey(text.key, allScopes);
    Object.assign(scene.env, { TMPDIR: temporary, HOME: temporary });
    const tickets = addTickets(scene.server, text);
    const look = (preview: Preview): Scan =>
      addUp([
        scanFolders([scene.folder, temporary], probes),
        scanProcesses(processesOf(preview.pid, temporary), probes),
        {
          files: 0,
          bytes: 0,
          hits: scanBytes('output', Buffer.from(preview.printed.out + preview.printed.err), probes),
        },
      ]);

    const first = await scene.start();
    const page = await scene.open(first);
    await signIn(page, text);
    await revealAndCopy(page, scene.server, tickets, text);
    scene.server.api.staffReply(tickets.other.id, `Svar: ${text.staff}`, { senderName: text.agent });
    const notice = page.getByRole('region', { name: 'Notifications' }).getByRole('article');
    await notice.getByText(text.staff).waitFor();
    const listed = await search(page, text);
    await sendReplies(page, scene.server, text);
    await meetEchoes(page, scene.server, text);
    await writeOffline(page, scene.server, text);
    for (const name of sealedOnes) expect([name, listed.includes(text[name])]).toEqual([name, false]);

    const scans = [look(first)];
    await killHard(processesOf(first.pid, temporary));
    scans.push(look(first));
    await scene.server.setOffline(false);
    const second = await scene.start();
    await findAgain(await scene.open(second), scene.server, text);
    scans.push(look(second));
    await second.end('SIGTERM');
    scans.push(look(second));
    console.log(
      scans.map(({ files, bytes, hits }) => `${files} files, ${bytes} bytes: ${hits.length} hits`).join('\n'),
    );
    expect(scans.flatMap(({ hits }) => hits)).toEqual([]);
  });
});
