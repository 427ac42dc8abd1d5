import { exchange } from './exchange.ts';

const PING = Buffer.from('PING\r\n');

/** What `redis-cli ping` does. @throws Error with its answer, if that is not PONG: it may still load its data */
export async function askRedis(url: URL, signal: AbortSignal): Promise<void> {
  const answer = await exchange(url, PING, (bytes) => bytes.includes('\r\n'), signal);
  const text = answer.toString('utf8').trimEnd();
  if (text !== '+PONG') throw new Error(text);
}
