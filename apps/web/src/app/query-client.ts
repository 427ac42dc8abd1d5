import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client.ts';

/** A refusal is a refusal; what did not answer may answer the next time. */
const isFinal = (error: Error): boolean => error instanceof ApiError && error.status >= 400 && error.status < 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => !isFinal(error) && failures < 1,
      retryDelay: 500,
    },
  },
});
