import { addressOf } from '../../../api/client.ts';
import type { Language } from '../../preferences/preferences.ts';
import type { PaperFilter } from '../../search-params.ts';

/** Something to subscribe to. */
export interface FeedLink {
  readonly name: string;
  readonly address: string;
}

/** The feeds of what a search finds, in the language of the reader. */
export function feedsOf(filter: PaperFilter, language: Language): readonly FeedLink[] {
  return [
    { name: 'RSS', address: addressOf('/api/feed.rss', { ...filter, lang: language }) },
    { name: 'JSON Feed', address: addressOf('/api/feed.json', { ...filter, lang: language }) },
  ];
}
