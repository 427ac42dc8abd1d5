import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { findFreePort } from '@diglot/platform';
import { openSocket } from './open-socket.ts';

const open = (port: number, onConnect = () => {}) =>
  openSocket({ host: '127.0.0.1', port, ssl: undefined as never, onConnect });

/** As kafkajs does with a connection that is broken, each time it looks at it. */
async function disconnectOften(socket: Socket): Promise<number> {
  socket.on('error', () => {});
  await new Promise((resolve) => socket.on('close', resolve));
  const before = socket.listenerCount('connect');
  for (let time = 0; time < 5; time += 1) socket.unref();
  return socket.listenerCount('connect') - before;
}

it('leaves no listeners on a socket that is broken, where one of Node does', async () => {
  const port = await findFreePort();
  expect(await disconnectOften(open(port))).toBe(0);
  expect(await disconnectOften(connect({ host: '127.0.0.1', port }))).toBe(5);
});

it('connects', async () => {
  const server = createServer((peer) => peer.end('hello')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connected = 0;
  const socket = open((server.address() as AddressInfo).port, () => (connected += 1));
  const [hello] = (await once(socket, 'data')) as [Buffer];
  expect([connected, hello.toString()]).toEqual([1, 'hello']);
  socket.destroy();
  server.close();
});
