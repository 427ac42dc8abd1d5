import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { changedPapers, type Changes } from './changes.ts';

/** Milliseconds within which several changes are one. */
const PAUSE = 500;
/** Milliseconds after which a stream that was refused is asked for again: a browser gives up where one that broke off does not. */
const REFUSED = 30_000;

/**
 * Listens to what the server announces, as it happens, while somebody looks: a browser gives one server six connections,
 * and hidden windows must not use them up. Where no stream can be had, the status is asked for often enough.
 */
export function useChanges(): void {
  const { live } = usePreferences();
  const client = useQueryClient();
  useEffect(() => {
    if (!live) return undefined;
    let close: (() => void) | null = null;
    const follow = (): void => {
      close?.();
      close = document.hidden ? null : listen(client);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      close?.();
    };
  }, [client, live]);
}

/** The browser connects again by itself, and says where it was. @returns what ends it */
function listen(client: QueryClient): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: ['status'] });
    }, PAUSE);
  };
  const connect = (): void => {
    stream = new EventSource('/api/events');
    // Whatever was announced while nobody listened is in the next status.
    stream.addEventListener('open', renew);
    stream.addEventListener('reset', renew);
    stream.addEventListener('changes', ({ data }: MessageEvent<string>) => {
      renew();
      // A paper that is read shows what is known of it now.
      for (const arxivId of changedPapers(JSON.parse(data) as Changes)) {
        void client.invalidateQueries({ queryKey: ['papers', `/api/papers/${arxivId}`] });
        void client.invalidateQueries({ queryKey: ['papers', `/api/history/${arxivId}`] });
      }
    });
    stream.addEventListener('error', ({ target }) => {
      if ((target as EventSource).readyState === EventSource.CLOSED) refused = setTimeout(connect, REFUSED);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    clearTimeout(refused);
    stream.close();
  };
}
