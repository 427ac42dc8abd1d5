// Runs once in Jest's main process, whatever projects are chosen. It only opens doors: the server behind each is started when the
// first test knocks, so that pure projects start none. It is ended by the teardown, or by itself when this process dies.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const register = new URL('./register.mjs', import.meta.url).href;

/** The processes behind the doors. A test reads a door's port from `DIGLOT_TEST_<NAME>_DOOR` (src/door/knock.ts). */
const HOSTS = {
  POSTGRES: '../src/postgres/postgres-host.ts',
  KAFKA: '../src/kafka/kafka-host.ts',
  REDIS: '../src/redis/redis-host.ts',
};

export default async function setUp() {
  globalThis.diglotDoors ??= await Promise.all(Object.entries(HOSTS).map(([name, host]) => openDoor(name, host)));
}

async function openDoor(name, host) {
  let starting;
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    starting ??= startHost(name, fileURLToPath(new URL(host, import.meta.url)));
    starting.then(
      ({ line }) => socket.end(line),
      (error) => socket.end(JSON.stringify({ error: error.message })),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  door.unref();
  process.env[`DIGLOT_TEST_${name}_DOOR`] = String(door.address().port);
  return { close: async () => (door.close(), await (await starting?.catch(() => null))?.stop()) };
}

async function startHost(name, file) {
  const child = spawn(process.execPath, ['--import', register, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const first = once(createInterface(child.stdout), 'line');
  const line = await Promise.race([first.then(([text]) => text), exited.then(() => null)]);
  if (line === null) throw new Error(`the ${name} of the tests did not start; see above`);
  const stop = async () => (child.stdin.end(), await exited);
  return { line, stop };
}
