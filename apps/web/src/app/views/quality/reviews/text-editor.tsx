import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { verifyQuery } from '../../../../api/queries.ts';
import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { VerdictMark } from '../../../parts/verdict-mark.tsx';
import { useToken } from '../../../preferences/use-token.ts';
import { unfitEdit } from './reviewing.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';
import { TextFindings } from './text-findings.tsx';

/** Milliseconds without a key after which the check is asked. */
const PAUSE = 400;

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
        maxLength={20_000}
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

function LiveVerdict({ item: { field, en }, text }: { readonly item: QueuedText; readonly text: string }) {
  const messages = useMessages(reviewsMessages);
  const [token] = useToken();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({ ...verifyQuery({ field, en, zh: asked }, token), enabled: token !== '' });
  if (token === '') return <p className="soft small">{messages.checkOff}</p>;
  if (!data) return null;
  return (
    <div role="status" className={styles.live} data-old={asked !== text || undefined}>
      <p className="small">
        {messages.check} <VerdictMark verdict={data.verdict} />
      </p>
      <TextFindings issues={data.issues} />
    </div>
  );
}
