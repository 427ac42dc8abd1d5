import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { ServerProbe } from '../unit.ts';
import { whyNoAnswer } from './ask-server.ts';

/** What real servers answer is for the spec of the stack; here are the answers that they give when they are not well. */
let server: Server;
let sockets: Socket[];
let answer: Buffer | null;

beforeEach(async () => {
  sockets = [];
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => void (answer === null ? undefined : socket.end(answer)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const portOf = (): number => (server.address() as AddressInfo).port;
const ask = async (protocol: ServerProbe['protocol'], { seconds = 20, port = portOf() } = {}): Promise<string | null> =>
  await whyNoAnswer({ protocol, url: `${protocol}://127.0.0.1:${port}/x`, timeoutSeconds: seconds });

/** The answer of a broker to ApiVersions: size, correlation, error code, no versions. */
const ofKafka = (correlation: number, error: number): Buffer => {
  const bytes = Buffer.alloc(14);
  bytes.writeInt32BE(10);
  bytes.writeInt32BE(correlation, 4);
  bytes.writeInt16BE(error, 8);
  return bytes;
};

test.each([
  ['redis that is well', '+PONG\r\n', null],
  [
    'redis that loads',
    '-LOADING Redis is loading the dataset in memory\r\n',
    'Redis says LOADING Redis is loading the dataset in memory',
  ],
  ['redis that ends', '+PO', 'it hung up'],
  ['redis that is none', '+OK\r\n', 'what answers there is no Redis'],
  ['kafka that is well', ofKafka(7373, 0), null],
  ['kafka that refuses', ofKafka(7373, 35), 'it answers with the error 35'],
  ['kafka that is none', ofKafka(1, 0), 'what answers there is no Kafka'],
  ['kafka that ends', ofKafka(7373, 0).subarray(0, 9), 'it hung up'],
] as const)('%s', async (name, bytes, reason) => {
  answer = Buffer.from(bytes);
  expect(await ask(name.startsWith('redis') ? 'redis' : 'kafka')).toBe(reason);
});

test('a PostgreSQL that takes nobody says why', async () => {
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0';
  answer = Buffer.concat([Buffer.from('E\0\0\0'), Buffer.from([fields.length + 4]), Buffer.from(fields)]);
  expect(await ask('postgres')).toBe('the database system is starting up');
});

test.each(['redis', 'kafka', 'postgres'] as const)('%s that takes connections and says nothing hangs', async (name) => {
  answer = null;
  expect(await ask(name, { seconds: 0.2 })).toBe('no answer within 0.2 s');
});

test.each(['redis', 'kafka', 'postgres'] as const)('%s that is not there is said to be so', async (name) => {
  const port = portOf();
  server.close();
  expect(await ask(name, { port })).toContain('ECONNREFUSED');
});
