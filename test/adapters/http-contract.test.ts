import { createHttp } from '../../electron/adapters/http.ts';
import { httpOver } from '../../electron/adapters/http-over.ts';
import { describeHttp } from '../contracts/http.ts';
import { quietLog } from './quiet-log.ts';
import { serve } from './servers.ts';

describeHttp('undici over a socket', async (handle) => {
  const server = await serve(handle);
  const http = createHttp({ baseUrl: server.url, env: {}, log: quietLog() });
  return {
    http,
    close: async () => {
      await http.close();
      await server.close();
    },
  };
});

describeHttp('in this process', async (handle) => {
  const http = httpOver(handle);
  return { http, close: () => http.close() };
});
