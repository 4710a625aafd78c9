// One customer with one ticket, and a page that writes to it, for the tests of replies.
import { onTestFinished } from 'vitest';
import type { Outgoing, Thread } from '../../../electron/contract/model.ts';
import type { Http } from '../../../electron/core/ports.ts';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

/** Path of the call that sends a reply. */
export const messages = /\/messages$/;
/** Path of the call that reads a conversation. */
export const conversation = /\/tickets\/tkt_[^/]+$/;

/** Ends with the test. */
export async function setUp(api: Partial<DemoApiOptions> = {}) {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  let reads = 0;
  const wrap = (http: Http): Http => {
    const faulty = faults.wrap(http);
    const request: Http['request'] = (asked) => {
      if (asked.method === 'GET' && conversation.test(asked.path)) reads += 1;
      return faulty.request(asked);
    };
    return { ...faulty, request };
  };
  const world = createWorldUnderTest({ api: { tickets: 0, ...api }, wrap });
  onTestFinished(world.remove);
  const ticket = world.api.addTicket({ subject: 'VPS svarar inte', status: 'open', departmentSlug: 'vps' });
  let program = await world.signedIn();
  onTestFinished(() => program.app.stop());
  let sent = 0;
  const page = () => program.page;
  return {
    ...world,
    faults,
    ticket,
    page,
    /** how often the conversation was asked for, with or without success */
    reads: () => reads,
    async send(text: string, more: { encrypted?: boolean; reopen?: boolean; id?: string } = {}) {
      sent += 1;
      return page().call('reply.send', {
        id: more.id ?? `reply-${sent}`,
        ticketId: ticket.id,
        text,
        encrypted: more.encrypted ?? false,
        reopen: more.reopen ?? false,
      });
    },
    /** The customer writes in the web panel instead. */
    async sendElsewhere(message: string, encrypted: boolean): Promise<void> {
      await world.api.handle({
        method: 'POST',
        path: `/api/v2/support/tickets/${ticket.id}/messages`,
        headers: { authorization: `Bearer ${DEMO_KEY}`, 'content-type': 'application/json' },
        body: new TextEncoder().encode(JSON.stringify({ message, encrypted })),
      });
    },
    async thread(): Promise<Thread> {
      const answer = await page().call('thread.get', { ticketId: ticket.id, limit: 200 });
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
    async outgoing(): Promise<Outgoing[]> {
      return (await this.thread()).outgoing;
    },
    async restart() {
      await program.app.stop();
      program = await world.start();
    },
  };
}
export type SetUp = Awaited<ReturnType<typeof setUp>>;
export const states = async (setup: SetUp) => (await setup.outgoing()).map((row) => row.state);
