import { useNavigate } from '@tanstack/react-router';
import type { Paper } from '../../../api/types.ts';
import { forAnotherPaper } from '../../search-params.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { READING_LAYOUTS } from '../../preferences/preferences.ts';
import { markPaperRead, toggleSavedPaper } from '../../preferences/use-marks.ts';
import { changePreferences, usePreferences } from '../../preferences/use-preferences.ts';
import { useShortcuts } from '../../shell/use-shortcuts.ts';
import { readerMessages } from './reader.messages.ts';

/** What keys do to the paper that is read. */
export function usePaperShortcuts(
  paper: Paper | undefined,
  show: string | undefined,
  onShow: (show: string | undefined) => void,
): void {
  const messages = useMessages(readerMessages);
  const { layout } = usePreferences();
  const navigate = useNavigate();
  const toggle = (what: string): void => onShow(show === what ? undefined : what);
  const next = READING_LAYOUTS[(READING_LAYOUTS.indexOf(layout) + 1) % READING_LAYOUTS.length] ?? layout;
  useShortcuts([
    { keys: 'o', label: messages.keyOriginal, run: () => toggle('original') },
    { keys: 'h', label: messages.keyHistory, run: () => toggle('history') },
    { keys: 'l', label: messages.keyLayout, run: () => changePreferences({ layout: next }) },
    {
      keys: 's',
      label: messages.keySave,
      run: () => paper && toggleSavedPaper({ arxivId: paper.arxivId, en: paper.title.en, zh: paper.title.zh }),
    },
    { keys: 'u', label: messages.keyUnread, run: () => paper && markPaperRead(paper.arxivId, false) },
    { keys: 'a', label: messages.keyArxiv, run: () => paper && window.open(paper.url, '_blank', 'noreferrer') },
    {
      keys: 'Escape',
      label: messages.keyClose,
      run: () => void navigate({ to: '/read', search: forAnotherPaper }),
    },
  ]);
}
