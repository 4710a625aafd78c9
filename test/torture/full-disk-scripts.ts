// What the customer does while the disk fills up. Each script writes in another order; together they meet every step.
import type { DemoApiOptions } from '../../electron/demo/types.ts';
import type { Scene } from './full-disk-scene.ts';

export type Script = {
  readonly name: string;
  readonly api?: Partial<DemoApiOptions>;
  /** the disk is full before anyone has signed in */
  readonly signedOut?: true;
  run(scene: Scene): Promise<void>;
};

const seconds = (count: number) => count * 1_000;
const posts = /\/messages$/;

export const scripts: readonly Script[] = [
  {
    name: 'typing',
    async run({ type, tickets: [vps, invoice] }) {
      await type(vps, 'H');
      await type(vps, 'Hej, den svarar inte. Åäö');
      await type(invoice, 'Jag saknar en rad.', true);
      await type(invoice, '');
      await type(invoice, '', false);
      await type(vps, `Logg:\n${'rad med text och siffror 0123456789\n'.repeat(900)}`);
    },
  },
  {
    name: 'a reply',
    async run({ world, type, send, tickets: [vps] }) {
      await type(vps, 'Den är uppe nu.');
      await send(vps, 'Den är uppe nu, tack!');
      await world.clock.advance(seconds(40));
    },
  },
  {
    name: 'an encrypted reply',
    api: { maskEncrypted: 'masked' },
    async run({ world, type, send, tickets: [vps] }) {
      await type(vps, 'Lösenordet är hemligt123', true);
      await send(vps, 'Lösenordet är hemligt123.', { encrypted: true });
      await world.clock.advance(seconds(40));
    },
  },
  {
    name: 'several replies',
    async run({ world, send, type, tickets: [vps, invoice] }) {
      await send(vps, 'Ett');
      await send(invoice, `Två\n${'en lång rad '.repeat(1_500)}`);
      await send(vps, 'Tre');
      await type(vps, 'Fyra, inte färdig');
      await world.clock.advance(seconds(40));
    },
  },
  {
    name: 'a lost answer',
    async run({ world, faults, type, send, tickets: [vps] }) {
      faults.add('POST', posts, { kind: 'applied-then-lost' });
      await type(vps, 'Kom det fram?');
      await send(vps, 'Kom det fram?!');
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'an answer that proves nothing',
    async run({ world, faults, send, tickets: [vps] }) {
      faults.add('GET', /tickets\/tkt_/, { kind: 'answer', status: 503, headers: { 'retry-after': '3' } });
      faults.add('POST', posts, { kind: 'applied-then', status: 502 });
      await send(vps, 'Svar 502');
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'too many requests',
    async run({ world, faults, send, tickets: [vps] }) {
      faults.add('POST', posts, { kind: 'answer', status: 429, headers: { 'retry-after': '5' } }, 2);
      await send(vps, 'Vänta lite');
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'offline, taken back, sent again',
    async run({ world, faults, send, edit, type, tickets: [vps] }) {
      faults.setOffline(true);
      const id = await send(vps, 'Skrivet på tåget');
      await type(vps, 'och mer');
      await world.clock.advance(seconds(5));
      await edit(id);
      await send(vps, 'Skrivet på tåget, och mer');
      faults.setOffline(false);
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'offline, thrown away',
    async run({ world, faults, send, discard, tickets: [vps, invoice] }) {
      faults.setOffline(true);
      const id = await send(vps, 'Nej, förresten');
      await send(invoice, 'Men det här');
      await world.clock.advance(seconds(3));
      await discard(id);
      faults.setOffline(false);
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'reading',
    async run({ world, call, tickets: [vps, invoice] }) {
      world.api.staffReply(vps, 'Vi har startat om den.');
      world.api.staffReply(invoice, 'Här är den rätta fakturan.');
      world.api.addTicket({ subject: 'Skrevs på webben' });
      await world.clock.advance(seconds(70));
      await call('thread.open', { ticketId: vps });
      await call('thread.markRead', { ticketId: vps, upTo: null });
      await call('tickets.list', { view: 'needs-you', query: 'startat', offset: 0, limit: 10 });
      await world.clock.advance(seconds(70));
    },
  },
  {
    name: 'answering an announced ticket',
    async run({ world, type, send, tickets: [vps] }) {
      world.api.staffReply(vps, 'Fungerar den nu?');
      await world.clock.advance(seconds(70));
      await type(vps, 'Ja');
      await send(vps, 'Ja!');
      await world.clock.advance(seconds(40));
    },
  },
  {
    name: 'a closed ticket',
    async run({ world, send, tickets: [vps] }) {
      world.api.closeTicket(vps);
      await send(vps, 'Öppna igen, tack', { reopen: true });
      await world.clock.advance(seconds(60));
    },
  },
  {
    name: 'a new ticket',
    async run({ world, create, faults }) {
      await create('Ny domän');
      faults.add('POST', /tickets$/, { kind: 'applied-then-lost' });
      await create('Ny e-post');
      await world.clock.advance(seconds(90));
    },
  },
  {
    name: 'signing in',
    api: { tickets: 12 },
    signedOut: true,
    async run({ world, signIn }) {
      await signIn();
      await world.clock.advance(seconds(60));
    },
  },
];
