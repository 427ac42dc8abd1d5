import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { facetsQuery, papersQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { ViewHead } from '../../parts/view-head.tsx';
import type { PaperFilter } from '../../search-params.ts';
import { useShortcuts } from '../../shell/use-shortcuts.ts';
import { FreshPapers } from '../reader/fresh-papers.tsx';
import { PaperRow } from '../reader/paper-row.tsx';
import { Facets } from './facets.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchBox } from './search-box.tsx';
import { searchMessages } from './search.messages.ts';
import styles from './search-view.module.css';

/** Every paper, found by words of either language and narrowed down by what is known of it. */
export function SearchView() {
  const messages = useMessages(searchMessages);
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const navigate = useNavigate();
  const filter = useSearch({ from: '/search' });
  // Back takes away what was chosen; words that are being typed are not worth a step each.
  const go = (next: PaperFilter, isTyped: boolean): void =>
    void navigate({ to: '/search', search: next, replace: isTyped });
  const query = useInfiniteQuery(papersQuery(filter));
  const facets = useQuery(facetsQuery(filter));
  const papers = query.data?.pages.flatMap(({ items }) => items) ?? [];
  useShortcuts([
    { keys: 'j', label: messages.keyNext, run: () => focusResult(1) },
    { keys: 'k', label: messages.keyPrevious, run: () => focusResult(-1) },
  ]);
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.syntax} />
      <SearchBox filter={filter} onChange={(next) => go(next, true)} />
      <SavedSearches filter={filter} />
      <div className={styles.columns}>
        <Facets filter={filter} facets={facets.data} onChange={go} />
        <section className={styles.results} data-stale={query.isPlaceholderData || undefined}>
          <FreshPapers filter={filter} query={query} />
          <p className={styles.count} role="status">
            {facets.data && messages.count(number(facets.data.count), facets.data.isExact)}
          </p>
          <Answer query={query} lines={12}>
            {() =>
              papers.length === 0 ? (
                <Notice title={messages.nothing} hint={messages.nothingHint} />
              ) : (
                <ul>
                  {papers.map((paper) => (
                    <PaperRow key={paper.arxivId} paper={paper} isSelected={false} />
                  ))}
                </ul>
              )
            }
          </Answer>
          {query.hasNextPage && (
            <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {more}
            </Button>
          )}
        </section>
      </div>
    </div>
  );
}

/** Moves the focus from result to result, so that Enter opens the one that is meant. */
function focusResult(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-paper] a')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
