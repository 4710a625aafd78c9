import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../renderer/services/service-facts.ts';

const facts = (details: Record<string, unknown> | null) =>
  factsOf({ serviceType: 'vps', serviceId: 'v1', serviceName: 'app-01', details });

describe('what matters first about a service', () => {
  it('is found under the names of both shapes of the API, and the rest is kept', () => {
    const v2 = facts({
      status: 'Active',
      planName: 'VPS XS',
      hostname: 'app-01.example.se',
      ipAddress: '192.0.2.10',
      nextDueAt: '2026-12-01T00:00:00Z',
      autoRenew: true,
      vcpu: 4,
    });
    expect(v2).toMatchObject({
      state: { raw: 'Active', name: 'active', tone: 'good' },
      plan: 'VPS XS',
      addresses: ['192.0.2.10', 'app-01.example.se'],
      dueAt: Date.UTC(2026, 11, 1),
      autoRenew: true,
      rest: { vcpu: 4 },
    });
    const older = facts({
      state: 'SUSPENDED',
      plan: 'S',
      dedicated_ip: '192.0.2.1',
      next_due: '2026-12-01',
      auto_renew: '0',
    });
    expect(older).toMatchObject({
      state: { name: 'suspended', tone: 'bad' },
      plan: 'S',
      addresses: ['192.0.2.1'],
      autoRenew: false,
      rest: {},
    });
  });

  it.each([
    ['active', 'good'],
    ['Running', 'good'],
    ['PENDING', 'soon'],
    ['Expired', 'bad'],
    ['canceled', 'over'],
    ['Cancelled', 'over'],
    ['transferring to another planet', 'plain'],
    ['constructor', 'plain'],
  ])('has the state %j, coloured %s', (status, tone) => {
    expect(facts({ status }).state).toMatchObject({ raw: status, tone });
  });

  it('loses nothing that cannot be read as what its name promises', () => {
    const odd = {
      status: { code: 7 },
      planName: 'x'.repeat(400),
      nextDueAt: 'soon',
      autoRenew: 'maybe',
      hostname: null,
    };
    expect(facts(odd)).toEqual({
      state: null,
      plan: null,
      addresses: [],
      dueAt: null,
      autoRenew: null,
      rest: odd,
    });
  });

  it('is nothing of nothing, and shows an address once', () => {
    expect(facts(null)).toMatchObject({ state: null, rest: {} });
    expect(facts({ ip: '192.0.2.1', ipAddress: '192.0.2.1' }).addresses).toEqual(['192.0.2.1']);
  });
});
