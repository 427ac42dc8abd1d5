import { useState } from 'react';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { announce } from '../shell/announcements.tsx';
import { Button } from './button.tsx';
import styles from './copy-button.module.css';

/** Puts a text where it can be pasted from. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { copied, copyThis } = useMessages(commonMessages);
  const [isCopied, setCopied] = useState(false);
  const [isShown, setShown] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      // Not there on a page without https, but of this machine; and a browser may refuse it.
      await navigator.clipboard.writeText(text);
    } catch {
      setShown(true);
      return;
    }
    setCopied(true);
    announce(copied);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <>
      <Button onClick={() => void copy()}>{isCopied ? copied : label}</Button>
      {isShown && (
        <textarea
          ref={(element) => element?.select()}
          className={styles.text}
          aria-label={copyThis}
          readOnly
          rows={4}
          value={text}
          onBlur={() => setShown(false)}
        />
      )}
    </>
  );
}
