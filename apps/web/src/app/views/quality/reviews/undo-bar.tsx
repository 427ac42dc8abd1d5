import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { Text } from '../../../parts/text.tsx';
import type { Done } from './reviewing.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';

/** What was decided last, and the way back. */
export function UndoBar({ done, onUndo }: { readonly done: Done | undefined; readonly onUndo: () => void }) {
  const messages = useMessages(reviewsMessages);
  return (
    <p role="status" className={styles.undo}>
      {done && (
        <>
          <span className={styles.last}>
            {messages.done[done.decision]}: <Text>{done.item.zh}</Text>
          </span>
          <Button aria-keyshortcuts="z" disabled={done.revision === null} onClick={onUndo}>
            {messages.undo} <kbd aria-hidden="true">z</kbd>
          </Button>
        </>
      )}
    </p>
  );
}
