import { TOPIC_DEFINITIONS } from '@diglot/contracts';
import { kafkaConnection, openKafka } from '@diglot/pipeline';
import { createLogger, type Config } from '@diglot/platform';

/**
 * Makes the topics that are missing and says what differs in the others, which nothing changes: whoever runs Kafka may have
 * reasons.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`, `DIGLOT_BUS_UNAVAILABLE`, `DIGLOT_BUS_REFUSED`
 */
export async function makeTopics(config: Config, print: (line: string) => void): Promise<void> {
  const logger = createLogger({ level: config.logLevel, format: config.logFormat, name: 'topics' });
  const onFatal = (error: Error): never => {
    throw error;
  };
  const log = openKafka({ ...kafkaConnection(config), clientId: 'diglot.topics', logger, onFatal });
  try {
    const { created, differences } = await log.ensureTopics(TOPIC_DEFINITIONS);
    print(created.length === 0 ? 'All topics are there.' : `Made: ${created.join(', ')}`);
    for (const { topic, setting, wanted, actual } of differences) {
      print(`DIGLOT_TOPIC_DIFFERS: ${topic}: ${setting} is ${actual}, and should be ${wanted}`);
    }
  } finally {
    await log.close();
  }
}
