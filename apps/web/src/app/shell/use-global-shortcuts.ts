import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../messages/use-messages.ts';
import { changePreferences, usePreferences } from '../preferences/use-preferences.ts';
import { shellMessages } from './shell.messages.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { VIEWS } from './views.tsx';

/** The keys that mean the same everywhere. */
export function useGlobalShortcuts(onHelp: () => void): void {
  const messages = useMessages(shellMessages);
  const navigate = useNavigate();
  const { live } = usePreferences();
  useShortcuts([
    ...VIEWS.map(({ name, to, key }) => ({
      keys: `g ${key}`,
      label: messages.keyGoTo(messages[name]),
      run: () => void navigate({ to }),
    })),
    {
      keys: '/',
      label: messages.keySearch,
      run: () => {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (field) field.select();
        else void navigate({ to: '/search' });
      },
    },
    { keys: 'p', label: messages.keyPause, run: () => changePreferences({ live: !live }) },
    { keys: '?', label: messages.keyHelp, run: onHelp },
  ]);
}
