import { exchange } from './exchange.ts';

/**
 * Gives a Redis one command, in its own protocol: who asks for its health, or strikes at it, needs no client that connects
 * anew.
 * @param signal ends the attempt
 * @returns the first line of what it answers, without the mark of its type
 * @throws Error when it answers with an error, as it does while it loads its data
 */
export async function askRedis(
  url: Pick<URL, 'hostname' | 'port'>,
  command: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  const request = Buffer.from(`*${command.length}\r\n${parts.join('')}`);
  const answer = await exchange(url, request, (bytes) => bytes.includes('\r\n'), signal);
  const [line = ''] = answer.toString('utf8').split('\r\n');
  if (line.startsWith('-')) throw new Error(`Redis says ${line.slice(1)}`);
  return line.slice(1);
}
