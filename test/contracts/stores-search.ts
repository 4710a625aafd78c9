// Search: what is found, what never is, and that no input is an error.
import { describe, expect, it } from 'vitest';
import type { CacheStore, ListQuery } from '../../electron/core/ports.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

/** A ticket about mail and one about a backup. */
export function fill(cache: CacheStore): CacheStore {
  cache.putTicket(
    aTicket({
      id: 'mail',
      number: '149943',
      subject: 'E-post når inte fram',
      departmentSlug: 'mail',
      departmentName: 'E-post',
      requesterName: 'Åsa Öberg',
      services: [
        {
          serviceType: 'domain',
          serviceId: 'd1',
          serviceName: 'räksmörgås.se',
          details: {
            ipAddress: '192.0.2.77',
            hostname: 'web-03.example.net',
            nested: { plan: 'Guld' },
            price: 99,
          },
        },
      ],
    }),
  );
  cache.putTicket(
    aTicket({
      id: 'backup',
      number: '150000',
      subject: 'Säkerhetskopia av 149943',
      status: 'closed',
      turn: 'none',
      updatedAt: morning + 9,
    }),
  );
  cache.putMessages([
    aMessage({
      id: 'm1',
      ticketId: 'mail',
      body: 'Felet är “550 5.7.1 relaying denied”, 100 % av breven. C++ också.',
    }),
    aMessage({
      id: 'm2',
      ticketId: 'mail',
      position: 2,
      body: 'Lösenordet är hemligakanariefågeln',
      encrypted: true,
    }),
    aMessage({ id: 'm3', ticketId: 'backup', body: 'Återställ från i går, tack' }),
    aMessage({
      id: 'm4',
      ticketId: 'backup',
      position: 2,
      body: 'Klart, hälsar Åsa',
      sender: 'staff',
      senderName: 'Kim Lindqvist',
    }),
    aMessage({
      id: 'm5',
      ticketId: 'mail',
      position: 3,
      sender: 'staff',
      senderName: 'Sara',
      encrypted: true,
    }),
  ]);
  return cache;
}

/** Ids of the tickets found by what a user types. */
export const find = (cache: CacheStore, query: string, more: Partial<ListQuery> = {}): string[] =>
  cache.list({ view: 'all', offset: 0, limit: 50, ...typed(query), ...more }).tickets.map(({ id }) => id);

export function searchContract(open: () => CacheStore): void {
  describe('search', () => {
    it.each([
      ['subject', 'når', 'mail'],
      ['beginning of a word', 'säkerh', 'backup'],
      ['one letter', 'g', 'backup'],
      ['without accents', 'sakerhetskopia', 'backup'],
      ['with accents that are not there', 'bréven', 'mail'],
      ['upper case', 'ÅTERSTÄLL', 'backup'],
      ['decomposed letters', 'återställ'.normalize('NFD'), 'backup'],
      ['requester', 'öberg e-post', 'mail'],
      ['who answered', 'kim', 'backup'],
      ['who answered, by name', 'from:"kim lindqvist"', 'backup'],
      ['who answered, together with a word', 'from:staff kim klart', 'backup'],
      ['who wrote an encrypted message', 'från:sara', 'mail'],
      ['a name, not a text', 'from:åsa', 'mail'],
      ['service name', 'raksmorgas.se', 'mail'],
      ['service detail', '192.0.2.77', 'mail'],
      ['beginning of an address', '192.0.2', 'mail'],
      ['nested detail', 'guld', 'mail'],
      ['host name', 'web-03.example', 'mail'],
      ['message', 'relaying denied', 'mail'],
      ['words of message and subject together', 'breven når', 'mail'],
      ['a department', 'e-post felet', 'mail'],
      ['words with signs', 'c++ “550', 'mail'],
    ])('finds by %s', (_, query, id) => {
      expect(find(fill(open()), query)).toContain(id);
    });

    it('puts the ticket with that number first, however it is written', () => {
      const cache = fill(open());
      for (const query of ['149943', '#149943', ' # 149943 '])
        expect(find(cache, query)).toEqual(['mail', 'backup']);
      expect(find(cache, '1499')).toEqual(['mail', 'backup']);
      expect(find(cache, '#150000')).toEqual(['backup']);
    });

    it('needs every word', () => {
      const cache = fill(open());
      expect(find(cache, 'når säkerhetskopia')).toEqual([]);
      expect(find(cache, 'finnsinte')).toEqual([]);
      // only the last word may be unfinished
      expect(find(cache, 'säkerh i')).toEqual([]);
    });

    it('keeps view, department, ids and windows', () => {
      const cache = fill(open());
      expect(find(cache, '149943', { view: 'closed' })).toEqual(['backup']);
      expect(find(cache, '149943', { view: 'needs-you', alsoIds: ['backup'] })).toEqual(['backup']);
      expect(find(cache, '149943', { departments: ['mail'] })).toEqual(['mail']);
      expect(find(cache, '149943', { ids: ['backup'] })).toEqual(['backup']);
      const second = cache.list({ view: 'all', ...typed('149943'), offset: 1, limit: 1 });
      expect(second.total).toBe(2);
      expect(second.tickets.map(({ id }) => id)).toEqual(['backup']);
    });

    it('shows everything for nothing, and nothing for what no text can hold', () => {
      const cache = fill(open());
      expect(find(cache, '')).toHaveLength(2);
      expect(find(cache, ' \n\t ')).toHaveLength(2);
      expect(find(cache, '!!! ???')).toEqual([]);
    });

    it('never finds the text of an encrypted message', () => {
      const cache = fill(open());
      expect(find(cache, 'hemligakanariefågeln')).toEqual([]);
      expect(find(cache, 'lösenordet')).toEqual([]);
      cache.putMessages([aMessage({ id: 'm1', ticketId: 'mail', body: 'Felet', encrypted: true })]);
      expect(find(cache, 'relaying')).toEqual([]);
      expect(find(cache, 'felet')).toEqual([]);
    });

    it('follows every change', () => {
      const cache = fill(open());
      cache.putMessages([aMessage({ id: 'm3', ticketId: 'backup', body: 'Något annat' })]);
      expect(find(cache, 'återställ')).toEqual([]);
      expect(find(cache, 'annat')).toEqual(['backup']);
      cache.removeMessages(['m3']);
      expect(find(cache, 'annat')).toEqual([]);
      const mail = cache.ticket('mail');
      if (mail) cache.putTicket({ ...mail, subject: 'Löst' });
      expect(find(cache, 'fram')).toEqual([]);
      expect(find(cache, 'löst relaying')).toEqual(['mail']);
    });

    it('indexes messages that came before their ticket', () => {
      const cache = open();
      cache.putMessages([aMessage({ ticketId: 'late', body: 'Först' })]);
      cache.putTicket(aTicket({ id: 'late' }));
      expect(find(cache, 'först')).toEqual(['late']);
    });

    it.each([
      ...[
        '"',
        '""',
        "'",
        '*',
        '**',
        'a*',
        '-',
        'NOT',
        'AND',
        'OR',
        'NEAR',
        'a OR',
        'a NEAR/3 b',
        'subject:fram',
      ],
      ...[
        '^fram',
        '{subject} : x',
        '(',
        ')',
        '((a)',
        '+',
        'a + b',
        '\\',
        '%',
        '_',
        ';',
        '--',
        '/*',
        ':match',
        '?1',
      ],
      ...[
        '\0',
        'a\0b',
        '😀',
        'fram😀',
        '\ud800',
        'ß',
        'İ',
        'ﬁ',
        '中文',
        'עברית',
        '１４９９４３',
        '\u200b',
        '#',
        '# ',
        '#1a',
      ],
      ...['"a" "b', 'a"b', 'x'.repeat(100_000), 'ord '.repeat(5_000), '"'.repeat(999), '9'.repeat(400), '́'],
    ])('takes %j for a search', (query) => {
      const cache = fill(open());
      for (const view of ['all', 'needs-you'] as const) {
        const { total, tickets } = cache.list({ view, ...typed(query), offset: 0, limit: 50 });
        expect(total).toBe(tickets.length);
      }
    });
  });
}
