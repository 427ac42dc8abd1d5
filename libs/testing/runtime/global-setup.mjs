// Runs once in Jest's main process, whatever projects are chosen. It only opens a door: the PostgreSQL behind it is started when the
// first test knocks, so that pure projects start none. It is ended by the teardown, or by itself when this process dies.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const register = new URL('./register.mjs', import.meta.url).href;
const host = fileURLToPath(new URL('../src/postgres/postgres-host.ts', import.meta.url));

export default async function setUp() {
  if (globalThis.diglotPostgresDoor) return;
  let starting;
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    starting ??= startHost();
    starting.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error) => socket.end(JSON.stringify({ error: error.message })),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  door.unref();
  process.env.DIGLOT_TEST_POSTGRES_DOOR = String(door.address().port);
  globalThis.diglotPostgresDoor = {
    close: async () => (door.close(), await (await starting?.catch(() => null))?.stop()),
  };
}

async function startHost() {
  const child = spawn(process.execPath, ['--import', register, host], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const line = once(createInterface(child.stdout), 'line');
  const first = await Promise.race([line.then(([text]) => text), exited.then(() => null)]);
  if (first === null) throw new Error('the PostgreSQL of the tests did not start; see above');
  const stop = async () => (child.stdin.end(), await exited);
  return { url: JSON.parse(first).url, stop };
}
