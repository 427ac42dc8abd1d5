import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../../api/client.ts';
import { verifyQuery } from '../../../../api/queries.ts';
import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { useExplanation } from '../../../parts/use-explanation.ts';
import { VerdictMark } from '../../../parts/verdict-mark.tsx';
import { useToken } from '../../../preferences/use-token.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';
import { TextFindings } from './text-findings.tsx';

/** Milliseconds without a key after which the check is asked. */
const PAUSE = 400;

interface LiveVerdictProps {
  readonly item: QueuedText;
  /** What is being written. */
  readonly text: string;
}

/** What the check says of a text while it is written, or why it says nothing. Whatever it says, the text can be saved. */
export function LiveVerdict({ item: { field, en }, text }: LiveVerdictProps) {
  const messages = useMessages(reviewsMessages);
  const [token] = useToken();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({ ...verifyQuery({ field, en, zh: asked }, token), enabled: token !== '' });
  if (token === '') return <p className="soft small">{messages.checkOff}</p>;
  const { data, error, isFetching, refetch } = query;
  return (
    <div role="status" className={styles.live} data-old={asked !== text || undefined}>
      {data ? (
        <>
          <p className="small">
            {messages.check} <VerdictMark verdict={data.verdict} />
          </p>
          <TextFindings issues={data.issues} />
        </>
      ) : error && !isFetching ? (
        <CheckFailed error={error} onAgain={() => void refetch()} />
      ) : (
        <p className="soft small">{messages.checking}</p>
      )}
    </div>
  );
}

function CheckFailed({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const messages = useMessages(reviewsMessages);
  const { again } = useMessages(commonMessages);
  const explain = useExplanation();
  const known = error instanceof ApiError && error.code !== null ? error : null;
  const told = known && explain(known.code, known.explanation);
  return (
    <div className={styles.failed}>
      <p>
        <strong>{messages.checkFailed}</strong> {messages.checkFailedHint}
      </p>
      <p>{told ? `${known.code}: ${told.meaning}` : messages.noAnswer}</p>
      {told && told.remedy !== '' && <p>{told.remedy}</p>}
      <Button onClick={onAgain}>{again}</Button>
    </div>
  );
}
