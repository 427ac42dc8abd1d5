import { Link } from '@tanstack/react-router';
import { useMessages } from '../../messages/use-messages.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { PAPER_FILTERS, type PaperFilter } from '../../search-params.ts';
import { feedsOf } from './feeds.ts';
import styles from './saved-searches.module.css';
import { searchMessages } from './search.messages.ts';

const nameOf = (filter: PaperFilter): string => PAPER_FILTERS.flatMap((name) => filter[name] ?? []).join(' · ');

interface SavedSearchProps {
  readonly search: PaperFilter;
  readonly onForget: () => void;
}

/** A search to come back to, and its feeds, which come by themselves. */
export function SavedSearch({ search, onForget }: SavedSearchProps) {
  const messages = useMessages(searchMessages);
  const { language } = usePreferences();
  const name = nameOf(search);
  return (
    <li>
      <Link to="/search" search={search} className={styles.name}>
        {name}
      </Link>
      {feedsOf(search, language).map((feed) => (
        <a key={feed.name} href={feed.address} className={styles.feed} aria-label={messages.feedOf(feed.name, name)}>
          {feed.name}
        </a>
      ))}
      <button type="button" aria-label={messages.forget(name)} onClick={onForget}>
        ✕
      </button>
    </li>
  );
}
