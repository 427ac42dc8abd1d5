import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { papersQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { PaperRow } from '../reader/paper-row.tsx';
import { qualityMessages } from './quality.messages.ts';

const SHOWN = 5;

/** The newest texts that the check did not accept, and the way to all of them. */
export function ReviewQueue({ source }: { readonly source: string | undefined }) {
  const messages = useMessages(qualityMessages);
  const filter = { status: 'needs-review', ...(source === undefined ? {} : { source }) };
  const { data } = useInfiniteQuery(papersQuery({ ...filter, limit: SHOWN }));
  const items = data?.pages[0]?.items;
  if (!items) return null;
  return (
    <section className="section">
      <h2>{messages.review}</h2>
      <p className="soft">{items.length === 0 ? messages.reviewNone : messages.reviewHint}</p>
      <ul>
        {items.map((paper) => (
          <PaperRow key={paper.arxivId} paper={paper} isSelected={false} within={filter} />
        ))}
      </ul>
      {items.length > 0 && (
        <p>
          <Link to="/read" search={filter}>
            {messages.allOfThem} ›
          </Link>
        </p>
      )}
    </section>
  );
}
