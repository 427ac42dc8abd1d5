import { TOPIC_DEFINITIONS } from '@diglot/contracts';
import {
  kafkaConnection,
  keepTopicDifferences,
  openKafka,
  pipelineMigrations,
  type TopicDifference,
} from '@diglot/pipeline';
import { checkSchema, createLogger, openDatabase, requireSettings, type Config } from '@diglot/platform';

/**
 * Makes the topics that are missing and says what differs in the others, which nothing changes: whoever runs Kafka may have
 * reasons. It is kept in the database too, for the api to tell.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`, `DIGLOT_BUS_UNAVAILABLE`, `DIGLOT_BUS_REFUSED`; what {@link checkSchema} throws
 */
export async function makeTopics(config: Config, print: (line: string) => void): Promise<void> {
  const { databaseUrl } = requireSettings(config, 'databaseUrl');
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
    await keep(databaseUrl, differences);
  } finally {
    await log.close();
  }
}

async function keep(url: string, differences: readonly TopicDifference[]): Promise<void> {
  const migrations = pipelineMigrations;
  const database = await openDatabase({ url, applicationName: 'diglot.topics', migrations, poolSize: 1 });
  try {
    await checkSchema(database.dataSource);
    await keepTopicDifferences(database, differences);
  } finally {
    await database.close();
  }
}
