import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './answer.module.css';
import { Button } from './button.tsx';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { useExplanation } from './use-explanation.ts';

type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;

interface AnswerProps<T> {
  readonly query: Asked<T>;
  readonly lines?: number;
  /** A block is one of several parts of a view: it takes less room when it fails. */
  readonly size?: 'view' | 'block';
  readonly children: (data: T) => ReactNode;
}

/**
 * What the api answers, or why it is not there. What was there before stays when it cannot be renewed: the banner says
 * that nobody answers. Where the api says when it may be asked again, it is.
 */
export function Answer<T>({ query, lines, size = 'view', children }: AnswerProps<T>) {
  const { data, error, isPending, refetch } = query;
  useEffect(() => {
    const wait = error instanceof ApiError ? error.retryAfter : null;
    if (wait === null) return undefined;
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [error, refetch]);
  if (data !== undefined) return children(data);
  if (isPending && !error) return <Loading {...(lines === undefined ? {} : { lines })} />;
  const again = (): void => void refetch();
  return size === 'block' ? <FailedBlock error={error} onAgain={again} /> : <Failed error={error} onAgain={again} />;
}

/**
 * Whether it is known what stands here: an answer, or that there is none. What lies below something whose height nobody can
 * know is shown from then on, so that it need not move.
 */
export function isSettled({ data, error }: Pick<Asked<unknown>, 'data' | 'error'>): boolean {
  return data !== undefined || error !== null;
}

interface FailedProps {
  readonly error: Error | null;
  readonly onAgain: () => void;
}

function FailedBlock({ error, onAgain }: FailedProps) {
  const { failed, again } = useMessages(commonMessages);
  const explain = useExplanation();
  const known = error instanceof ApiError && error.code !== null ? error : null;
  return (
    <p className={styles.failed} role="status">
      <span className="dot" data-tone="bad">
        {failed}
      </span>
      {known && (
        <span className="soft">
          {known.code}: {explain(known.code, known.explanation).meaning}
        </span>
      )}
      <Button look="quiet" onClick={onAgain}>
        {again}
      </Button>
    </p>
  );
}

export function Failed({ error, onAgain }: FailedProps) {
  const { failed, again, soon, remedy } = useMessages(commonMessages);
  const explain = useExplanation();
  const known = error instanceof ApiError && error.code !== null ? error : null;
  const told = known && explain(known.code, known.explanation);
  return (
    <Notice title={failed} hint={told ? `${known.code}: ${told.meaning}` : undefined}>
      {known && known.message !== known.explanation.meaning && <p lang="en">{known.message}</p>}
      {told && told.remedy !== '' && (
        <p>
          {remedy}: {told.remedy}
        </p>
      )}
      {known !== null && known.retryAfter !== null && <p>{soon}</p>}
      <Button onClick={onAgain}>{again}</Button>
    </Notice>
  );
}
