import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pauseAfter } from '../../api/client.ts';
import { statusQuery } from '../../api/queries.ts';
import type { Status } from '../../api/types.ts';
import { usePreferences } from '../preferences/use-preferences.ts';

/** Milliseconds between two questions for the status, while somebody looks. */
const INTERVAL = 2_000;

/**
 * What an answer is about, and is renewed by itself when anything has happened. Papers are not among them: a list that
 * moves under the eyes of a reader is worse than one that says that there are new ones.
 */
const RENEWED = ['days', 'digests', 'flow', 'letters', 'sources', 'quality', 'notices', 'audit', 'work'] as const;

/** Keeps what is shown up to date, unless the reader has paused it. */
export function useRenewal(): void {
  const { live } = usePreferences();
  const client = useQueryClient();
  const { data } = useQuery({
    ...statusQuery(),
    refetchInterval: ({ state }) => (live ? pauseAfter(state.error, INTERVAL) : false),
  });
  const moment = data && JSON.stringify(figuresOf(data));
  useEffect(() => {
    if (!live || moment === undefined) return;
    for (const topic of RENEWED) void client.invalidateQueries({ queryKey: [topic] });
  }, [client, live, moment]);
}

/** What changes when anything has happened that some view shows: an attempt that succeeds announces nothing. */
function figuresOf({
  lastActivityAt,
  papers,
  inFlight,
  dead,
  retrying,
  problems,
  notices,
}: Status): readonly unknown[] {
  return [lastActivityAt, papers, inFlight, dead, retrying, problems.count, notices.count];
}
