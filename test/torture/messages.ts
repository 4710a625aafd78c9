// Messages that no page of ours sends, by every name of the contract: wrong shapes, foreign senders, unknown names.
// None may reach a handler or throw, and each must be answered. A right one now and then must get through.
import { serve } from '../../electron/contract/transport.ts';
import { isOurPage, listenToPages } from '../../electron/shell/ipc-server.ts';
import { countingHandlers } from '../fakes/counting-handlers.ts';
import { callFrom, type Frame, fakeIpc } from '../fakes/electron.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import type { Suite } from './frame.ts';
import { hostileAddress } from './links/addresses.ts';
import { hostilePlace } from './links/paths.ts';
import { callNames, rightInput, wrongInput } from './messages/values.ts';

type Random = () => number;

const page: Frame = { url: 'app://hostup/index.html#/' };
const throws = (): never => {
  throw new Error('looked at');
};

/** The program's end, with handlers that only count. */
function createStage() {
  const { handlers, ran } = countingHandlers();
  const bugs: string[] = [];
  const { ipc, ask } = fakeIpc();
  const answer = serve(handlers, isOurPage, (name) => bugs.push(name));
  listenToPages(ipc, answer);
  return { ask, ran, bugs };
}

/** Somebody else: another page in the window, a frame inside ours, a frame that is gone, junk for an address. */
function foreigner(random: Random): unknown {
  const elsewhere = { url: pick(random, [hostilePlace(random), hostileAddress(random).address]) };
  const gone = {
    get url(): string {
      return throws();
    },
  };
  return pick<() => unknown>(random, [
    () => callFrom(elsewhere),
    () => callFrom(elsewhere, page),
    () => callFrom(page, elsewhere),
    () => callFrom(page, { url: page.url }),
    () => callFrom(page, null),
    () => callFrom(gone),
    () => ({
      sender: {
        id: 1,
        get mainFrame(): never {
          return throws();
        },
      },
      senderFrame: page,
    }),
  ])();
}

function wrongName(random: Random, name: string): unknown {
  const odd: readonly unknown[] = [
    null,
    undefined,
    0,
    Symbol(name),
    [name],
    { name },
    Object(name),
    () => name,
  ];
  const near = [
    name.toUpperCase(),
    `${name} `,
    ` ${name}`,
    `${name}\0`,
    name.slice(1),
    name.replace('.', '/'),
    `calls.${name}`,
    name.repeat(50_000),
    '',
  ];
  const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  const liar = { toString: () => name, valueOf: throws };
  const all = [...odd, ...near, ...inherited, liar];
  return all[Math.floor(random() * all.length)];
}

type Message = {
  readonly event: unknown;
  readonly name: unknown;
  readonly input: unknown;
  readonly code: string | null;
};

function messageFor(random: Random, name: string): Message {
  const kind = random();
  const ours = callFrom(page);
  if (kind < 0.02) return { event: ours, name, input: rightInput(random, name), code: null };
  if (kind < 0.2) {
    return { event: foreigner(random), name, input: rightInput(random, name), code: 'foreign_sender' };
  }
  if (kind < 0.3) {
    return { event: ours, name: wrongName(random, name), input: rightInput(random, name), code: 'bad_call' };
  }
  return { event: ours, name, input: wrongInput(random, name), code: 'bad_call' };
}

export const messages: Suite = {
  name: 'messages',
  unit: 'messages over IPC',
  cases: { full: 10_000 * callNames.length, quick: 100 * callNames.length },
  async setUp() {
    const { ask, ran, bugs } = createStage();
    const prototype = Object.getOwnPropertyNames(Object.prototype).join();
    let rightOnes = 0;

    return {
      async run(seed) {
        const name = callNames[seed % callNames.length] ?? '';
        const { event, name: called, input, code } = messageFor(randomFrom(seed), name);
        ran.length = 0;
        const answer = JSON.stringify(await ask(event, called, input));
        if (code === null) {
          rightOnes += 1;
          return ran.join() === name ? null : `${name}: a right message did not get through, but ${answer}`;
        }
        if (ran.length > 0) return `${name}: the handler ran (${code} was due)`;
        if (answer !== `{"ok":false,"code":"${code}"}`)
          return `${name}: ${code} was due, the answer was ${answer}`;
        if (bugs.length > 0) return `${bugs.splice(0).join()}: reported as a bug of ours`;
        if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype)
          return `${name}: the prototype changed`;
        return null;
      },
      end: async () => {},
      facts: () => `${callNames.length} names, ${rightOnes} right ones between them got through`,
    };
  },
};
