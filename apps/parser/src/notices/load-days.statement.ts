import type { Transaction } from '@diglot/platform';
import type { SectionDay } from './source-days.ts';

/** Which day and section a path is of is for the watcher to say; what is deleted there does not count any more. */
const LOAD = `
  SELECT profile.feed, coalesce(placement.category, placement.topic, '') AS section,
    bool_or(placement.category IS NOT NULL) AS "isCategory", placement.date::text AS date,
    json_build_object(
      'entries', sum(profile.entries), 'chineseTitles', sum(profile.chinese_titles),
      'chineseAbstracts', sum(profile.chinese_abstracts), 'comparable', sum(profile.comparable),
      'short', sum(profile.short), 'garbled', sum(profile.garbled), 'han', sum(profile.han),
      'words', sum(profile.words), 'withoutAuthors', sum(profile.without_authors)
    ) AS profile,
    array_remove(array_agg(DISTINCT encode(profile.papers_hash, 'hex')), NULL) AS "papersHashes"
  FROM parser.profiles AS profile
  JOIN watcher.placement_view AS placement USING (source, path)
  WHERE profile.source = $1 AND placement.live AND placement.date IS NOT NULL
  GROUP BY profile.feed, section, placement.date`;

/** Every section of every day of a source. */
export async function loadDays(tx: Transaction, source: string): Promise<SectionDay[]> {
  return tx.rows<SectionDay>(LOAD, [source]);
}
