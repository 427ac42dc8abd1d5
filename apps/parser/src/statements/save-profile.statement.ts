import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { DigestProfile } from '../profile/digest-profile.ts';

const SAVE = `
  INSERT INTO parser.profiles (source, path, feed, entries, chinese_titles, chinese_abstracts, comparable, short, garbled,
    han, words, without_authors, papers_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT (source, path) DO UPDATE SET feed = excluded.feed, entries = excluded.entries,
    chinese_titles = excluded.chinese_titles, chinese_abstracts = excluded.chinese_abstracts,
    comparable = excluded.comparable, short = excluded.short, garbled = excluded.garbled, han = excluded.han,
    words = excluded.words, without_authors = excluded.without_authors, papers_hash = excluded.papers_hash`;

export async function saveProfile(
  tx: Transaction,
  { source, path }: Placement,
  feed: string,
  profile: DigestProfile,
): Promise<void> {
  await tx.run(SAVE, [
    source,
    path,
    feed,
    profile.entries,
    profile.chineseTitles,
    profile.chineseAbstracts,
    profile.comparable,
    profile.short,
    profile.garbled,
    profile.han,
    profile.words,
    profile.withoutAuthors,
    profile.papersHash === null ? null : Buffer.from(profile.papersHash, 'hex'),
  ]);
}
