import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReviewQueue } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { qualityMessages } from './quality.messages.ts';

interface WaitingForReviewProps {
  readonly query: Pick<
    UseQueryResult<{ readonly pages: readonly ReviewQueue[] }>,
    'data' | 'error' | 'isPending' | 'refetch'
  >;
  readonly filter: { readonly source?: string };
}

/** How many texts wait for a person, and the way to them. */
export function WaitingForReview({ query, filter }: WaitingForReviewProps) {
  const messages = useMessages(qualityMessages);
  const { number } = useFormats();
  return (
    <section className="section">
      <h2>{messages.review}</h2>
      <Answer query={query} size="block" lines={2}>
        {({ pages: [first] }) => (
          <>
            <p className="soft">{first?.count ? messages.reviewHint(number(first.count)) : messages.reviewNone}</p>
            <p>
              <Link to="/quality" search={{ ...filter, show: 'reviews' }}>
                {messages.allOfThem} ›
              </Link>
            </p>
          </>
        )}
      </Answer>
    </section>
  );
}
