import { installKafka } from '@diglot/servers';
import { knock } from '../door/knock.ts';
import { canBeHad } from '../processes/can-be-had.ts';

/**
 * The bootstrap address of the Kafka that this test run shares: one broker, which creates no topic by itself. Name topics,
 * groups and transactions by {@link uniqueName}, and ask {@link kafkaCanBeHad} first.
 */
export async function testKafka(): Promise<string> {
  return await knock('KAFKA');
}

/**
 * Whether there is a Kafka for tests, downloaded if need be; if not, what needs it is left out by name:
 * `const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip`.
 */
export async function kafkaCanBeHad(): Promise<boolean> {
  return await canBeHad('whatever needs Kafka', async () => await installKafka());
}
