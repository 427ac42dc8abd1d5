import { addressOf } from '../../../api/client.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import type { PaperFilter } from '../../search-params.ts';
import { feedsOf } from './feeds.ts';
import styles from './saved-searches.module.css';
import { searchMessages } from './search.messages.ts';

const EXPORTS = [
  { name: 'CSV', path: '/api/export.csv' },
  { name: 'NDJSON', path: '/api/export.ndjson' },
  { name: 'Parquet', path: '/api/export.parquet' },
] as const;

/** What is searched for, for other programs: to subscribe to, or as a file. */
export function FeedLinks({ filter }: { readonly filter: PaperFilter }) {
  const messages = useMessages(searchMessages);
  const { language } = usePreferences();
  return (
    <ul className={styles.feeds} aria-label={messages.subscribe}>
      {feedsOf(filter, language).map(({ name, address }) => (
        <li key={name}>
          <a href={address}>{name}</a>
        </li>
      ))}
      {EXPORTS.map(({ name, path }) => (
        <li key={path}>
          <a href={addressOf(path, filter)} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
