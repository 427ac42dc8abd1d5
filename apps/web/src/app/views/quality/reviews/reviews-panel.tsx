import { useMessages } from '../../../messages/use-messages.ts';
import { Choice } from '../../../parts/choice.tsx';
import { GivenReviews } from './given-reviews.tsx';
import { QueueFilter, type ReviewParams } from './queue-filter.tsx';
import { ReviewQueue } from './review-queue.tsx';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';

interface ReviewsPanelProps {
  readonly params: ReviewParams;
  readonly sources: readonly string[];
  readonly onChange: (params: ReviewParams) => void;
}

const SHOWN = ['open', 'rejected', 'given'] as const;

/** What waits for a person, what was rejected, and what persons said. */
export function ReviewsPanel({ params, sources, onChange }: ReviewsPanelProps) {
  const messages = useMessages(reviewsMessages);
  const shown = SHOWN.find((each) => each === params.state) ?? 'open';
  return (
    <>
      <div className={styles.tools}>
        <Choice
          isBare
          label={messages.show}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: messages.shows[value] }))}
          onChange={(state) => onChange({ ...params, state: state === 'open' ? '' : state })}
        />
        {shown !== 'given' && <QueueFilter params={params} sources={sources} onChange={onChange} />}
        <a href="/api/gold.jsonl" download="gold.jsonl" title={messages.goldHint} className={styles.gold}>
          {messages.gold} ↓
        </a>
      </div>
      {shown === 'given' ? <GivenReviews /> : <ReviewQueue key={shown} params={params} />}
    </>
  );
}
