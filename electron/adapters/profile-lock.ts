// One process per data folder: two would send the same reply. The lock is a name that is listened on, so it is gone
// with its process, however that ends. Knows nothing of what the folder holds.
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** 'taken': another process has the folder. 'impossible': this system gives no such lock; go on without. */
type ProfileLock = { readonly state: 'held'; release(): void } | { readonly state: 'taken' | 'impossible' };

/** @param folder an existing folder */
export async function lockProfile(folder: string): Promise<ProfileLock> {
  const name = `hostup-support-${hash(realpathSync(folder))}`;
  if (process.platform === 'linux') return listen(`\0${name}`);
  if (process.platform === 'win32') return listen(`\\\\.\\pipe\\${name}`);
  const path = join(tmpdir(), `${name}.sock`);
  const first = await listen(path);
  if (first.state !== 'taken' || (await answers(path))) return first;
  // the file of a process that was killed
  rmSync(path, { force: true });
  return listen(path);
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

function listen(path: string): Promise<ProfileLock> {
  return new Promise((done) => {
    const server: Server = createServer((socket) => socket.destroy());
    server.on('error', (cause: NodeJS.ErrnoException) =>
      done({ state: cause.code === 'EADDRINUSE' ? 'taken' : 'impossible' }),
    );
    server.listen(path, () => done({ state: 'held', release: () => void server.close() }));
    server.unref();
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path, () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}
