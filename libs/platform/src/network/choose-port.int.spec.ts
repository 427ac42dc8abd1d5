import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { waitFor } from '@diglot/testing';
import { choosePort, USUAL_PORT } from './choose-port.ts';
import { findFreePort } from './free-port.ts';

const HOST = '127.0.0.1';

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, HOST);
  await once(server, 'listening');
  return server;
}

test('a port that was asked for is used if it is free, and refused if not', async () => {
  const free = await findFreePort();
  expect(await choosePort(free, HOST)).toBe(free);
  const server = await listen(0);
  const { port } = server.address() as AddressInfo;
  await expect(choosePort(port, HOST)).rejects.toMatchObject({ code: 'DIGLOT_PORT_IN_USE' });
  server.close();
});

test('without a wish it is the usual one, or any if that is in use', async () => {
  // Somebody else of this machine may use it already, and let go of it between two looks.
  const look = async (): Promise<{ chosen: number } | null> => {
    const server = await listen(USUAL_PORT).catch(() => null);
    const chosen = await choosePort(null, HOST);
    server?.close();
    return server !== null || chosen === 0 ? { chosen } : null;
  };
  expect(await waitFor(look)).toEqual({ chosen: 0 });
});

test('an address that is not of this machine is refused', async () => {
  await expect(choosePort(null, '192.0.2.1')).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
});
