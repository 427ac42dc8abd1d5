import { useInfiniteQuery } from '@tanstack/react-query';
import { papersQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { PaperFilter } from '../../search-params.ts';
import styles from './found-papers.module.css';
import { FreshPapers } from './fresh-papers.tsx';
import { PaperRow } from './paper-row.tsx';
import { readerMessages } from './reader.messages.ts';
import { useListShortcuts } from './use-list-shortcuts.ts';

interface FoundPapersProps {
  readonly filter: PaperFilter;
  readonly selected: string | undefined;
}

/** The papers that match, the newest first. */
export function FoundPapers({ filter, selected }: FoundPapersProps) {
  const messages = useMessages(readerMessages);
  const { more } = useMessages(commonMessages);
  const query = useInfiniteQuery(papersQuery(filter));
  const papers = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const ids = papers.map(({ arxivId }) => arxivId);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useListShortcuts(ids, selected, () => void (hasNextPage && fetchNextPage()));
  return (
    <div className={styles.found} data-stale={query.isPlaceholderData || undefined}>
      <FreshPapers filter={filter} query={query} />
      <Answer query={query} lines={12}>
        {() =>
          papers.length === 0 ? (
            <Notice
              title={Object.keys(filter).length === 0 ? messages.none : messages.nothing}
              hint={Object.keys(filter).length === 0 ? messages.noneHint : messages.nothingHint}
            />
          ) : (
            <ul>
              {papers.map((paper) => (
                <PaperRow key={paper.arxivId} paper={paper} isSelected={paper.arxivId === selected} />
              ))}
            </ul>
          )
        }
      </Answer>
      {hasNextPage && (
        <div className={styles.more}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </div>
  );
}
