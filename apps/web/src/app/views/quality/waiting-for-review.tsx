import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reviewQueueQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { qualityMessages } from './quality.messages.ts';

/** How many texts wait for a person, and the way to them. */
export function WaitingForReview({ source }: { readonly source: string | undefined }) {
  const messages = useMessages(qualityMessages);
  const { number } = useFormats();
  const filter = source === undefined ? {} : { source };
  const { data } = useInfiniteQuery(reviewQueueQuery(filter));
  const count = data?.pages[0]?.count;
  if (count === undefined) return null;
  return (
    <section className="section">
      <h2>{messages.review}</h2>
      <p className="soft">{count === 0 ? messages.reviewNone : messages.reviewHint(number(count))}</p>
      <p>
        <Link to="/quality" search={{ ...filter, show: 'reviews' }}>
          {messages.allOfThem} ›
        </Link>
      </p>
    </section>
  );
}
