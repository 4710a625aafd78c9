// The services of the demo account, of every type; dates move with the clock.
import type { DemoLinkedService } from '../types.ts';

export type ServiceName =
  | 'shop'
  | 'blog'
  | 'app'
  | 'worker'
  | 'domain'
  | 'oldDomain'
  | 'mail'
  | 'certificate'
  | 'backup';

const day = 24 * 60 * 60 * 1000;

export function accountServices(now: number): Record<ServiceName, DemoLinkedService> {
  const inDays = (days: number) => new Date(now + days * day).toISOString();
  return {
    shop: service('hosting', 'acct_01k3v7m2x8hb5t9qzr4wjd6nce', 'norrskenform.example', {
      status: 'Active',
      planName: 'Web hosting Business',
      hostname: 'norrskenform.example',
      server: 'web14',
      phpVersion: '8.3',
      diskUsedGb: 18.4,
      diskLimitGb: 50,
      nextDueAt: inDays(41),
      autoRenew: true,
    }),
    blog: service('hosting', 'acct_01k3v7m9d2ye6f1s0kpgxa8wtb', 'fjallblogg.example', {
      status: 'Active',
      planName: 'Web hosting Start',
      hostname: 'fjallblogg.example',
      phpVersion: '8.1',
      nextDueAt: inDays(203),
      autoRenew: true,
    }),
    app: service('vps', 'vps_01k5q0c4n7rjw2v8m6h3zbxtse', 'app-01', {
      status: 'active',
      planName: 'VPS M',
      ipAddress: '192.0.2.10',
      ipv6Address: '2001:db8:20::10',
      hostname: 'app-01.norrskenform.example',
      operatingSystem: 'Debian 13',
      vcpu: 4,
      memoryGb: 8,
      nextDueAt: inDays(12),
      autoRenew: true,
    }),
    worker: service('vps', 'vps_01k5q0d8e3ata9y7f5g1npckwr', 'worker-02', {
      status: 'active',
      planName: 'VPS XS',
      ipAddress: '192.0.2.27',
      hostname: 'worker-02.norrskenform.example',
      operatingSystem: 'Ubuntu 24.04',
      nextDueAt: inDays(12),
      autoRenew: false,
    }),
    domain: service('domain', 'dom_01jzx9t6w1p4b8k3m7q5vhcdna', 'norrskenform.example', {
      status: 'Active',
      registrar: 'HostUp',
      nameServers: ['ns1.hostup.example', 'ns2.hostup.example'],
      locked: true,
      nextDueAt: inDays(88),
      autoRenew: true,
    }),
    oldDomain: service('domain', 'dom_01jzx9v0r5g2c7n8e6sy3fbmkt', 'skidspar.example', {
      status: 'Expired',
      nextDueAt: inDays(-9),
      autoRenew: false,
    }),
    mail: service('other', 'svc_01k1m8y4h6d9w3x7a2ztqnrbpe', 'Email Pro, 12 mailboxes', {
      status: 'Active',
      planName: 'Email Pro',
      hostname: 'mail.norrskenform.example',
      nextDueAt: inDays(26),
      autoRenew: true,
    }),
    certificate: service('other', 'svc_01k1m8z7b3f5e9g1c8kvwjxhsd', 'Wildcard certificate', {
      status: 'Pending',
      commonName: '*.norrskenform.example',
      expiresAt: inDays(6),
    }),
    backup: service('other', null, 'Off-site backup', null),
  };
}

/** The service with this opaque id, if the account has it. */
export function serviceById(id: string, now: number): DemoLinkedService | undefined {
  return Object.values(accountServices(now)).find(({ serviceId }) => serviceId === id);
}

function service(
  serviceType: string,
  serviceId: string | null,
  serviceName: string,
  details: Record<string, unknown> | null,
): DemoLinkedService {
  return { serviceType, serviceId, serviceName, details };
}
