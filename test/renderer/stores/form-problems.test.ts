// What is wrong with the form of a new ticket, told at its fields.
import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/codes.ts';
import { checkForm, checkTyped, readFields } from '../../../renderer/stores/form-problems.ts';
import { emptyForm, type NewTicketForm } from '../../../renderer/stores/new-ticket-form.ts';

const form = (change: Partial<NewTicketForm> = {}): NewTicketForm => ({
  ...emptyForm,
  departmentSlug: 'vps',
  subject: 'Ny server',
  message: 'Hej!',
  ...change,
});

describe('before it is sent', () => {
  it.each<[string, Partial<NewTicketForm>, [string, string][]]>([
    ['nothing', {}, []],
    [
      'what is missing',
      { departmentSlug: '', subject: ' ', message: '\n' },
      [
        ['departmentSlug', 'required'],
        ['subject', 'required'],
        ['message', 'required'],
      ],
    ],
    [
      'the reason of a critical one',
      { priority: 'critical', criticalReason: ' ' },
      [['criticalReason', 'required']],
    ],
    ['an address that is none, also one being typed', { cc: 'a@b.se, nobody' }, [['cc', 'address']]],
    ['a service without identity', { serviceType: 'vps' }, [['serviceId', 'required']]],
  ])('says %s', (_, change, expected) => {
    expect([...checkForm(form(change))]).toEqual(expected);
  });

  it('asks for the account where there are several', () => {
    expect([...checkForm(form(), true)]).toEqual([['account', 'required']]);
  });
});

describe('while it is typed', () => {
  it('says only what is too much', () => {
    expect([...checkTyped(emptyForm)]).toEqual([]);
    const many = Array.from({ length: 21 }, (_, index) => `a${index}@b.se`).join(' ');
    const long = form({
      subject: 'x'.repeat(251),
      message: 'x'.repeat(100_001),
      criticalReason: 'x'.repeat(100_001),
      serviceId: 'x'.repeat(201),
      cc: many,
    });
    expect([...checkTyped(long)]).toEqual([
      ['subject', 'too-long'],
      ['message', 'too-long'],
      ['criticalReason', 'too-long'],
      ['serviceId', 'too-long'],
      ['cc', 'too-many'],
    ]);
    expect([...checkTyped(form({ subject: 'x'.repeat(250), message: 'x'.repeat(100_000) }))]).toEqual([]);
  });
});

describe('what HostUp said', () => {
  const said = (...fields: [string, string][]) =>
    readFields(
      failure('invalid_request', {
        fields: fields.map(([pointer, detail]) => ({ pointer, detail, code: 'x' })),
      }),
      form({ cc: 'a@b.se, nobody@c.se' }),
    );

  it.each([
    ['/departmentSlug', 'departmentSlug'],
    ['/subject', 'subject'],
    ['subject', 'subject'],
    ['#/message', 'message'],
    ['/priority', 'priority'],
    ['/criticalReason', 'criticalReason'],
    ['/context/serviceType', 'serviceType'],
    ['/context/serviceId', 'serviceId'],
    ['/context', 'serviceId'],
    ['/context/unheardOf', 'serviceId'],
    ['/account', 'account'],
  ])('of %s stands at %s', (pointer, name) => {
    expect([...said([pointer, 'Nej.']).fields]).toEqual([[name, { detail: 'Nej.' }]]);
  });

  it('of one address names it, and several words of one field stay together', () => {
    expect([...said(['/ccEmails/1', 'Unknown.'], ['/ccEmails/7', 'What?']).fields]).toEqual([
      ['cc', { detail: 'nobody@c.se: Unknown. What?' }],
    ]);
  });

  it('of anything else is not lost', () => {
    expect(said(['/aiSummary', 'Too clever.'], ['/', 'No.'], ['/subject', 'Vague.']).others).toEqual([
      'Too clever.',
      'No.',
    ]);
  });
});
