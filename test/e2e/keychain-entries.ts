// Run as a child process in a session with a keychain: prints what the program keeps there for its one account, as JSON.
// Secrets are printed on purpose; they are the test's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKeytar, systemKeychain } from '../../electron/adapters/keychain.ts';
import { keychainService } from '../../electron/adapters/node-ports.ts';

const folder = process.argv[2] ?? '';
const { accounts } = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
const [account] = accounts;
const keychain = systemKeychain(keychainService(folder), loadKeytar);

async function entry(name: string): Promise<string | null> {
  const found = await keychain.read(`${name}:${account.id}`);
  return found.state === 'found' ? found.secret.reveal() : null;
}

console.log(JSON.stringify({ apiKey: await entry('api-key'), databaseKey: await entry('database-key') }));
