// Hands a new ticket over to the program, and takes in what it answers.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, failure } from '../../electron/contract/codes.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { FormDraft } from './form-draft.ts';
import type { NewTicketAccount } from './new-ticket-account.ts';
import type { NewTicketFields } from './new-ticket-fields.ts';
import { toInput } from './new-ticket-form.ts';

/**
 * 'waiting': durable in the outbox, but HostUp has not confirmed it yet. 'older': what is on its way is an earlier
 * version, whose answer was lost; the form keeps what was changed since.
 */
export type Handover =
  | { readonly done: 'created'; readonly ticketId: string }
  | { readonly done: 'waiting'; readonly outgoing: Outgoing }
  | { readonly done: 'older' | 'no' };

export type NewTicketHandover = {
  readonly sending: ReadonlySignal<boolean>;
  /** Hands the form over; emptied once it is durable. A refusal keeps everything and says why. */
  send(): Promise<Handover>;
};

type Parts = {
  readonly client: Client;
  readonly fields: NewTicketFields;
  readonly draft: FormDraft;
  readonly chosen: NewTicketAccount;
  /** keeps the fields as they are now */
  readonly keep: () => void;
  readonly empty: () => void;
};

export function createNewTicketHandover(parts: Parts): NewTicketHandover {
  const { fields, draft, chosen, keep, empty } = parts;
  const sending = signal(false);

  function takeIn(answer: Outgoing | Failure): Handover {
    if ('ok' in answer || answer.state === 'rejected') {
      fields.refuse('ok' in answer ? answer : (answer.reason ?? failure('refused')));
      keep();
      return { done: 'no' };
    }
    const { message, subject } = fields.form.peek();
    if (answer.text !== message || answer.subject !== subject.trim()) {
      fields.becomeAnother();
      keep();
      return { done: 'older' };
    }
    draft.stop(answer.accountId);
    empty();
    return answer.state === 'sent'
      ? { done: 'created', ticketId: answer.ticketId }
      : { done: 'waiting', outgoing: answer };
  }

  return {
    sending,
    async send() {
      if (!fields.check(chosen.several.peek()) || sending.peek()) return { done: 'no' };
      batch(() => {
        sending.value = true;
        fields.forgetRefusal();
      });
      await draft.flush();
      const answer = await create(parts);
      sending.value = false;
      return takeIn(answer);
    },
  };
}

/** The program answers for an id only once, so what was thrown away there needs another. */
async function create({ client, fields, draft, chosen }: Parts): Promise<Outgoing | Failure> {
  const account = chosen.account.peek();
  if (account === null) return failure('no_key');
  const replaces = draft.held() ?? '';
  const ask = (as: string) =>
    client.call('ticket.create', { ...toInput(fields.form.peek(), as, account), replaces });
  const answer = await ask(fields.id.peek() ?? fields.becomeAnother());
  const isDiscarded = answer.ok && answer.value.outgoing.state === 'discarded';
  const last = isDiscarded ? await ask(fields.becomeAnother()) : answer;
  return last.ok ? last.value.outgoing : last;
}
