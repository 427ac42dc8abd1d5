import { connect } from 'node:net';

/**
 * Sends a request to a server, and gives its answer once that is whole.
 * @param signal ends the attempt; the promise rejects then
 * @throws Error when nobody listens there, or it hangs up before
 */
export async function exchange(
  { hostname, port }: Pick<URL, 'hostname' | 'port'>,
  request: Buffer,
  isWhole: (answer: Buffer) => boolean,
  signal?: AbortSignal,
): Promise<Buffer> {
  const socket = connect({ host: hostname, port: Number(port), ...(signal ? { signal } : {}) });
  socket.write(request);
  const received: Buffer[] = [];
  for await (const bytes of socket) {
    received.push(bytes as Buffer);
    const answer = Buffer.concat(received);
    if (isWhole(answer)) return answer;
  }
  throw new Error('it hung up');
}
