import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, command } from '../../../../api/client.ts';
import { reviewsQuery } from '../../../../api/queries.ts';
import type { GivenReview, ReviewCommand, ReviewResult } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { RichText } from '../../../parts/rich-text.tsx';
import { useReviewer } from '../../../preferences/use-reviewer.ts';
import { useToken } from '../../../preferences/use-token.ts';
import { ReviewLine } from './review-line.tsx';
import { ReviewerDialog } from './reviewer-dialog.tsx';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';

/** What persons said, the newest first; each can be taken back. */
export function GivenReviews() {
  const messages = useMessages(reviewsMessages);
  const { more } = useMessages(commonMessages);
  const client = useQueryClient();
  const [token, setToken] = useToken();
  const [reviewer, setReviewer] = useReviewer();
  const [held, setHeld] = useState<GivenReview | null>(null);
  const query = useInfiniteQuery(reviewsQuery());
  const takeBack = useMutation({
    mutationFn: ({ review, ...who }: { review: GivenReview; token: string; reviewer: string }) => {
      const { arxivId, field, hashes, revision: replaces } = review;
      const body: ReviewCommand = { arxivId, field, hashes, decision: 'taken-back', reviewer: who.reviewer, replaces };
      return command<ReviewResult>('/api/review', body, who.token);
    },
    onError: (error, { review }) => {
      if (error instanceof ApiError && [401, 403].includes(error.status)) setHeld(review);
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['reviews'] });
      await client.invalidateQueries({ queryKey: ['review-queue'] });
    },
  });
  const ask = (review: GivenReview): void => {
    if (token === '' || reviewer === '') setHeld(review);
    else takeBack.mutate({ review, token, reviewer });
  };
  return (
    <Answer query={query} lines={6}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            {held === null && <Refusal error={takeBack.error} />}
            {items.length === 0 && <Notice title={messages.noReviews} hint={messages.noReviewsHint} />}
            <ul className={styles.cards}>
              {items.map((review) => (
                <GivenCard
                  key={review.arxivId + review.field + review.hashes.zh}
                  review={review}
                  onTakeBack={() => ask(review)}
                />
              ))}
            </ul>
            {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{more}</Button>}
            <ReviewerDialog
              isOpen={held !== null}
              error={takeBack.error}
              onGiven={(who) => {
                setHeld(null);
                if (who === null || held === null) return;
                setToken(who.token);
                setReviewer(who.reviewer);
                takeBack.mutate({ review: held, ...who });
              }}
            />
          </>
        );
      }}
    </Answer>
  );
}

function GivenCard({ review, onTakeBack }: { readonly review: GivenReview; readonly onTakeBack: () => void }) {
  const messages = useMessages(reviewsMessages);
  const common = useMessages(commonMessages);
  const { arxivId, field, en, zh, text, reason } = review;
  return (
    <li className={styles.card} data-review={`${arxivId} ${field}`}>
      <p className={styles.meta}>
        <strong>{common[field]}</strong>
        <Link to="/read/$" params={{ _splat: arxivId }} className="mono">
          {arxivId}
        </Link>
        <ReviewLine review={review} />
        {reason !== null && <q className={styles.reason}>{reason}</q>}
      </p>
      <div className={styles.pair}>
        <p lang="en" dir="auto">
          <RichText text={en} />
        </p>
        <div lang="zh-Hans" dir="auto">
          {text === null ? (
            <RichText text={zh} />
          ) : (
            <>
              <del>
                <RichText text={zh} />
              </del>
              <p>
                <ins>
                  <RichText text={text} />
                </ins>
              </p>
            </>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        <Button onClick={onTakeBack}>{messages.takeBack}</Button>
      </div>
    </li>
  );
}
