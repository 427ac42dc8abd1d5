import type { ReviewMark } from '../../../../api/types.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Text } from '../../../parts/text.tsx';
import { When } from '../../../parts/when.tsx';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';

/** Who said what of a text, and when. */
export function ReviewLine({ review: { decision, reviewer, reviewedAt } }: { readonly review: ReviewMark }) {
  const { by } = useMessages(reviewsMessages);
  return (
    <span className={styles.said} data-decision={decision}>
      {by[decision]} <Text>{reviewer}</Text> · <When at={reviewedAt} isAge />
    </span>
  );
}
