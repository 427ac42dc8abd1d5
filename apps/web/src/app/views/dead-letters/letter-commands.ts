import type { ReceiptsCommand } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Command } from '../../parts/command.ts';
import { deadLettersMessages } from './dead-letters.messages.ts';

/** Which events are meant. */
export type LetterScope = Pick<ReceiptsCommand, 'eventIds' | 'consumer' | 'code' | 'all'>;

const PATHS = {
  redrive: '/api/dead-letters/redrive',
  retryNow: '/api/retries/retry-now',
  giveUp: '/api/dead-letters/give-up',
} as const;
export type LetterCommand = keyof typeof PATHS;

/** What can be done to events that cannot be processed or are tried again. */
export function useLetterCommand(): (name: LetterCommand, scope: LetterScope) => Command {
  const messages = useMessages(deadLettersMessages);
  return (name, scope) => ({ path: PATHS[name], body: scope, ...messages.commands[name] });
}

/** All that a list is narrowed to; by words only the events in sight can be meant. */
export function scopeOf(
  params: { readonly code?: string; readonly consumer?: string; readonly q?: string },
  shown: readonly string[],
): LetterScope {
  const { code, consumer, q } = params;
  if (q !== undefined) return { eventIds: [...shown] };
  if (code === undefined && consumer === undefined) return { all: true };
  return {
    ...(code === undefined ? {} : { code: code as NonNullable<LetterScope['code']> }),
    ...(consumer === undefined ? {} : { consumer }),
  };
}
