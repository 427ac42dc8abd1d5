import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApiAdapter } from './api-adapter.ts';

it('a server that closes waits for no connection that never asked for anything', async () => {
  const server = createApiAdapter({}).getInstance<FastifyInstance>();
  server.get('/', () => 'an answer');
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const accepted = once(server.server, 'connection');
  const silent = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  silent.on('error', () => undefined);
  await accepted;
  expect(await (await fetch(address)).text()).toBe('an answer');
  await server.close();
  expect(server.server.listening).toBe(false);
});
