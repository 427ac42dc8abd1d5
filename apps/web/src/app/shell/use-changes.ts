import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { changedPapers, type Changes } from './changes.ts';

/** Milliseconds within which several changes are one. */
const PAUSE = 500;

/**
 * Listens to what the server announces, as it happens. The browser connects again by itself, and says where it was; where
 * no stream can be had, the status is asked for often enough.
 */
export function useChanges(): void {
  const { live } = usePreferences();
  const client = useQueryClient();
  useEffect(() => {
    if (!live) return undefined;
    const stream = new EventSource('/api/events');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['status'] });
      }, PAUSE);
    };
    stream.addEventListener('changes', ({ data }: MessageEvent<string>) => {
      renew();
      // A paper that is read shows what is known of it now.
      const papers = changedPapers(JSON.parse(data) as Changes);
      for (const arxivId of papers) void client.invalidateQueries({ queryKey: ['papers', `/api/papers/${arxivId}`] });
    });
    stream.addEventListener('reset', renew);
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [client, live]);
}
