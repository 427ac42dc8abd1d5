import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Empties a Redis of this machine, by its own protocol: one command is not worth a client.
 * @throws Error when it does not answer `OK`
 */
export async function flushRedis(port: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    socket.write('FLUSHALL\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.toString().startsWith('+OK')) throw new Error(`Redis says ${answer.toString().trim()}`);
  } finally {
    socket.destroy();
  }
}
