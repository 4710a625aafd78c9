// A private session bus with a real gnome-keyring (or without one), for tests that need the system's keychain.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** 'none': nobody serves secrets on this bus. 'locked': there is a keyring, and nobody has opened it. */
export type KeyringState = 'none' | 'locked' | 'unlocked';
export type SessionBus = {
  /** for processes that are to live in this session */
  readonly env: NodeJS.ProcessEnv;
  /** opens a locked keyring, as a login does later */
  unlock(): Promise<void>;
  /** starts the keyring anew, locked, as after a restart of the machine; only for one that was there */
  lock(): Promise<void>;
  close(): Promise<void>;
};

const password = 'test';
const programs = ['dbus-daemon', 'gnome-keyring-daemon'];

/** Both programs are there; where they are not, the tests that need them are counted as skipped. */
export const hasKeyring = (): boolean =>
  process.platform === 'linux' && programs.every((name) => spawnSync(name, ['--version']).status === 0);

const bareBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** Starts the bus, and the keyring in the state asked for. A locked one has been made and closed before. */
export async function startSessionBus(keyring: KeyringState): Promise<SessionBus> {
  const home = mkdtempSync(join(tmpdir(), 'session-'));
  const config = join(home, 'bus.conf');
  writeFileSync(config, bareBus);
  const place = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') };
  for (const folder of [place.XDG_DATA_HOME, place.XDG_RUNTIME_DIR]) mkdirSync(folder, { mode: 0o700 });

  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const env: NodeJS.ProcessEnv = { ...process.env, ...place, DBUS_SESSION_BUS_ADDRESS: address };
  delete env.DISPLAY;
  let daemon: ChildProcess | null = null;
  const restart = async (unlocked: boolean) => {
    if (daemon !== null) await end(daemon);
    daemon = await startKeyring(env, unlocked);
  };
  if (keyring !== 'none') await restart(true);
  if (keyring === 'locked') await restart(false);
  return {
    env,
    lock: () => restart(false),
    unlock: () => sendUnlock(join(place.XDG_RUNTIME_DIR, 'keyring', 'control')),
    async close() {
      if (daemon !== null) await end(daemon);
      await end(bus);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startKeyring(env: NodeJS.ProcessEnv, unlock: boolean): Promise<ChildProcess> {
  const args = ['--foreground', '--components=secrets', ...(unlock ? ['--unlock'] : [])];
  const child = spawn('gnome-keyring-daemon', args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(unlock ? password : '');
  while (!isServed(env)) await wait(50);
  return child;
}

/** Is somebody serving secrets on this bus? */
function isServed(env: NodeJS.ProcessEnv): boolean {
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const args = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/', ...question];
  return spawnSync('dbus-send', args, { env, encoding: 'utf8' }).stdout.includes('true');
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    child.stdout?.on('data', (piece) => {
      text += piece;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`ended with code ${code} before it said anything`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on('exit', () => done());
    child.kill();
  });
}

/** What a login manager sends to the daemon's control socket: a credentials byte, then length, "unlock", password. */
function sendUnlock(path: string): Promise<void> {
  const words = Buffer.from(password);
  const packet = Buffer.alloc(13);
  packet.writeUInt32BE(12 + words.length, 1);
  packet.writeUInt32BE(1, 5);
  packet.writeUInt32BE(words.length, 9);
  return new Promise((done, fail) => {
    const socket = connect(path, () => socket.write(Buffer.concat([packet, words])));
    socket.on('error', fail);
    socket.once('data', (answer) => {
      socket.end();
      const accepted = answer.readUInt32BE(4) === 0;
      return accepted ? done() : fail(new Error('the keyring refused the password'));
    });
  });
}
