import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { LocalStore } from '../../preferences/local-store.ts';
import { readSearches, searchKey, toggleSearch } from '../../preferences/searches.ts';
import { PAPER_FILTERS, type PaperFilter } from '../../search-params.ts';
import { FeedLinks } from './feed-links.tsx';
import styles from './saved-searches.module.css';
import { searchMessages } from './search.messages.ts';

const store = new LocalStore('diglot.searches', readSearches);

const nameOf = (filter: PaperFilter): string => PAPER_FILTERS.flatMap((name) => filter[name] ?? []).join(' · ');

/** Searches to come back to, and the ways to be told of what they find. */
export function SavedSearches({ filter }: { readonly filter: PaperFilter }) {
  const messages = useMessages(searchMessages);
  const searches = useSyncExternalStore(store.subscribe, store.get);
  const isSaved = searches.some((each) => searchKey(each) === searchKey(filter));
  const isEmpty = Object.keys(filter).length === 0;
  return (
    <div className={styles.bar}>
      {!isEmpty && (
        <Button aria-pressed={isSaved} onClick={() => store.set(toggleSearch(searches, filter))}>
          {isSaved ? '★' : '☆'} {messages.save}
        </Button>
      )}
      <FeedLinks filter={filter} />
      {searches.length > 0 && (
        <ul className={styles.saved} aria-label={messages.saved}>
          {searches.map((search) => (
            <li key={searchKey(search)}>
              <Link to="/search" search={search}>
                {nameOf(search)}
              </Link>
              <button
                type="button"
                aria-label={messages.forget(nameOf(search))}
                onClick={() => store.set(toggleSearch(searches, search))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
