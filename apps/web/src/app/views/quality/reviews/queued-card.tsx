import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { RichText } from '../../../parts/rich-text.tsx';
import { useFormats } from '../../../parts/use-formats.ts';
import { VerdictMark } from '../../../parts/verdict-mark.tsx';
import { textMarks } from '../../reader/issue-marks.ts';
import { CappedText } from './capped-text.tsx';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';
import { ReviewLine } from './review-line.tsx';
import { TextEditor } from './text-editor.tsx';
import { TextFindings } from './text-findings.tsx';

interface QueuedCardProps {
  readonly item: QueuedText;
  readonly isSelected: boolean;
  /** Whether keys brought the selection here, so that the focus has to follow it. */
  readonly takesFocus: boolean;
  readonly isEdited: boolean;
  /** What was written before, if that did not arrive. */
  readonly draft: string | undefined;
  readonly onSelect: () => void;
  readonly onEdit: (isEdited: boolean) => void;
  /** @param text of an edit */
  readonly onDecide: (decision: 'accepted' | 'rejected' | 'edited', text?: string) => void;
}

/** One text that waits: both languages beside each other, what was found, and what can be said of it. */
export function QueuedCard(props: QueuedCardProps) {
  const { item, isSelected, takesFocus, isEdited, draft, onSelect, onEdit, onDecide } = props;
  const messages = useMessages(reviewsMessages);
  const common = useMessages(commonMessages);
  const { day } = useFormats();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isSelected || !takesFocus) return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected, takesFocus]);
  const { arxivId, field, en, zh, title, newestDate, verdict, issues, provenance, review } = item;
  const marked = { issues: issues.map((issue) => ({ field, ...issue })) };
  return (
    <li
      ref={element}
      tabIndex={-1}
      className={styles.card}
      data-queued={`${arxivId} ${field}`}
      data-selected={isSelected || undefined}
      aria-current={isSelected ? 'true' : undefined}
      onFocus={onSelect}
      onClick={onSelect}
    >
      <p className={styles.meta}>
        <VerdictMark label={common[field]} verdict={verdict ?? 'unverified'} />
        <Link to="/read/$" params={{ _splat: arxivId }} className={styles.paper}>
          <span className="mono">{arxivId}</span> {field === 'abstract' && <RichText text={title.en} />}
        </Link>
        <span>{newestDate === null ? common.noDate : day(newestDate)}</span>
        {provenance?.source && <span>{provenance.source}</span>}
        {provenance?.author && <span>{provenance.author}</span>}
      </p>
      {review && <ReviewLine review={review} />}
      <div className={styles.pair}>
        <CappedText text={en} side="en" marks={textMarks(marked, field, 'en', null)} />
        {isEdited ? (
          <TextEditor
            item={item}
            draft={draft}
            onSave={(text) => onDecide('edited', text)}
            onCancel={() => {
              // Before the field goes, and the focus with it.
              element.current?.focus({ preventScroll: true });
              onEdit(false);
            }}
          />
        ) : (
          <CappedText text={zh} side="zh" marks={textMarks(marked, field, 'zh', null)} />
        )}
      </div>
      {!isEdited && issues.length === 0 && <p className="soft small">{messages.unjudged}</p>}
      {!isEdited && <TextFindings issues={issues} />}
      {!isEdited && (
        <div className={styles.actions}>
          <Button look={isSelected ? 'strong' : 'plain'} aria-keyshortcuts="a" onClick={() => onDecide('accepted')}>
            {messages.accept} <kbd aria-hidden="true">a</kbd>
          </Button>
          <Button aria-keyshortcuts="r" onClick={() => onDecide('rejected')}>
            {messages.reject} <kbd aria-hidden="true">r</kbd>
          </Button>
          <Button aria-keyshortcuts="e" onClick={() => onEdit(true)}>
            {messages.edit} <kbd aria-hidden="true">e</kbd>
          </Button>
        </div>
      )}
    </li>
  );
}
