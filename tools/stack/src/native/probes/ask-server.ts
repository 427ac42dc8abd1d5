import { once } from 'node:events';
import { messageOf } from '@diglot/platform';
import { askKafka, askRedis } from '@diglot/servers';
import type { ServerProbe } from '../unit.ts';

/** Only so that nothing stays open for ever: longer than the wait, so that the wait is what ends it. */
const GRACE_MILLISECONDS = 1_000;

/** Null if the server answers in time as a healthy one does, else why not. */
export async function whyNoAnswer({ protocol, url, timeoutSeconds }: ServerProbe): Promise<string | null> {
  const milliseconds = timeoutSeconds * 1000;
  const signal = AbortSignal.timeout(milliseconds);
  try {
    await Promise.race([ask(protocol, new URL(url), milliseconds + GRACE_MILLISECONDS, signal), rejectedBy(signal)]);
    return null;
  } catch (error) {
    return signal.aborted ? `no answer within ${timeoutSeconds} s` : messageOf(error);
  }
}

async function rejectedBy(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw signal.reason;
}

async function ask(
  protocol: ServerProbe['protocol'],
  url: URL,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  switch (protocol) {
    case 'redis':
      if ((await askRedis(url, ['PING'], signal)) !== 'PONG') throw new Error('what answers there is no Redis');
      return;
    case 'kafka':
      return await askKafka(url, signal);
    case 'postgres':
      // Loaded here alone: a look at the others does not wait for it.
      return await (await import('./ask-postgres.ts')).askPostgres(url, milliseconds);
  }
}
