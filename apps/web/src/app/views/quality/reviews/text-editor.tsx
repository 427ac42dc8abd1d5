import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { LIMITS } from '../../../../api/limits.ts';
import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { LiveVerdict } from './live-verdict.tsx';
import { unfitEdit } from './reviewing.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';

interface TextEditorProps {
  readonly item: QueuedText;
  /** What was written before, if that did not arrive. */
  readonly draft: string | undefined;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** The Chinese in a person's own words, with what the check would say of them; it decides nothing. */
export function TextEditor({ item, draft, onSave, onCancel }: TextEditorProps) {
  const messages = useMessages(reviewsMessages);
  const { cancel } = useMessages(commonMessages);
  const [text, setText] = useState(draft ?? item.zh);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const unfit = unfitEdit(text, item.zh);
  const save = (): void => {
    if (unfit === null) onSave(text);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        className="field"
        lang="zh-Hans"
        dir="auto"
        rows={item.field === 'title' ? 2 : 6}
        maxLength={LIMITS.ReviewCommand.text}
        aria-label={messages.edited}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      <p className="soft small">{unfit === null ? messages.keySave : messages.unfit[unfit]}</p>
      {unfit === null && <LiveVerdict item={item} text={text} />}
      <div className={styles.actions}>
        <Button look="strong" disabled={unfit !== null} onClick={save}>
          {messages.save}
        </Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </div>
  );
}
