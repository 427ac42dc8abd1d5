import { useSyncExternalStore } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { LocalStore } from '../../preferences/local-store.ts';
import { readSearches, searchKey, toggleSearch } from '../../preferences/searches.ts';
import type { PaperFilter } from '../../search-params.ts';
import { FeedLinks } from './feed-links.tsx';
import { SavedSearch } from './saved-search.tsx';
import styles from './saved-searches.module.css';
import { searchMessages } from './search.messages.ts';

const store = new LocalStore('diglot.searches', readSearches);

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
            <SavedSearch
              key={searchKey(search)}
              search={search}
              onForget={() => store.set(toggleSearch(searches, search))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
