// Run as a child process by keychain-real.test.ts: does what it is told on stdin with the real keychain, and
// prints one JSON answer per line. Secrets are printed on purpose; they are the test's own.
import { createInterface } from 'node:readline';
import { loadKeytar, systemKeychain } from '../../electron/adapters/keychain.ts';
import { Secret } from '../../electron/core/secret.ts';

const keychain = systemKeychain('hostup-support-test', loadKeytar);
const entry = 'api-key:test';
const value = 'nyckel-åäö-🔑-"\\n';

for await (const order of createInterface({ input: process.stdin })) {
  if (order === 'read') {
    const found = await keychain.read(entry);
    const same = found.state === 'found' ? found.secret.reveal() === value : null;
    console.log(JSON.stringify({ state: found.state, same }));
  } else {
    const done =
      order === 'write' ? await keychain.write(entry, new Secret(value)) : await keychain.remove(entry);
    console.log(JSON.stringify(done.ok ? 'ok' : done.code));
  }
}
