import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from './button.tsx';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { useExplanation } from './use-explanation.ts';

interface AnswerProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/**
 * What the api answers, or why it is not there. What was there before stays when it cannot be renewed: the banner says
 * that nobody answers. Where the api says when it may be asked again, it is.
 */
export function Answer<T>({ query: { data, error, isPending, refetch }, lines, children }: AnswerProps<T>) {
  useEffect(() => {
    const wait = error instanceof ApiError ? error.retryAfter : null;
    if (wait === null) return undefined;
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [error, refetch]);
  if (data !== undefined) return children(data);
  if (isPending && !error) return <Loading {...(lines === undefined ? {} : { lines })} />;
  return <Failed error={error} onAgain={() => void refetch()} />;
}

export function Failed({ error, onAgain }: { readonly error: Error | null; readonly onAgain: () => void }) {
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
