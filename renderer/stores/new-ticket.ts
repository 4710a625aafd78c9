// The new ticket being written: kept as a draft while it is typed, in the form until the program holds it, and back in
// the form when HostUp refused it. Knows no view.
import { batch, effect, type ReadonlySignal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import type { SaveState } from './draft-saving.ts';
import { createFormDraft } from './form-draft.ts';
import type { Later } from './later.ts';
import { createNewTicketAccount, type NewTicketAccount } from './new-ticket-account.ts';
import { createNewTicketFields, type NewTicketFields } from './new-ticket-fields.ts';
import { emptyForm, type NewTicketForm, toForm } from './new-ticket-form.ts';
import { createNewTicketHandover, type NewTicketHandover } from './new-ticket-handover.ts';
import { createSecretWatch } from './secret-watch.ts';
import type { Suspicion } from './suspicion.ts';

type ShownFields = Pick<
  NewTicketFields,
  'form' | 'touched' | 'id' | 'fieldProblems' | 'otherProblems' | 'problem' | 'set'
>;

export type NewTicketStore = ShownFields &
  Pick<NewTicketAccount, 'account' | 'departments' | 'chooseAccount'> &
  NewTicketHandover & {
    readonly saveState: ReadonlySignal<SaveState>;
    /** what in the texts looks like a secret */
    readonly suspicion: ReadonlySignal<Suspicion | null>;
    /** The form is in front. @param account to begin with, if nothing has been typed */
    start(account: string | null): void;
    /** What looks like a secret now is none. */
    callNotSecret(): void;
    /** Brings a refused ticket back into the form. False: the form holds another one. */
    bringBack(id: string, ticket: Output<'outbox.editTicket'>, reason: Failure | null): boolean;
    clear(): void;
    /** Empties the form of this page alone: its account is gone. @param account only if it is for this one */
    forget(account?: string): void;
    flush(): Promise<void>;
  };

/** @param accounts their ids, in the user's order */
export function createNewTicket(
  client: Client,
  changes: Changes,
  newId: () => string,
  later: Later,
  accounts: ReadonlySignal<readonly string[]>,
): NewTicketStore {
  const fields = createNewTicketFields(newId);
  const { form, touched, id } = fields;
  const secrets = createSecretWatch(() => {
    const { subject, message, criticalReason } = form.value;
    return [subject, message, criticalReason].join('\n\n');
  });
  const draft = createFormDraft(client, later, accounts);

  /** What an earlier page or run has kept, unless somebody is writing here. */
  async function restore(): Promise<void> {
    if (id.peek() !== null) return;
    const kept = await draft.load();
    if (kept !== null && id.peek() === null) fields.put(kept.form, kept.id);
  }

  function keep(): void {
    const known = id.peek();
    draft.keep(known === null ? null : { id: known, form: form.peek() });
  }

  function fill(next: NewTicketForm, nextId: string | null): void {
    batch(() => {
      fields.fill(next, nextId);
      secrets.forget();
    });
  }

  const set: NewTicketStore['set'] = (name, value) => {
    fields.set(name, value);
    keep();
  };

  const empty = () => fill(emptyForm, null);
  const chosen = createNewTicketAccount(client, changes, { form, set }, accounts);
  const { sending, send } = createNewTicketHandover({ client, fields, draft, chosen, keep, empty });

  effect(() => {
    if (accounts.value.length > 0) void restore();
  });

  return {
    form,
    touched,
    id,
    fieldProblems: fields.fieldProblems,
    otherProblems: fields.otherProblems,
    problem: fields.problem,
    saveState: draft.state,
    account: chosen.account,
    departments: chosen.departments,
    sending,
    suspicion: secrets.suspicion,
    callNotSecret: secrets.callNotSecret,
    set,
    send,
    chooseAccount: chosen.chooseAccount,
    start(wanted) {
      void chosen.askDepartments();
      if (id.peek() === null) fields.put({ ...emptyForm, account: wanted ?? '' }, null);
      void restore();
    },
    bringBack(outgoingId, ticket, reason) {
      if (id.peek() === outgoingId) return true;
      if (touched.peek()) return false;
      fill(toForm(ticket), outgoingId);
      if (reason !== null) fields.refuse(reason);
      keep();
      return true;
    },
    clear() {
      empty();
      keep();
    },
    forget(gone) {
      if (gone !== undefined && form.peek().account !== gone) return;
      draft.stop();
      empty();
    },
    flush: draft.flush,
  };
}
