import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Gives a Redis of this machine one command, in its own protocol: a few commands are not worth a client.
 * @returns the first line of what it answers, without the mark of its type
 * @throws Error when it answers with an error
 */
export async function askRedis(port: number, ...command: readonly string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
    socket.write(`*${command.length}\r\n${parts.join('')}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    const [line = ''] = answer.toString().split('\r\n');
    if (line.startsWith('-')) throw new Error(`Redis says ${line.slice(1)}`);
    return line.slice(1);
  } finally {
    socket.destroy();
  }
}
