// Linked services as tickets have shown them: counted once per ticket, by type and id, and in step with the tickets.
import { describe, expect, it } from 'vitest';
import type { Service } from '../../electron/contract/model.ts';
import type { CacheStore } from '../../electron/core/ports.ts';
import { aTicket } from '../fakes/records.ts';

const service = (
  serviceType: string,
  serviceId: string | null,
  serviceName: string | null = null,
): Service => ({
  serviceType,
  serviceId,
  serviceName,
  details: null,
});

export function servicesContract(open: () => CacheStore): void {
  describe('linked services seen', () => {
    const types = ['domain', 'hosting', 'vps', 'other'];
    const put = (cache: CacheStore, id: string, ...services: Service[]) =>
      cache.putTicket(aTicket({ id, number: id, services }));
    const seen = (cache: CacheStore, limit = 9) =>
      cache
        .servicesSeen(types, limit)
        .map((one) => `${one.tickets} ${one.serviceType} ${one.serviceId} ${one.serviceName}`);

    it('are one per type and id, the one of most tickets first, named as it was last', () => {
      const cache = open();
      put(cache, '1', service('vps', 'v1', 'app-01'), service('domain', 'd1', 'a.se'));
      put(cache, '2', service('VPS', 'v1', 'app-01.ny.se'), service('domain', 'v1', 'å.se'));
      put(cache, '3', service('vps', 'v2'));
      expect(seen(cache)).toEqual([
        '2 vps v1 app-01.ny.se',
        '1 vps v2 null',
        '1 domain d1 a.se',
        '1 domain v1 å.se',
      ]);
      expect(seen(cache, 1)).toEqual(['2 vps v1 app-01.ny.se']);
    });

    it('leave out what has no id or another type, and count a ticket once', () => {
      const cache = open();
      put(cache, '1', service('vps', null, 'app-01'), service('ssl', 's1', '*.a.se'));
      put(cache, '2', service('vps', 'v1', 'one'), service('vps', 'v1', 'two'), service('vps', 'v1'));
      expect(seen(cache)).toEqual(['1 vps v1 two']);
    });

    it('follow their tickets', () => {
      const cache = open();
      put(cache, '1', service('vps', 'v1', 'old'));
      put(cache, '1', service('vps', 'v1', 'new'), service('domain', 'd1', 'a.se'));
      expect(seen(cache)).toEqual(['1 domain d1 a.se', '1 vps v1 new']);
      put(cache, '1');
      expect(seen(cache)).toEqual([]);
    });
  });
}
