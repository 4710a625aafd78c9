// A program of its own that writes without end and says what is committed, to be killed at any moment.
// Arguments: driver, folder, number of the round.
import { writeSync } from 'node:fs';
import { createStores } from '../../electron/adapters/stores.ts';
import { Secret } from '../../electron/core/secret.ts';
import { aMessage, anOutgoing, aTicket, morning } from '../fakes/records.ts';

const [driver = '', folder = '', round = ''] = process.argv.slice(2);
const open =
  driver === 'libsql'
    ? (await import('../../electron/adapters/sqlite-libsql.ts')).openLibsql
    : (await import('../../electron/adapters/sqlite-better.ts')).openBetter;
const opened = createStores({ folder, open }).open('acc', new Secret('0123456789abcdef'.repeat(4)));
if (!opened.ok) throw new Error(opened.code);
const { cache, outbox } = opened.value;

// synchronous, so that what is said to be committed has left this process
const say = (text: string) => writeSync(1, `${text}\n`);

for (let n = 0; ; n++) {
  const id = `${round}-${n}`;
  outbox.put(anOutgoing({ id, text: `Svar ${id}`, queuedAt: morning + n }));
  outbox.putDraft({
    ticketId: 'tkt_1',
    text: `Utkast ${id}`,
    encrypted: false,
    savedAt: morning + n,
    seenUpTo: null,
  });
  say(`outbox ${id}`);
  cache.transaction(() => {
    cache.putTicket(aTicket({ id, number: String(n), subject: `Ärende ${id}` }));
    cache.putMessages([aMessage({ id: `${id}-a`, ticketId: id }), aMessage({ id: `${id}-b`, ticketId: id })]);
  });
  say(`cache ${id}`);
}
