import { useEffect, useId, useRef, type ReactNode } from 'react';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const { close } = useMessages(commonMessages);
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={element} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      {isOpen && (
        <>
          <header className={styles.head}>
            <h2 id={heading}>{title}</h2>
            <Button look="quiet" onClick={onClose} aria-label={close}>
              ✕
            </Button>
          </header>
          {children}
        </>
      )}
    </dialog>
  );
}
