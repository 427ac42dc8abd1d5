import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { waitFor } from '../wait-for.ts';
import { TcpFaultProxy } from './tcp-fault-proxy.ts';

/** A client that remembers what it got, and how its connection ended. */
interface Client {
  readonly socket: Socket;
  readonly received: () => string;
  readonly isClosed: () => boolean;
}

let echo: Server;
let atServer: string;
let proxy: TcpFaultProxy;
const clients: Client[] = [];

beforeEach(async () => {
  atServer = '';
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      atServer += bytes.toString();
      socket.write(bytes);
    });
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpFaultProxy.start((echo.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

async function open(): Promise<Client> {
  const socket = connect(proxy.port, '127.0.0.1');
  const client = { text: '', closed: false };
  socket.on('data', (bytes) => void (client.text += bytes.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => void (client.closed = true));
  await once(socket, 'connect');
  const handle = { socket, received: () => client.text, isClosed: () => client.closed };
  clients.push(handle);
  return handle;
}

async function say(client: Client, word: string): Promise<void> {
  client.socket.write(word);
  await waitFor(() => client.received().endsWith(word), { what: `the echo of ${word}` });
}

test('without a fault, bytes pass both ways', async () => {
  const client = await open();
  await say(client, 'hello');
  expect(atServer).toBe('hello');
});

test('a cut ends every connection, and new ones pass', async () => {
  const client = await open();
  await say(client, 'hello');
  proxy.cut();
  await waitFor(client.isClosed);
  await say(await open(), 'again');
  expect(proxy.connections).toBe(1);
});

test('in a black hole nothing passes, and connections stay open', async () => {
  const client = await open();
  await say(client, 'before');
  proxy.setFault('black-hole');
  client.socket.write('lost');
  const later = await open();
  later.socket.write('lost too');
  proxy.setFault('none');
  // What comes after on another connection shows that what was said before had its time.
  await say(await open(), 'after');
  await waitFor(() => proxy.connections === 3);
  expect(client.isClosed()).toBe(false);
});

test('lost answers: the server hears, the client does not', async () => {
  const client = await open();
  await say(client, 'before');
  proxy.setFault('lose-answers');
  client.socket.write(' heard');
  await waitFor(() => atServer === 'before heard');
  expect(client.received()).toBe('before');
  expect(client.isClosed()).toBe(false);
});

test('half open: the server forgets, the client learns of it when it speaks', async () => {
  const client = await open();
  await say(client, 'before');
  proxy.halfOpen();
  await waitFor(async () => (await connectionsOf(echo)) === 0);
  expect(client.isClosed()).toBe(false);
  client.socket.write('anybody?');
  await waitFor(client.isClosed);
});

test('refused connections are refused on the same port until it is restored', async () => {
  const client = await open();
  await proxy.refuse();
  await waitFor(client.isClosed);
  await expect(once(connect(proxy.port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.restore();
  await say(await open(), 'back');
});

async function connectionsOf(server: Server): Promise<number> {
  return await new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
