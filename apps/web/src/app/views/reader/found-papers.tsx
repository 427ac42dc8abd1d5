import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { papersQuery, statusQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { PaperFilter } from '../../search-params.ts';
import styles from './found-papers.module.css';
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
      <FreshPapers loadedAt={query.dataUpdatedAt} isEmpty={query.isSuccess && papers.length === 0} />
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

/** Says that there are papers which the list does not show yet; an empty list has nothing to lose and fills itself. */
function FreshPapers({ loadedAt, isEmpty }: { readonly loadedAt: number; readonly isEmpty: boolean }) {
  const messages = useMessages(readerMessages);
  const client = useQueryClient();
  const { data } = useQuery(statusQuery());
  const [known, setKnown] = useState<{ readonly at: number; readonly papers: number } | null>(null);
  // Whatever was there when the list was loaded is in it.
  if (data && known?.at !== loadedAt) setKnown({ at: loadedAt, papers: data.papers });
  const isFresh = data !== undefined && known !== null && data.papers > known.papers;
  const renew = (): void => void client.invalidateQueries({ queryKey: ['papers'] });
  useEffect(() => {
    if (isFresh && isEmpty) renew();
  });
  if (!isFresh || isEmpty) return null;
  return (
    <button type="button" className={styles.fresh} onClick={renew}>
      {messages.fresh}
    </button>
  );
}
