// Junk against the preview over a real connection: requests that must not open its socket, and frames that our page
// never sends. No handler may run, every message must be answered or end its connection, and the page that signed in
// must be served as before.
import { randomFrom } from '../fakes/random.ts';
import type { Suite } from './frame.ts';
import { type Attack, heardIn, hostileFrames } from './sockets/frames.ts';
import { head, hostileRequest, rightHeaders } from './sockets/requests.ts';
import { createStage, type Stage } from './sockets/stage.ts';

type Random = () => number;
type Verdict = string | null;

/** What is no complete request is answered by nobody until much later. */
const silenceMs = 15;
const wholeRequest = /^[^\r\n]+\r\n(?:.*\r\n)?\r\n/s;

async function attackDoor(random: Random, stage: Stage): Promise<Verdict> {
  const request = hostileRequest(random, stage);
  const isWhole = wholeRequest.test(request.toString('latin1'));
  const { bytes } = await stage.exchange([request], isAnswered, isWhole ? undefined : silenceMs);
  const answer = bytes.toString('latin1');
  const said = JSON.stringify(request.toString('latin1').slice(0, 400));
  if (isWhole && !/^HTTP\/1\.1 4\d\d /.test(answer))
    return `answered ${JSON.stringify(answer.slice(0, 80))} to ${said}`;
  if (/^HTTP\/1\.1 [123]/.test(answer)) return `let in with ${said}`;
  return /set-cookie|<p>page/i.test(answer) ? `gave the page away to ${said}` : null;
}

const isAnswered = (bytes: Buffer): boolean => wholeRequest.test(bytes.toString('latin1'));

async function attackSocket(random: Random, stage: Stage): Promise<Verdict> {
  const attack = hostileFrames(random);
  const open = head('GET /socket HTTP/1.1', rightHeaders(stage));
  const { bytes, ended } = await stage.exchange([open, ...attack.pieces], (soFar) => isOver(attack, soFar));
  const { answers, closed } = heardIn(bytes);
  const said = JSON.stringify(Buffer.concat(attack.pieces).toString('latin1').slice(0, 200));
  if (!bytes.toString('latin1').startsWith('HTTP/1.1 101 ')) return 'the socket did not open';
  const kind = answers.find(
    (answer) => !/^\{"id":(?:null|1),"answer":\{"ok":false,"code":"bad_call"\}\}$/.test(answer),
  );
  if (kind !== undefined) return `answered ${kind.slice(0, 200)} to ${said}`;
  if (attack.due === 'end') return closed || ended ? null : `went on after ${said}`;
  return answers.length === attack.due ? null : `${answers.length} answers of ${attack.due} to ${said}`;
}

function isOver({ due }: Attack, soFar: Buffer): boolean {
  const { answers, closed } = heardIn(soFar);
  return closed || (due !== 'end' && answers.length >= due);
}

export const sockets: Suite = {
  name: 'sockets',
  unit: 'attacks on the preview over real connections',
  cases: { full: 10_000, quick: 500 },
  async setUp() {
    const stage = await createStage();
    let doors = 0;

    return {
      async run(seed) {
        const random = randomFrom(seed);
        const atDoor = random() < 0.5;
        if (atDoor) doors += 1;
        stage.ran.length = 0;
        const wrong = atDoor ? await attackDoor(random, stage) : await attackSocket(random, stage);
        if (stage.ran.length > 0) return `the handler of ${stage.ran.join()} ran; ${wrong ?? ''}`;
        if (stage.bugs.length > 0) return `${stage.bugs.splice(0).join()}: reported as a bug of ours`;
        return wrong ?? ((await stage.isAlive()) ? null : 'the page that signed in is not served any more');
      },
      end: () => stage.close(),
      facts: () => `${doors} at the door, the others inside`,
    };
  },
};
