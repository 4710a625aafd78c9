// The linked services that the fake program has seen on its tickets.
import { success } from '../../electron/contract/codes.ts';
import { linkableTypes, type SeenService } from '../../electron/contract/services.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import type { Program } from './program-world.ts';

export function createServiceHandlers({ world }: Program): Pick<Handlers, 'services.seen'> {
  return {
    'services.seen': () => {
      const seen = new Map<string, SeenService>();
      for (const { serviceType, serviceId, serviceName } of world.tickets.flatMap(
        ({ services }) => services,
      )) {
        const type = linkableTypes.find((known) => known === serviceType);
        if (type === undefined || serviceId === null) continue;
        const tickets = (seen.get(`${type}/${serviceId}`)?.tickets ?? 0) + 1;
        seen.set(`${type}/${serviceId}`, { serviceType: type, serviceId, serviceName, tickets });
      }
      return success([...seen.values()].slice(0, 200));
    },
  };
}
