import type { Sql } from '@diglot/platform';
import type { TopicDifference } from './kafka.port.ts';

/** What agrees by now is forgotten. */
const KEEP = `
  WITH found AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS row (topic, setting, wanted, actual)
  ), agreeing AS (
    DELETE FROM pipeline.topic_differences AS old
    WHERE NOT EXISTS (SELECT FROM found WHERE (found.topic, found.setting) = (old.topic, old.setting))
  )
  INSERT INTO pipeline.topic_differences (topic, setting, wanted, actual)
  SELECT topic, setting, wanted, actual FROM found
  ON CONFLICT (topic, setting) DO UPDATE SET wanted = excluded.wanted, actual = excluded.actual`;

/** Keeps in what topics differ now, for whoever asks the api. @param differences of all topics */
export async function keepTopicDifferences(sql: Sql, differences: readonly TopicDifference[]): Promise<void> {
  const columns = (['topic', 'setting', 'wanted', 'actual'] as const).map((name) =>
    differences.map((each) => each[name]),
  );
  await sql.run(KEEP, columns);
}
