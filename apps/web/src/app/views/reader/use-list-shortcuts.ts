import { useNavigate } from '@tanstack/react-router';
import { forAnotherPaper } from '../../search-params.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useShortcuts } from '../../shell/use-shortcuts.ts';
import { readerMessages } from './reader.messages.ts';

/** Walks through a list of papers by keys. */
export function useListShortcuts(ids: readonly string[], selected: string | undefined, onEnd?: () => void): void {
  const messages = useMessages(readerMessages);
  const navigate = useNavigate();
  const go = (step: number): void => {
    const at = selected === undefined ? -1 : ids.indexOf(selected);
    const next = ids[Math.max(0, at + step)];
    if (next === undefined) onEnd?.();
    else void navigate({ to: '/read/$', params: { _splat: next }, search: forAnotherPaper, replace: at >= 0 });
  };
  useShortcuts([
    { keys: 'j', label: messages.keyNext, run: () => go(1) },
    { keys: 'k', label: messages.keyPrevious, run: () => go(-1) },
  ]);
}
