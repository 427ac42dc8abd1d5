import { TOPICS } from '@diglot/contracts';
import { openKafka } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';

/** Puts a consumer that does not run back to the beginning of its topic, as when Kafka has forgotten where it was. */
export async function forgetOffsets(bootstrap: string, consumer: string): Promise<void> {
  const log = openKafka({
    brokers: bootstrap.split(','),
    ssl: false,
    sasl: null,
    clientId: 'chaos',
    logger: silentLogger,
    onFatal: () => {},
  });
  try {
    await log.bus.rewind({ consumer, topic: TOPICS.paperParsed });
  } finally {
    await log.close();
  }
}
