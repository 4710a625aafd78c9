// `npm run mock-api`: the stand-in as a command. Prints the base address and the key of each account, one line each.
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import { behindOneAddress } from './customers.ts';
import { readFlags } from './flags.ts';
import { createTestServer } from './server.ts';

const ticketsOfOthers = 20;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const flags = readFlags(process.argv.slice(2), DEMO_KEY);
if (!flags.ok) refuse(flags.sentence);
const { port, keys, scopes, tickets, ...rest } = flags.options;

/** The first one has the tickets of the demo where no number was asked for. */
const customers = keys.map((key, index) => {
  const own = { keys: { [key]: scopes }, tickets: index === 0 ? tickets : (tickets ?? ticketsOfOthers) };
  return [key, createDemoApi({ now: Date.now, random: Math.random, ...rest, ...own })] as const;
});
const api = behindOneAddress(new Map(customers));
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
process.stdout.write([server.url, ...keys].map((line) => `${line}\n`).join(''));
