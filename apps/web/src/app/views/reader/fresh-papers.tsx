import { useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { papersNowQuery, statusQuery } from '../../../api/queries.ts';
import type { PaperList, Status } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { newsOf } from '../../parts/news.ts';
import { useSpaced } from '../../parts/use-spaced.ts';
import type { PaperFilter } from '../../search-params.ts';
import styles from './found-papers.module.css';
import { readerMessages } from './reader.messages.ts';

/** Milliseconds between two questions whether the list has changed. */
const PAUSE = 3_000;

interface FreshPapersProps {
  readonly filter: PaperFilter;
  /** The list that is shown. */
  readonly query: UseInfiniteQueryResult<InfiniteData<PaperList>>;
}

/**
 * Says that the same question would find other papers by now; an empty list has nothing to lose and fills itself. Whether it
 * would is asked, quietly, when any paper has changed since the list was loaded.
 */
export function FreshPapers({ filter, query }: FreshPapersProps) {
  const messages = useMessages(readerMessages);
  const client = useQueryClient();
  const { data: status } = useQuery(statusQuery());
  const state = useSpaced(status && stateOf(status), PAUSE);
  const loadedAt = query.dataUpdatedAt;
  const [known, setKnown] = useState<{ readonly at: number; readonly state: string } | null>(null);
  // Whatever was there when the list was loaded is in it.
  if (state !== undefined && known?.at !== loadedAt) setKnown({ at: loadedAt, state });
  const isAsked = state !== undefined && known !== null && known.state !== state;
  const { data: now } = useQuery({ ...papersNowQuery(filter, state), enabled: isAsked });
  const pages = query.isPlaceholderData ? undefined : query.data?.pages;
  const news =
    pages && now
      ? newsOf(
          {
            ids: pages.flatMap(({ items }) => items.map(({ arxivId }) => arxivId)),
            first: pages[0]?.items.length ?? 0,
            isWhole: !query.hasNextPage,
          },
          now.items.map(({ arxivId }) => arxivId),
        )
      : null;
  const isEmpty = pages?.every(({ items }) => items.length === 0) ?? false;
  const renew = useCallback(() => void client.invalidateQueries({ queryKey: ['papers'] }), [client]);
  const fillsItself = news !== null && isEmpty;
  useEffect(() => {
    if (fillsItself) renew();
  }, [renew, fillsItself, now]);
  if (news === null || isEmpty) return null;
  return (
    <button type="button" className={styles.fresh} onClick={renew}>
      {news === 'new' ? messages.fresh : messages.changed}
    </button>
  );
}

/** Figures that change when a paper comes, is printed again, translated or judged anew. */
function stateOf({ papers, entries, verdicts }: Status): string {
  return JSON.stringify([papers, entries, verdicts]);
}
