import { testDatabase, type TestDatabase } from '@diglot/testing';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import type { TopicDifference } from './kafka.port.ts';
import { keepTopicDifferences } from './keep-topic-differences.statement.ts';

let testing: TestDatabase;

beforeAll(async () => {
  testing = await testDatabase({ migrations: pipelineMigrations });
});
afterAll(async () => testing.drop());

test('what differs is what differed when it was last looked, and nothing once all agree', async () => {
  const differs = (setting: string, actual: string): TopicDifference => ({
    topic: 'a.v1',
    setting,
    wanted: '6',
    actual,
  });
  const [few, short] = [differs('partitions', '3'), differs('retention.ms', '1')];
  const after = async (differences: readonly TopicDifference[]): Promise<readonly TopicDifference[]> => {
    await keepTopicDifferences(testing.database, differences);
    return testing.database.rows(
      'SELECT topic, setting, wanted, actual FROM pipeline.topic_difference_view ORDER BY 2',
    );
  };
  expect(await after([short, few])).toEqual([few, short]);
  expect(await after([short, few])).toEqual([few, short]);
  expect(await after([differs('partitions', '4')])).toEqual([differs('partitions', '4')]);
  expect(await after([])).toEqual([]);
});
