// The program as the suites about looking meet it: the real core on databases in memory, chance from a seed, the
// stand-in behind answers that a suite may change, and a server clock that a wrong wall clock does not move.
import { tmpdir } from 'node:os';
import type { Input, Output } from '../../electron/contract/calls.ts';
import type { Result } from '../../electron/contract/codes.ts';
import type { Connection } from '../../electron/contract/model.ts';
import type {
  CacheStore,
  Http,
  HttpAnswer,
  HttpFailure,
  HttpRequest,
  Ports,
} from '../../electron/core/ports.ts';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../electron/demo/types.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createKeptStores, type KeptStores } from '../fakes/kept-stores.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

export type Answer = HttpAnswer | HttpFailure;
/** Between the program and the stand-in; `honest` asks the stand-in. */
type Answerer = (request: HttpRequest, honest: () => Promise<Answer>) => Promise<Answer>;
export type CallName = Parameters<Program['page']['call']>[0];

export type WorldOptions = {
  readonly random: () => number;
  /** wall clock at the start, epoch ms */
  readonly start?: number;
  readonly api?: Partial<DemoApiOptions>;
  readonly ports?: Partial<Ports>;
  /** default: databases in memory that outlive a restart */
  readonly stores?: KeptStores;
  readonly answer?: Answerer;
};

/** Only promises are involved, and they all run before the next turn of the event loop. */
const settle = () => new Promise<void>((done) => setImmediate(done));
const stopPatience = 100;

export type World = ReturnType<typeof createWorld>;

export function createWorld(options: WorldOptions) {
  const { random, start, api = {}, ports = {}, answer } = options;
  const turned = createFakeClock(start, settle);
  // real clocks and timers know whole milliseconds
  const clock = { ...turned, after: (ms: number, task: () => void) => turned.after(Math.ceil(ms), task) };
  const kept = options.stores ?? createKeptStores();
  const said: string[] = [];
  let wrong = 0;
  let lastId = 0;
  let program: Program | null = null;
  let lives = 0;
  const newId = () => {
    lastId += 1;
    return `id-${lastId}`;
  };
  /** the server's clock, and the true time */
  const truth = () => clock.now() - wrong;

  const wrap = (inner: Http): Http => ({
    ...inner,
    async request(request) {
      const asking = lives;
      const honest = () => inner.request(request);
      const answered = await (answer ? answer(request, honest) : honest());
      // who ended meanwhile hears no answer any more
      return asking === lives ? answered : { ok: false, reached: 'maybe', code: 'connection_lost' };
    },
  });
  const under = createWorldUnderTest({
    clock,
    // no file is made there: the stores are in memory, or a suite's own
    folder: tmpdir(),
    wrap,
    api: { tickets: 0, random, now: truth, ...api },
    ports: { random, stores: kept, newId, ...ports },
  });

  function running(): Program {
    if (!program) throw new Error('the program is not running');
    return program;
  }

  return {
    ...under,
    truth,
    /** what was complained of by the program (bugs it logged) or by the suite */
    complaints: () => [...under.bugs.map((bug) => `logged a bug: ${describe(bug)}`), ...said],
    complain: (what: string) => void said.push(what),
    /** grows with every end of the program; an answer to an earlier life is not heard */
    life: () => lives,

    async start(): Promise<void> {
      program = await under.start();
    },
    async signIn(): Promise<void> {
      await this.start();
      await this.connect();
    },
    connect: () => connect(running(), clock.advance),
    /** as a quit does; time passes where the program waits for something */
    async stop(): Promise<void> {
      const ending = program;
      if (!ending) return;
      program = null;
      lives += 1;
      let ended = false;
      void ending.app.stop().then(() => {
        ended = true;
      });
      await clock.advance(0);
      for (let step = 0; step < stopPatience && !ended; step += 1) await clock.advance(100);
      if (!ended) said.push('quitting hangs');
    },
    async restart(): Promise<void> {
      await this.stop();
      await this.start();
    },
    wake: (reason: 'resume' | 'unlock' | 'online' | 'asked') => running().app.wake(reason),
    /** the wall clock alone is set, by a person or a time server */
    setWallClock(ms: number): void {
      wrong += ms;
      clock.jump(ms);
    },

    /** A call of the page. What only a bug answers is complained of. */
    async call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
      const answered = await running().page.call(name, input);
      const isBug = !answered.ok && ['internal', 'bad_call', 'disconnected'].includes(answered.code);
      if (isBug) said.push(`${name} answered ${answered.code}`);
      return answered;
    },
    summary: () => running().app.summary(),
    async connection(): Promise<Connection> {
      const answered = await running().page.call('connection.get', {});
      if (!answered.ok) throw new Error(`connection.get answered ${answered.code}`);
      return answered.value;
    },
    /** what is stored, past the program; null before the first sign-in */
    cache(): CacheStore | null {
      return kept.of(under.settings().accounts[0]?.id ?? '')?.cache ?? null;
    },
    async end(): Promise<void> {
      await this.stop();
      kept.drop();
      under.remove();
    },
  };
}

/** Types the stand-in's key; true when the program took it. */
async function connect({ page }: Program, advance: (ms: number) => Promise<void>): Promise<boolean> {
  let taken: boolean | null = null;
  void page.call('session.connect', { apiKey: DEMO_KEY }).then((answered) => {
    taken = answered.ok;
  });
  for (let waited = 0; waited < 100 && taken === null; waited += 1) await advance(waited * 100);
  return taken ?? false;
}

/** True for the request that begins a look at the list. */
export const beginsLook = ({ method, path }: Pick<HttpRequest, 'method' | 'path'>): boolean =>
  method === 'GET' && /\/tickets\?limit=100$/.test(path);

function describe(cause: unknown): string {
  return cause instanceof Error
    ? (cause.stack ?? cause.message).split('\n').slice(0, 3).join(' ')
    : String(cause);
}
