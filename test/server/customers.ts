// Several customers behind one address: the key of a request alone decides whose tickets it sees, as at HostUp.
import type { DemoApi } from '../../electron/demo/api.ts';

/**
 * What one pulls from outside (`POST /__control`) moves the first customer, who also answers an unknown key.
 * @param customers by their keys, one at least
 */
export function behindOneAddress(customers: ReadonlyMap<string, DemoApi>): DemoApi {
  const [first] = customers.values();
  if (!first) throw new Error('nobody to answer');
  return {
    ...first,
    handle(request) {
      const { authorization = '', 'x-api-key': older } = request.headers;
      const key = older ?? authorization.replace(/^Bearer +/i, '').trim();
      return (customers.get(key) ?? first).handle(request);
    },
  };
}
