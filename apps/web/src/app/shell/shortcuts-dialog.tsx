import { useMessages } from '../messages/use-messages.ts';
import { Dialog } from '../parts/dialog.tsx';
import { shellMessages } from './shell.messages.ts';
import styles from './shortcuts-dialog.module.css';
import { shortcuts } from './use-shortcuts.ts';

/** As they are printed on keyboards. */
const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** The keys that mean something here and now. */
export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const messages = useMessages(shellMessages);
  return (
    <Dialog title={messages.shortcuts} isOpen={isOpen} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.all().map(({ keys, label }) => (
          <div key={keys + label}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{SIGNS[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
