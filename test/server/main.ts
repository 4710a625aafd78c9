// `npm run mock-api`: the stand-in as a command. Prints the base address and the key to use, one line each.
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import { readFlags } from './flags.ts';
import { createTestServer } from './server.ts';

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const flags = readFlags(process.argv.slice(2), DEMO_KEY);
if (!flags.ok) refuse(flags.sentence);
const { port, key, scopes, ...rest } = flags.options;

const api = createDemoApi({ now: Date.now, random: Math.random, keys: { [key]: scopes }, ...rest });
const server = await createTestServer({ api, port, control: true }).catch((error: NodeJS.ErrnoException) =>
  refuse(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is already in use.`
      : `Port ${port} cannot be used (${error.code ?? 'unknown'}).`,
  ),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
process.stdout.write(`${server.url}\n${key}\n`);
