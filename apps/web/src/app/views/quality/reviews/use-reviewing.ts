import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, command } from '../../../../api/client.ts';
import type { QueuedText, ReviewCommand, ReviewDecision, ReviewResult } from '../../../../api/types.ts';
import { useReviewer } from '../../../preferences/use-reviewer.ts';
import { useToken } from '../../../preferences/use-token.ts';
import {
  NOTHING_REVIEWED,
  latestRevision,
  withAnswer,
  withDecision,
  withUndone,
  withoutDecision,
  withoutReturned,
  type Done,
  type Reviewing,
} from './reviewing.ts';

/** A decision about a queued text. */
export interface Decision {
  readonly item: QueuedText;
  readonly decision: ReviewDecision;
  /** Of an edit. */
  readonly text?: string;
  readonly reason?: string;
}

interface UseReviewing {
  readonly state: Reviewing;
  readonly error: Error | null;
  /** A decision that waits for a token and a name; null: none does. */
  readonly held: Decision | null;
  readonly decide: (decision: Decision) => void;
  readonly undo: () => void;
  /** Goes on with the decision that waits, or lets it be. */
  readonly release: (who: { readonly token: string; readonly reviewer: string } | null) => void;
}

const isRefusedToken = (error: Error): boolean => error instanceof ApiError && [401, 403].includes(error.status);

/**
 * Gives decisions at once, and takes back what the api refuses.
 * @param list that is shown, into which comes back what is undone
 */
export function useReviewing(list: string): UseReviewing {
  const client = useQueryClient();
  const [token, setToken] = useToken();
  const [reviewer, setReviewer] = useReviewer();
  const [state, setState] = useState(NOTHING_REVIEWED);
  const [error, setError] = useState<Error | null>(null);
  const [held, setHeld] = useState<Decision | null>(null);

  const give = async ({ item, ...said }: Decision, by: string, secret: string): Promise<void> => {
    const { arxivId, field, hashes } = item;
    setError(null);
    setState((before) => withDecision(before, item, said.decision));
    try {
      const body: ReviewCommand = {
        arxivId,
        field,
        hashes,
        ...said,
        reviewer: by,
        replaces: latestRevision(state, item),
      };
      const { revision } = await command<ReviewResult>('/api/review', body, secret);
      setState((before) => withAnswer(before, item, revision));
    } catch (thrown) {
      setState((before) => withoutDecision(before, item));
      refuse(thrown, item, { item, ...said });
    }
    void client.invalidateQueries({ queryKey: ['reviews'] });
  };

  const refuse = (thrown: unknown, item: QueuedText, decision: Decision | null): void => {
    const refusal = thrown instanceof Error ? thrown : new Error(String(thrown));
    setError(refusal);
    if (isRefusedToken(refusal)) setHeld(decision);
    else if (refusal instanceof ApiError && refusal.status >= 400 && refusal.status < 500) {
      // What is known of it is not what it is.
      setState((before) => withoutReturned(before, item));
      void client.invalidateQueries({ queryKey: ['review-queue'] });
    }
  };

  const undo = async (done: Done): Promise<void> => {
    const { arxivId, field, hashes } = done.item;
    if (done.revision === null) return;
    setError(null);
    try {
      const body: ReviewCommand = {
        arxivId,
        field,
        hashes,
        decision: 'taken-back',
        reviewer,
        replaces: done.revision,
      };
      const { revision } = await command<ReviewResult>('/api/review', body, token);
      setState((before) => withUndone(before, done, revision, list));
    } catch (thrown) {
      refuse(thrown, done.item, null);
    }
    void client.invalidateQueries({ queryKey: ['reviews'] });
  };

  return {
    state,
    error,
    held,
    decide: (decision) => {
      if (token === '' || reviewer === '') setHeld(decision);
      else void give(decision, reviewer, token);
    },
    undo: () => {
      const last = state.done.at(-1);
      if (last) void undo(last);
    },
    release: (who) => {
      setHeld(null);
      if (who === null) return;
      setToken(who.token);
      setReviewer(who.reviewer);
      if (held) void give(held, who.reviewer, who.token);
    },
  };
}
